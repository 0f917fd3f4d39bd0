import type { Db } from '#db'
import { allow, refuse } from '~/decision'
import type { Subject } from './rules'
import { type About, findProposal } from './store.server'

/** Decides whether a group adopted a proposal about exactly this: the same subject, and the same step or veto. */
export async function adoptedAbout(tx: Db, proposalId: string, subject: Subject, about: About) {
  const proposal = await findProposal(proposalId, tx)
  if (!proposal) return refuse('noSuchProposal')
  const isAboutThis = proposal.subject === subject && isSame(proposal.about, about)
  return isAboutThis && proposal.state === 'adopted' ? allow(proposal) : refuse('notDecided')
}

const isSame = (one: object | undefined, other: object) =>
  one !== undefined && JSON.stringify(Object.entries(one).sort()) === JSON.stringify(Object.entries(other).sort())
