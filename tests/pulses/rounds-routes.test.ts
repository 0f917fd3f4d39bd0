import type { ActionFunctionArgs } from '@remix-run/node'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { personRoles, transact } from '#db'
import { closeBallotBox } from '~/pulses/ballot-box.server'
import { closeAndCount, endAsVoid } from '~/pulses/closing.server'
import { draftRound } from '~/pulses/drafting/store.server'
import type { RoundState } from '~/pulses/rules'
import { findRound } from '~/pulses/store.server'
import * as page from '~/routes/app.rounds.$roundId._index'
import * as close from '~/routes/app.rounds.$roundId.close'
import * as edit from '~/routes/app.rounds.$roundId.edit'
import * as issue from '~/routes/app.rounds.$roundId.issue'
import * as open from '~/routes/app.rounds.$roundId.open'
import * as end from '~/routes/app.rounds.$roundId.void'
import * as create from '~/routes/app.rounds.new'
import { answerOf, asPersonIn, formPost } from '../people/cast'
import { foundHouse, plan, today } from './round-trip'

type Door = { action?: (args: ActionFunctionArgs) => unknown; loader?: (args: ActionFunctionArgs) => unknown }
type Answer = { status: number; to?: string | null; body?: Record<string, unknown> }

let round = ''

beforeAll(async () => {
  await foundHouse({ A: 9, B: 3, C: 6 })
  await transact(tx => tx.insert(personRoles).values({ personId: 'A1', role: 'hr' }))
  return closeBallotBox
})

beforeEach(async () => {
  const planned = await draftRound(plan, today)
  round = planned.ok ? planned.value.id : ''
  return () => endAsVoid(round, 'mistake')
})

/** Presses a button, or opens a page, as somebody from personnel. */
async function visit(door: Door, form?: Record<string, string>, roundId = round): Promise<Answer> {
  const request = await asPersonIn('A1', '/app/rounds/somewhere', form && formPost(form))
  const deed = form ? door.action : door.loader
  const args = { request, params: { roundId }, context: {} } as unknown as ActionFunctionArgs
  const answer = await answerOf(async () => deed!(args))
  if (answer instanceof Response) return { status: answer.status, to: answer.headers.get('Location') }
  const { data, init } = answer as { data?: Record<string, unknown>; init?: { status?: number } }
  return { status: init?.status ?? 200, body: data ?? (answer as Record<string, unknown>) }
}

const stateOf = async () => (await findRound(round))?.state
const dated = { issuingFrom: '2030-01-07', opensOn: '2030-01-10', closesOn: '2030-01-18' }

test('planning leads to the page of the new round; its days are those that were sent', async () => {
  const { status, to } = await visit(create, { ...dated, withPilotItem: 'on' })
  expect(status).toBe(302)
  const id = to!.split('/').at(-1)!
  expect(await findRound(id)).toMatchObject({ ...dated, state: 'draft', withPilotItem: true })
  await endAsVoid(id, 'mistake')
})

test('days that are none are told beside their field; days that make no round come back with the reason', async () => {
  const wrong = await visit(create, { ...dated, opensOn: '2030-02-30', closesOn: '' })
  expect(wrong).toMatchObject({ status: 422, body: { problems: { opensOn: 'notADay', closesOn: 'required' } } })
  const refused = await visit(create, { ...dated, closesOn: '2030-03-01' })
  expect(refused).toMatchObject({
    status: 409,
    body: { refused: 'roundTooLong', values: { ...dated, closesOn: '2030-03-01' } },
  })
})

test('a draft may get other days; afterwards the form leads back to the round', async () => {
  expect(await visit(edit, dated)).toMatchObject({ status: 302, to: `/app/rounds/${round}` })
  expect(await findRound(round)).toMatchObject({ ...dated, withPilotItem: false })
  await visit(issue, {})
  expect(await visit(edit, { ...dated, opensOn: '2030-01-11' })).toMatchObject({
    status: 409,
    body: { refused: 'wrongState' },
  })
  expect(await visit(edit)).toMatchObject({ status: 302, to: `/app/rounds/${round}` })
})

test('each deed shows what it does before it is done, and only pressing does it', async () => {
  const deeds: [Door, RoundState, RoundState][] = [
    [issue, 'draft', 'issuing'],
    [open, 'issuing', 'open'],
  ]
  for (const [door, before, after] of deeds) {
    expect((await visit(door)).body).toMatchObject({ round: { state: before } })
    expect(await stateOf()).toBe(before)
    expect(await visit(door, {})).toMatchObject({ status: 302, to: `/app/rounds/${round}` })
    expect(await stateOf()).toBe(after)
    expect(await visit(door, {}), 'pressing twice').toMatchObject({ status: 302 })
  }
  expect(await visit(issue, {})).toMatchObject({ status: 409, body: { refused: 'wrongState' } })
})

test('closing answers at once and goes on behind the page', async () => {
  await visit(issue, {})
  await visit(open, {})
  expect(await visit(close, {})).toMatchObject({ status: 302, to: `/app/rounds/${round}` })
  expect(await stateOf()).toBe('closed')
  expect((await visit(page)).body).toMatchObject({ round: { state: 'closed', waiting: { for: 'counting' } } })
  expect(await visit(end, {}), 'no way back').toMatchObject({ status: 409, body: { refused: 'wrongState' } })
  await closeAndCount(round)
  expect(await stateOf()).toBe('published')
  expect(await visit(close, {}), 'pressing twice').toMatchObject({ status: 302 })
})

test('the round after an unanswered one waits, and its page leads to where the answer is owed', async () => {
  const unanswered = (await findRound(round))!.number - 1
  await visit(issue, {})
  expect(await visit(open, {})).toMatchObject({ status: 409, body: { refused: 'responseMissing' } })
  const obstacle = { because: 'responseMissing', other: { number: unanswered } }
  expect((await visit(page)).body).toMatchObject({ round: { waiting: { for: 'opening', obstacle } } })
})

test('a page of a round shows its groups and its questions, and nothing of who took part', async () => {
  const { body } = await visit(page)
  expect(body).toMatchObject({
    round: {
      questions: expect.arrayContaining(['Hoe was je werkweek?']),
      units: [
        { label: 'A', roster: 9, teams: [] },
        { label: 'B + C', roster: 9, teams: ['B', 'C'] },
      ],
      code: null,
    },
  })
  await visit(issue, {})
  const shown = JSON.stringify((await visit(page)).body)
  expect(shown).toMatch(/"code":"[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}"/)
  expect(shown).not.toMatch(/issued|issuances|ballots|memberIds|"A\d|@voorbeeld/)
})

test('what does not exist is not found', async () => {
  for (const door of [page, issue, open, close, end, edit])
    expect((await visit(door, undefined, 'R99')).status).toBe(404)
  expect((await visit(issue, {}, 'R99')).status).toBe(409)
})
