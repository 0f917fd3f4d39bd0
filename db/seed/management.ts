import { demoPersons } from '~/people/demo.server'
import { recordPrediction } from '~/readiness/prediction/store.server'
import { selfCheckLines } from '~/readiness/self-check/rules'
import { findSelfCheck } from '~/readiness/self-check/store.server'
import { recordHandedIn, saveLine } from '~/readiness/self-check/writing.server'

/** What the invented management says of itself, check after check: sure of everything at first, more careful a year later. */
const sayings: Record<string, [answer: number, expectation: number][]> = {
  'trust.1': [
    [5, 8],
    [4, 7],
    [4, 6],
  ],
  'trust.2': [
    [5, 8],
    [4, 6],
    [3, 5],
  ],
  'knowledge.1': [
    [4, 7],
    [4, 7],
    [4, 7],
  ],
  'knowledge.2': [
    [4, 7],
    [4, 6],
    [3, 5],
  ],
  'time.1': [
    [4, 7],
    [4, 6],
    [4, 5],
  ],
  'time.2': [
    [5, 8],
    [4, 6],
    [4, 6],
  ],
  'power.1': [
    [4, 6],
    [4, 5],
    [4, 5],
  ],
  'power.2': [
    [4, 7],
    [4, 6],
    [4, 5],
  ],
  'direction.1': [
    [5, 8],
    [4, 7],
    [4, 6],
  ],
  'direction.2': [
    [2, 3],
    [0, 3],
    [2, 4],
  ],
}

/** Of ten colleagues, for how many the invented management thinks a barrier is high. */
const expectedHigh: Record<string, number[]> = {
  job_loss: [3, 4, 4],
  distrust: [2, 3, 4],
  ai_fails: [4, 4, 4],
  too_old: [4, 3, 2],
  unheard: [2, 3, 4],
}

/** What the invented team lead expects of the own team. */
const leadExpects = { job_loss: 5, distrust: 4, ai_fails: 5, too_old: 2, unheard: 5 }

/** Answers for management before the `nth` check of the demo, and hands in; a team lead says for themselves what they expect. */
export async function managementAnswers(roundId: string, nth: number, at: Date) {
  const people = await demoPersons()
  const by = { id: people.find(one => one.role === 'executive')!.personId }
  for (const { itemId } of selfCheckLines('checkWithMirror')) {
    const [answer, expectation] = sayings[itemId]?.[nth] ?? [undefined, expectedHigh[itemId]?.[nth]]
    await saveLine(roundId, { itemId, seen: {}, mine: { answer, expectation } }, by)
  }
  const { text } = (await findSelfCheck(roundId))!
  const handedIn = await recordHandedIn(roundId, text, { by, at })
  if (!handedIn.ok) throw new Error(`management of the demo may not hand in: ${handedIn.because}`)
  const lead = people.find(one => one.role === 'teamLead')
  if (lead) await recordPrediction(roundId, leadExpects, { id: lead.personId })
}
