import type { LoaderFunctionArgs } from '@remix-run/node'
import { beforeAll, expect, test } from 'vitest'
import { addDays, addWeeks, dayIn, isoWeek } from '~/calendar'
import * as key from '~/routes/app.gates.$gateId.key'
import * as verdict from '~/routes/app.gates.$gateId.verdict'
import * as veto from '~/routes/app.gates.$gateId.veto'
import * as ownHours from '~/routes/app.groups.$groupId.hours._index'
import * as roster from '~/routes/app.groups.$groupId.hours.roster'
import { answerOf, asPersonIn, formPost, foundOrganisation, hire } from '../people/cast'
import { foundGate } from './cast'

// Without JavaScript the answer is all there is: whoever is refused finds in it what they typed.

const today = dayIn('Europe/Amsterdam', new Date())
let world: Awaited<ReturnType<typeof foundGate>>
beforeAll(async () => {
  await foundOrganisation()
  await hire('directeur@voorbeeld.nl', ['executive'])
  await hire('raadslid@voorbeeld.nl', ['worksCouncil'])
  await hire('leider@voorbeeld.nl', ['projectLead'])
  world = await foundGate(addDays(today, -30))
})

type Action = (args: LoaderFunctionArgs) => unknown
async function refusedOf(action: unknown, who: string, typed: Record<string, string>) {
  const request = await asPersonIn(who, '/app/x?step=1', formPost(typed))
  const params = { gateId: world.gateId, groupId: world.group }
  const answer = await answerOf(async () => (action as Action)({ request, params, context: {} } as never))
  const { data, init } = answer as { data: { refused: string; failed: { values: object } }; init: { status: number } }
  return { status: init.status, refused: data.refused, values: data.failed.values }
}

const note = 'Het advies is er.'
const words = { evidence: 'Drie klanten wachtten.', persuade: 'Twee weken zonder.' }
const judged = { good1: 'no', note1: 'Te traag.', words: 'Nog niet.' }
const old = { week: addWeeks(isoWeek(today), -30), used: '7:30', pulledBack: '0:30' }
const rows = { 'hours-0': '8:00', 'hours-1': '4:30', 'hours-2': '0:00' }
const member = () => world.members[0]!
test.each<[string, unknown, () => string, Record<string, string>, object, string]>([
  [
    'a key',
    key.action,
    () => 'raadslid',
    { version: '1', deed: 'turn', note, link: '', step: 'publish' },
    { note },
    '',
  ],
  ['a veto', veto.action, member, { against: '1.9', ...words }, words, 'noSuchCriterion'],
  ['a verdict', verdict.action, member, judged, judged, 'notFrozen'],
  ['own hours', ownHours.action, member, old, { used: '7:30', pulledBack: '0:30' }, 'notAMember'],
  ['a roster', roster.action, () => 'leider', { seen: 'anders', ...rows }, rows, 'changedMeanwhile'],
])('what was typed about %s comes back with the refusal', async (_what, action, who, typed, kept, because) => {
  const answer = await refusedOf(action, who(), typed)
  expect(answer).toMatchObject({ status: 409, values: kept })
  expect(answer.refused).toContain(because)
})
