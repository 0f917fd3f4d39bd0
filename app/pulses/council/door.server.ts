import { z } from 'zod'
import { translatorOn } from '~/language/catalogues.server'
import { languageOf } from '~/language/language.server'
import { hasRole, type Person } from '~/people/rules'
import { requireRole } from '~/people/session.server'
import { findRound, listRounds } from '../store.server'
import { type CouncilAsk, councilAsksOf, countByCouncil, keyHolders, lastCountDay } from './rules'
import { findHeldKeys } from './store.server'

/** The public halves of the key that the works council made in a browser; `shared`: a second member has the file too. */
export const councilKeyForm = z.object({
  boxKey: z.string().min(1).max(1000),
  signingKey: z.string().min(1).max(300),
  shared: z.literal('on'),
})

/** Returns a round whose ballots only the council can open, for its members; 403 for others, 404 when it is another round. */
export async function roundForCouncil(request: Request, roundId = '', page: 'key' | 'count') {
  const person = await requireRole(request, keyHolders)
  const round = await findRound(roundId)
  if (!round?.isCouncilHeld) throw new Response(null, { status: 404 })
  const { id, number, state, closesOn } = round
  const t = translatorOn(await languageOf(request, person))
  const decision = countByCouncil(round)
  const shown = {
    ...{ id, number, state, closesOn, until: lastCountDay(closesOn) },
    notNow: decision.ok ? undefined : decision.because,
    madeOn: (await findHeldKeys(roundId))?.madeOn,
  }
  return { round: shown, title: `${t(`councilKey.${page}.title`, { number })} · ${t('shell.name')}` }
}

export type CouncilRoundShown = Awaited<ReturnType<typeof roundForCouncil>>['round']

/** Returns what rounds ask of a member of the works council; nothing for everybody else. */
export async function councilAsks(person: Pick<Person, 'roles'>): Promise<CouncilAsk[]> {
  return hasRole(person, keyHolders) ? councilAsksOf(await listRounds()) : []
}
