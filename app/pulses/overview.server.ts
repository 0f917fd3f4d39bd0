import { isDemo } from '~/people/demo.server'
import type { Person } from '~/people/rules'
import { type Ask, asksOf } from './asks'
import { tokenErrands } from './issuing.server'
import { latestResponses } from './results/store.server'
import { listRounds, organisationName } from './store.server'

/** Answers on the front page; all others stand with their results. */
const responsesInSight = 3

/** Returns all that the public front page tells: it knows no reader. */
export async function publicOverview() {
  const open = (await listRounds()).filter(round => round.state === 'open')
  return {
    organisationName: await organisationName(),
    openRounds: open.map(({ id, number, closesOn }) => ({ id, number, closesOn })),
    responses: await latestResponses(responsesInSight),
    demo: await isDemo(),
  }
}

/** Returns what asks for this person's attention, at most three things. */
export async function homeAsks(person: Person): Promise<Ask[]> {
  const errands = await tokenErrands(person.id)
  return asksOf(person, await listRounds(), new Set(errands.map(errand => errand.round)))
}
