import { allow, type Decision, refuse } from '~/decision'
import { hasRole, type Person, type Role } from '~/people/rules'

/** Whose witness somebody is. */
export const witnessKinds = ['worksCouncil', 'union', 'other'] as const
export type WitnessKind = (typeof witnessKinds)[number]

/** How far a key is on its way: an administrator registers it, the works council confirms that it is the right one. */
export const witnessStates = ['proposed', 'registered', 'confirmed', 'refused'] as const
export type WitnessState = (typeof witnessStates)[number]

/** Who proposes a witness, confirms it, signs along and ends its task: a witness looks along for the staff. */
export const witnessKeepers = ['worksCouncil'] as const satisfies readonly Role[]

/** Who registers a proposed key; never enough to make somebody a witness. */
export const witnessRegistrars = ['platformAdmin'] as const satisfies readonly Role[]

/** Who sees how proposals stand. */
export const witnessReaders = [...witnessKeepers, ...witnessRegistrars] as const satisfies readonly Role[]

/** What can be done with a proposal. */
export const proposalDeeds = ['register', 'confirm', 'refuse'] as const
export type ProposalDeed = (typeof proposalDeeds)[number]
export type ProposalFacts = { state: WitnessState; registeredBy: string | null }
export type ProposalRefusal = 'notYourDeed' | 'notNow' | 'sameHands'

type By = Pick<Person, 'id' | 'roles'>

const leadsTo = { register: 'registered', confirm: 'confirmed', refuse: 'refused' } as const

/**
 * Decides whether `by` may do `deed` with a proposal.
 *
 * Two accounts, one of them of the works council, must agree on every witness. An administrator could otherwise
 * appoint a witness of their own, and rewrite the ledger with its blessing. Whoever has both roles has one account.
 * Who can make sign-in links for others, or reads the database, could still use two: the council sees every name, and
 * the ledger keeps it.
 */
export function decideProposal(proposal: ProposalFacts, deed: ProposalDeed, by: By) {
  const decides = deciderOf(proposal.state)
  if (!decides || (deed !== 'refuse' && deed !== decides.deed)) return refuse('notNow')
  if (!hasRole(by, decides.roles)) return refuse('notYourDeed')
  if (deed === 'confirm' && proposal.registeredBy === by.id) return refuse('sameHands')
  return allow(leadsTo[deed]) satisfies Decision<WitnessState, ProposalRefusal>
}

/** Returns what `by` may do with a proposal now. */
export const deedsOpenTo = (proposal: ProposalFacts, by: By): ProposalDeed[] =>
  proposalDeeds.filter(deed => decideProposal(proposal, deed, by).ok)

/** Returns whose turn it is. */
function deciderOf(state: WitnessState) {
  if (state === 'proposed') return { deed: 'register', roles: witnessRegistrars } as const
  return state === 'registered' ? ({ deed: 'confirm', roles: witnessKeepers } as const) : undefined
}

export type RemovalRefusal = 'noSuchWitness' | 'lastWitness' | 'roundWaits'

/**
 * Decides whether the witness that was entered as `addedSeq` may be removed. One member of the works council does so
 * alone, and therefore never while a round waits for a cosignature, and never the last one: a successor comes first.
 */
export function decideRemoval<Witness extends { addedSeq: number }>(
  present: readonly Witness[],
  addedSeq: number,
  isRoundWaiting: boolean,
): Decision<Witness, RemovalRefusal> {
  const witness = present.find(one => one.addedSeq === addedSeq)
  if (!witness) return refuse('noSuchWitness')
  if (present.length === 1) return refuse('lastWitness')
  return isRoundWaiting ? refuse('roundWaits') : allow(witness)
}

/** Decides whether a name is free: two witnesses of one name cannot be told apart in the ledger. */
export function proposeWitness(name: string, others: readonly { name: string }[]) {
  return others.some(other => other.name === name) ? refuse('nameTaken') : allow({ state: 'proposed' as const })
}
