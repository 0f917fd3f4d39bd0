import type { Day } from '~/calendar'
import { hasRole, type Person } from '~/people/rules'
import { deedsOpenTo, type ProposalFacts, witnessKeepers, witnessRegistrars } from '../witness'
import { type CosigningFacts, reminderOf } from './reminder'

/** The one thing that a reader can do now for the witnesses. */
export type NextStep =
  | { kind: 'register' | 'confirm'; id: string; name: string }
  | { kind: 'otherConfirms' | 'waitsForRegistrar' | 'waitsForCouncil'; name: string }
  | { kind: 'propose' | 'cosign' | 'upToDate' | 'nothingForAdmin' }

type Proposal = ProposalFacts & { id: string; name: string }
type By = Pick<Person, 'id' | 'roles'>

/** Returns what `by` can do next: first what only they can move on, then what they wait for, then signing along. */
export function nextStep(proposals: readonly Proposal[], { witnesses, waiting }: CosigningFacts, by: By): NextStep {
  for (const proposal of proposals) {
    const [deed] = deedsOpenTo(proposal, by)
    if (deed === 'register' || deed === 'confirm') return { kind: deed, id: proposal.id, name: proposal.name }
  }
  const isKeeper = hasRole(by, witnessKeepers)
  if (isKeeper && witnesses > 0 && waiting > 0) return { kind: 'cosign' }
  const waits = proposals.map(proposal => waitOf(proposal, by)).find(Boolean)
  if (waits) return waits
  if (!isKeeper) return { kind: 'nothingForAdmin' }
  return { kind: witnesses === 0 ? 'propose' : 'upToDate' }
}

function waitOf({ state, registeredBy, name }: Proposal, by: By): NextStep | undefined {
  if (state === 'proposed') return { kind: 'waitsForRegistrar', name }
  if (state !== 'registered') return undefined
  const isSamePerson = registeredBy === by.id && hasRole(by, witnessKeepers) && hasRole(by, witnessRegistrars)
  return { kind: isSamePerson ? 'otherConfirms' : 'waitsForCouncil', name }
}

/** What asks for somebody's attention for the sake of the witnesses. */
export type WitnessAsk =
  | { kind: 'witness'; say: 'roundWaits'; number: number }
  | { kind: 'witness'; say: 'soon' | 'late'; markOn: Day }
  | { kind: 'witness'; say: 'register' | 'confirm'; id: string; name: string }

type Standing = { proposals: readonly Proposal[]; facts: CosigningFacts; roundWaiting?: { number: number } }

/** Returns the most urgent thing that the witnesses ask of `by`; a round that nobody can enter comes first. */
export function witnessAsk({ proposals, facts, roundWaiting }: Standing, by: By, today: Day): WitnessAsk | undefined {
  const isKeeper = hasRole(by, witnessKeepers)
  if (isKeeper && roundWaiting) return { kind: 'witness', say: 'roundWaits', number: roundWaiting.number }
  const reminder = isKeeper ? reminderOf(facts, today) : undefined
  if (reminder) return { kind: 'witness', say: reminder.isLate ? 'late' : 'soon', markOn: reminder.markOn }
  const step = nextStep(proposals, facts, by)
  if (step.kind !== 'register' && step.kind !== 'confirm') return undefined
  return { kind: 'witness', say: step.kind, id: step.id, name: step.name }
}
