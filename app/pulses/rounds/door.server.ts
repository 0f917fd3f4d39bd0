import { translatorOn } from '~/language/catalogues.server'
import { languageOf } from '~/language/language.server'
import { roundManagers } from '~/people/rules'
import { requireRole } from '~/people/session.server'
import { findRound } from '../store.server'
import { roundInFull, todayHere } from './store.server'

export type Deed = 'issue' | 'open' | 'close' | 'void'

/** Returns a round for whoever runs it, with the title of the page; 403 for others, 404 when there is none. */
export async function roundForManager(request: Request, roundId = '', deed?: Deed) {
  const person = await requireRole(request, roundManagers)
  const language = await languageOf(request, person)
  const t = translatorOn(language)
  const round = await roundInFull(roundId, language, todayHere(new Date()))
  if (!round) throw new Response(null, { status: 404 })
  const { number } = round
  const name = deed ? t(`pulses.rounds.deed.${deed}.title`, { number }) : t('pulses.rounds.name', { number })
  return { round, title: `${name} · ${t('shell.name')}` }
}

const doneAfter: Record<Deed, readonly string[]> = {
  issue: ['issuing'],
  open: ['open'],
  close: ['closed', 'published'],
  void: ['void'],
}

/** Decides whether a deed that was refused had been done already: pressing twice is harmless. */
export async function isAlreadyDone(deed: Deed, roundId = ''): Promise<boolean> {
  return doneAfter[deed].includes((await findRound(roundId))?.state ?? '')
}
