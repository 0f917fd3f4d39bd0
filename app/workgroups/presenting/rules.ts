import type { Day } from '~/calendar'
import { allow, type Decision, refuse } from '~/decision'
import type { ProposalState, Subject } from '../votes/rules'

type Plan = { subject: Subject; state: ProposalState; closedOn: Day | null; handedOn: Day | null }

/** That a plan was shown to colleagues: when, to how many, and what that changed. */
export type Presented = { heldOn: Day; audience: number; changed: string }

export type PresentingRefusal = 'notAPlan' | 'notDecided' | 'inTheFuture' | 'beforeDecision'

/** Decides whether a presentation to colleagues counts: of a plan that the group adopted, and that was held. */
export function presentPlan<One extends Presented>(
  plan: Plan,
  said: One,
  today: Day,
): Decision<One, PresentingRefusal> {
  if (plan.subject !== 'plan') return refuse('notAPlan')
  if (plan.state !== 'adopted' || !plan.closedOn) return refuse('notDecided')
  if (said.heldOn > today) return refuse('inTheFuture')
  return said.heldOn < plan.closedOn ? refuse('beforeDecision') : allow(said)
}

export type HandingRefusal = 'notAPlan' | 'notDecided' | 'notPresented' | 'handedAlready'

/** Decides whether a plan may go to management: after the group adopted it, and colleagues first. @source product.md, rule 8 */
export function handPlan(plan: Plan, presentations: number): Decision<null, HandingRefusal> {
  if (plan.subject !== 'plan') return refuse('notAPlan')
  if (plan.state !== 'adopted') return refuse('notDecided')
  if (presentations < 1) return refuse('notPresented')
  return plan.handedOn ? refuse('handedAlready') : allow(null)
}
