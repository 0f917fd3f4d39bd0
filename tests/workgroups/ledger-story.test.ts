import { beforeAll, expect, test } from 'vitest'
import { migrate, transact } from '#db'
import type { LedgerEvent } from '~/ledger/entries'
import { append } from '~/ledger/store.server'
import { foundIn, type PaperWorld, paperWorld } from '../gates/paper-world'

// What anybody can check offline: in a sound ledger every deed of a working group follows from its own vote about that
// very thing, used once, and no account was ever below zero. The tables are not asked.

beforeAll(() => migrate())

test('a vote counts as adopted only by the rule that was announced; a veto by whoever wants it', async () => {
  const w = paperWorld()
  const { fixed, vote } = w
  expect(await foundIn([...fixed, ...vote('lost', 'verdict', { consent: 0, object: 9 })])).toEqual(['vote.closed'])
  expect(await foundIn(vote('half', 'plan', { consent: 4, object: 4 }))).toEqual(['vote.closed'])
  expect(await foundIn(vote('nobody', 'veto', { consent: 0, object: 0 }))).toEqual(['vote.closed'])
  expect(await foundIn(vote('few', 'veto', { consent: 3, object: 6 }))).toEqual([])
})

test.each<[string, string, (w: PaperWorld) => LedgerEvent[]]>([
  ['a verdict', 'gate.judged', w => [...w.fixed, ...w.vote('roof', 'plan'), w.judged('roof')]],
  [
    'a key by another verdict',
    'gate.key',
    w => [...w.begun, ...w.vote('old', 'verdict'), w.key('workgroup', true, 'old')],
  ],
  ['a key turned back by a good verdict', 'gate.key', w => [...w.begun, w.key('workgroup'), w.key('workgroup', false)]],
  ['a veto', 'veto.raised', w => [...w.begun, w.veto('good')]],
  [
    'a change of mind',
    'veto.moved',
    w => [...w.begun, ...w.vetoed, w.moved('answered', 'management'), w.moved('persuaded', 'group', 'good')],
  ],
  ['an escalation', 'veto.moved', w => [...w.begun, ...w.vetoed, w.moved('escalated', 'group', 'no')]],
  [
    'a commitment',
    'budget.booked',
    w => [...w.begun, w.booked('grant', 1, {}), w.booked('commitment', 2, { by: 'good' })],
  ],
])('a vote about something else is no decision for %s', async (_what, kind, story) => {
  expect(await foundIn(story(paperWorld()))).toEqual([kind])
})

test('a vote of another group decides nothing, and one of the group decides one deed', async () => {
  const [other, w] = [paperWorld(), paperWorld()]
  await foundIn([...other.begun, ...other.vote('loan', 'verdict')])
  expect(await foundIn([...w.fixed, w.judged(`loan-${other.n}`)])).toEqual(['gate.judged'])
  expect(await foundIn([...w.vote('good', 'verdict'), w.judged('good')])).toEqual([])
  expect(await foundIn([w.judged('good')])).toEqual(['gate.judged'])
})

test('a plan of another group, or what is no plan, is not handed in', async () => {
  const [other, w] = [paperWorld(), paperWorld()]
  const show = (group: string, proposal: string): LedgerEvent[] => [
    { type: 'plan.presented', data: { group, proposal, held_on: '2026-06-09', audience: 40 }, words: { changed: 'c' } },
    { type: 'plan.handed', data: { group, proposal } },
  ]
  await foundIn([...other.begun, ...w.begun, ...w.vote('roof', 'plan')])
  expect(await foundIn(show(w.group, `good-${w.n}`))).toEqual(['plan.handed'])
  expect(await foundIn(show(other.group, `roof-${w.n}`))).toEqual(['plan.presented', 'plan.handed'])
  expect(await foundIn(show(w.group, `roof-${w.n}`))).toEqual([])
})

test('lots are drawn from a list that this group announced, once', async () => {
  const [other, w] = [paperWorld(), paperWorld()]
  const draw = (group: string, announced: number): LedgerEvent => ({
    type: 'draw.held',
    data: { group, announced, seed: `sha256:${'0'.repeat(64)}`, chosen: [1] },
  })
  const list: LedgerEvent = {
    type: 'draw.announced',
    data: { group: w.group, seats: 1, volunteers: 2 },
    words: { list: 'l' },
  }
  await foundIn([...other.begun, ...w.begun])
  const announced = await transact(tx => append(tx, list, new Date('2026-06-10T12:00:00Z')))
  expect(await foundIn([draw(w.group, announced - 1)])).toEqual(['draw.held'])
  expect(await foundIn([draw(other.group, announced)])).toEqual(['draw.held'])
  expect(await foundIn([draw(w.group, announced)])).toEqual([])
  expect(await foundIn([draw(w.group, announced)])).toEqual(['draw.held'])
})

/** A group that was given 200 and committed 100 of it by a vote. */
const funded = (w: PaperWorld) => [
  ...[...w.begun, ...w.vote('buy', 'expense'), w.booked('grant', 1, { cents: 200 })],
  w.booked('commitment', 2, { by: 'buy' }),
]

test('control: money that was given, committed by a vote, spent, corrected and let go is sound', async () => {
  const w = paperWorld()
  const undone = { by: 'buy', cents: 60, corrects: 3, from: 'spent', to: 'committed' }
  const spent = [w.booked('expense', 3, { by: 'buy', cents: 60 }), w.booked('correction', 4, undone)]
  const rest = [w.booked('expense', 5, { by: 'buy', cents: 70 }), w.booked('release', 6, { by: 'buy', cents: 30 })]
  expect(await foundIn([...funded(w), ...spent, ...rest])).toEqual([])
})

test.each<[string, (w: PaperWorld) => LedgerEvent[]]>([
  ['more than there is', w => [...w.vote('big', 'expense'), w.booked('commitment', 3, { cents: 101, by: 'big' })]],
  ['without a vote of the group', w => [w.booked('commitment', 3, {})]],
  ['twice by one vote', w => [w.booked('commitment', 3, { by: 'buy' })]],
  ['and spent without a decision', w => [w.booked('expense', 3, {})]],
  ['and let go without a decision', w => [w.booked('release', 3, {})]],
  ['and spent by a decision that committed nothing', w => [w.booked('expense', 3, { by: 'good' })]],
  [
    'and spent beyond its own decision',
    w => [
      ...[...w.vote('too', 'expense'), w.booked('commitment', 3, { by: 'too', cents: 50 })],
      w.booked('expense', 4, { by: 'too', cents: 51 }),
    ],
  ],
  ['out of order', w => [...w.vote('too', 'expense'), w.booked('commitment', 4, { by: 'too' })]],
  ['to undo what was never booked', w => [w.booked('correction', 3, { corrects: 7 })]],
])('money booked %s is found', async (_how, wrong) => {
  const w = paperWorld()
  expect(await foundIn([...funded(w), ...wrong(w)])).toEqual(['budget.booked'])
})
