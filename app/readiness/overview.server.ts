import { hasRole, type Person, roundManagers } from '~/people/rules'
import { listRounds } from '~/pulses/store.server'
import { type CheckFacts, type ReadinessAsk, readinessAsksOf } from './asks'
import { predictors } from './prediction/rules'
import { roundsPredictedBy } from './prediction/store.server'
import { selfCheckWriters } from './self-check/rules'
import { handedInRounds } from './self-check/store.server'

/** Who knows of a check while it is still planned: who runs it, and who says something beforehand. */
const plansReaders = [...roundManagers, ...selfCheckWriters, ...predictors]

/** Returns the checks, the latest first, as far as this person may know of them. */
export async function checksFor(person: Pick<Person, 'id' | 'roles'>): Promise<CheckFacts[]> {
  const handedIn = await handedInRounds()
  const predicted = await roundsPredictedBy(person)
  const rounds = await listRounds()
  return rounds
    .filter(({ asks, state }) => asks !== 'pulse' && (state !== 'draft' || hasRole(person, plansReaders)))
    .map(({ id, number, state, asks, opensOn }) => ({
      ...{ id, number, state, asks, opensOn },
      isHandedIn: handedIn.has(id),
      isPredicted: predicted.has(id),
    }))
}

/** Returns what checks ask of this person now. */
export async function readinessAsks(person: Pick<Person, 'id' | 'roles'>): Promise<ReadinessAsk[]> {
  if (!hasRole(person, [...selfCheckWriters, ...predictors])) return []
  return readinessAsksOf(person, await checksFor(person))
}
