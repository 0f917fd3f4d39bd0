import { refuse } from '~/decision'
import type { Translate } from '~/language'
import { fullName, type Person } from '~/people/rules'
import { propose } from '~/workgroups/votes/voting.server'
import { findGate } from '../store.server'
import { type VetoMove, vetoMoversOf } from '../vetoes'
import { recordVetoMove } from '../vetoing.server'
import { findVeto } from './reading.server'

type By = Pick<Person, 'roles' | 'givenName' | 'surname'>
type Answer = { move: Extract<VetoMove, 'answer' | 'accept' | 'override'>; reason: string }

/** Lets management answer a veto, do as it says, or a director set it aside. The name under that is that of whoever is signed in, and no other. */
export function actForManagement(vetoId: string, { move, reason }: Answer, person: By, at: Date) {
  const by = move === 'override' ? 'director' : 'management'
  if (!vetoMoversOf(person).includes(by)) return Promise.resolve(refuse('notYourMove'))
  const name = by === 'director' ? { name: fullName(person) } : {}
  return recordVetoMove(vetoId, { move, by, reason, ...name }, at)
}

type Asker = { personId: string; at: Date; t: Translate }
type VetoSaid = { version: number; criterion: number; evidence: string; persuade: string }

/** Puts a veto before the group: about one criterion that is fixed, of one step of the gate. */
export async function proposeVeto(gateId: string, said: VetoSaid, { personId, at, t }: Asker) {
  const gate = await findGate(gateId)
  const { version, criterion, evidence, persuade } = said
  const step = gate?.steps.find(one => one.version === version)
  const asked = step?.criteria.find(({ number }) => number === criterion)
  if (!gate || !step || !asked) return refuse('noSuchCriterion')
  if (step.frozenOn === null) return refuse('notFrozen')
  const title = t('vetoes.proposal.veto', { gate: gate.name, pct: step.targetPct, measure: asked.measure })
  const about = { gateId, version, criterion }
  return propose(
    gate.workgroupId,
    { subject: 'veto', title, words: evidence, about, detail: { persuade } },
    personId,
    at,
  )
}

/** Puts before the group that it is persuaded, or that the works council must know. */
export async function proposeGroupMove(
  vetoId: string,
  { move, reason }: { move: 'persuaded' | 'escalate'; reason: string },
  { personId, at, t }: Asker,
) {
  const veto = await findVeto(vetoId, at)
  if (!veto) return refuse('noSuchVeto')
  const title = t(`vetoes.proposal.${move}`, { id: vetoId, gate: veto.gate.name })
  return propose(veto.gate.workgroupId, { subject: move, title, words: reason, about: { vetoId } }, personId, at)
}
