import { dayIn } from '~/calendar'
import { config } from '~/config.server'
import { isDemo } from '~/people/demo.server'
import type { Person } from '~/people/rules'
import { type Ask, asksOf } from './asks'
import { tokenErrands } from './issuing.server'
import { maySee } from './results/sight'
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
  const today = dayIn(config.timeZone, new Date())
  // What the works council still reads first is no news yet, and nobody can answer it.
  const inSight = (await listRounds()).filter(round => round.state !== 'published' || maySee(round, person, today))
  return asksOf(person, inSight, new Set(errands.map(errand => errand.round)))
}
