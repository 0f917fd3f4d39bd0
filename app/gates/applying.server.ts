import { refuse } from '~/decision'
import { kindOf, log } from '~/log.server'
import { waitingDecisions } from '~/workgroups/votes/adopted.server'
import type { Subject } from '~/workgroups/votes/rules'
import type { Proposal } from '~/workgroups/votes/store.server'
import { recordFreezing, recordVerdict, turnGroupKeyBack } from './moving.server'
import { raiseVeto, recordVetoMove } from './vetoing.server'

/** What a group decides about its gate; each is done by the house itself, once, when the vote has closed. */
const ofGates = ['criteria', 'verdict', 'key', 'veto', 'persuaded', 'escalate'] as const satisfies readonly Subject[]

/**
 * Does what working groups decided about their gates and what was not done yet. Harmless to repeat: what a rule refuses
 * waits, and one that fails does not stop the others.
 */
export async function applyGateDecisions(at: Date): Promise<void> {
  for (const proposal of await waitingDecisions(ofGates)) {
    try {
      await applyGateDecision(proposal, at)
    } catch (fault) {
      log('job.failed', { job: 'gateDecision', kind: kindOf(fault) })
    }
  }
}

/** Does what one adopted proposal decided; its page shows a refusal. */
export function applyGateDecision({ id, subject, about, words }: Proposal, at: Date) {
  if (!about) return refuse('notDecided')
  if ('vetoId' in about) {
    if (subject !== 'persuaded' && subject !== 'escalate') return refuse('notDecided')
    return recordVetoMove(about.vetoId, { move: subject, by: 'group', reason: words, proposalId: id }, at)
  }
  const { gateId, version, criterion } = about
  const place = { gateId, version }
  if (subject === 'veto') return criterion ? raiseVeto({ ...place, criterion }, id, at) : refuse('noSuchCriterion')
  if (subject === 'criteria') return recordFreezing(place, id, at)
  if (subject === 'verdict') return recordVerdict(place, id, at)
  return subject === 'key' ? turnGroupKeyBack(place, id, at) : refuse('notDecided')
}
