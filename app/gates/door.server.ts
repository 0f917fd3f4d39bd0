import { db, sites } from '#db'
import { translatorOn } from '~/language/catalogues.server'
import { languageOf } from '~/language/language.server'
import { hasRole } from '~/people/rules'
import { requirePerson } from '~/people/session.server'
import { sitsIn } from '~/workgroups/members.server'
import { formalRequirement } from './formal/requirement'
import { gateMakers, mayOpen, mayStepBack, mayTurnFormalKey } from './hands'
import { todayHere } from './moving.server'
import { stepAtHand } from './rules'
import { findGate, type GateShown, type StepShown } from './store.server'

/** Returns a gate for somebody who is signed in, with what their hands may touch of it; 404 when there is none. */
export async function gateFor(request: Request, gateId: string | undefined) {
  const person = await requirePerson(request)
  const gate = await findGate(gateId ?? '')
  if (!gate) throw new Response(null, { status: 404 })
  const at = new Date()
  const today = todayHere(at)
  const isMember = await sitsIn(gate.workgroupId, person.id, today)
  const language = await languageOf(request, person)
  const may = {
    write: isMember,
    make: hasRole(person, gateMakers),
    turn: mayTurnFormalKey(person),
    open: mayOpen(person),
    stepBack: mayStepBack(person, isMember),
  }
  return { person, gate, may, today, at, language, t: translatorOn(language) }
}

/** Returns the step that an address or a form names, or the one at hand; 404 when a gate has no such step. */
export function stepIn(gate: GateShown, version: string | null | undefined): StepShown {
  const step = version ? gate.steps.find(one => `${one.version}` === version) : stepAtHand(gate)
  if (!step) throw new Response(null, { status: 404 })
  return step
}

/** Returns what the law asks of such a gate in the countries where the house has sites. */
export async function requirementsOf({ kind }: Pick<GateShown, 'kind'>) {
  const rows = await db.selectDistinct({ country: sites.jurisdiction }).from(sites)
  return formalRequirement(
    kind,
    rows.map(({ country }) => country),
  )
}
