import type { Db } from '#db'
import { refuse } from '~/decision'
import { adopted } from '~/workgroups/votes/adopted.server'
import type { Subject } from '~/workgroups/votes/rules'
import type { About } from '~/workgroups/votes/store.server'

/** What a decision has to be about, and whose it has to be. */
type Wanted = { subject: Subject; gate: { workgroupId: string }; about: About }

/**
 * Finds what the group of a gate adopted about exactly this step or veto. The vote of another group, or one about another
 * step, decides nothing here.
 */
export async function decidedAbout(tx: Db, proposalId: string, { subject, gate, about }: Wanted) {
  const found = await adopted(tx, proposalId, subject)
  if (!found.ok) return found
  const isOwn = found.value.workgroupId === gate.workgroupId && isSame(found.value.about, about)
  return isOwn ? found : refuse('notDecided')
}

function isSame(one: About | undefined, other: About): boolean {
  if (!one) return false
  if ('vetoId' in one || 'vetoId' in other) return 'vetoId' in one && 'vetoId' in other && one.vetoId === other.vetoId
  return one.gateId === other.gateId && one.version === other.version && one.criterion === other.criterion
}
