import { hasRole, type Person } from '~/people/rules'
import { deedsOpenTo, type ProposalFacts, witnessKeepers, witnessRegistrars } from './witness'
import type { CosigningFacts } from './witness-reminder'

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
