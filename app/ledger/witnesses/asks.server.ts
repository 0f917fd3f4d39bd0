import { dayIn } from '~/calendar'
import { config } from '~/config.server'
import { hasRole, type Person } from '~/people/rules'
import { findWaitingRound } from '../awaiting.server'
import { witnessReaders } from '../witness'
import { type WitnessAsk, witnessAsk } from './next'
import { cosigningFacts } from './overview.server'
import { listProposals } from './store.server'

/** Returns what the witnesses ask of this person; nothing for most people. */
export async function witnessAsks(person: Pick<Person, 'id' | 'roles'>, at: Date): Promise<WitnessAsk[]> {
  if (!hasRole(person, witnessReaders)) return []
  const [proposals, facts, roundWaiting] = [await listProposals(), await cosigningFacts(), await findWaitingRound()]
  return [witnessAsk({ proposals, facts, roundWaiting }, person, dayIn(config.timeZone, at))].filter(
    ask => ask !== undefined,
  )
}
