import { beforeAll, expect, test } from 'vitest'
import { migrate, transact } from '#db'
import type { LedgerEvent } from '~/ledger/entries'
import { exportLog } from '~/ledger/served.server'
import { append } from '~/ledger/store.server'
import { verify } from '../../app/ledger/verify.mjs'

// What anybody can check offline: in a sound ledger no account of a working group was ever below zero, and no gate was
// ever open with a key missing or a veto standing. The tables are not asked; here things are entered past all rules.

beforeAll(() => migrate())

let groups = 0
/** A working group and a use case that no other test knows, with everything that comes before its gate can open. */
function world() {
  const n = ++groups
  const [group, use_case, gate] = [`W-${n}`, `U-${n}`, `G-${n}`]
  const place = { gate, version: 1 }
  const vote = (proposal: string): LedgerEvent[] => [
    {
      type: 'vote.opened',
      data: {
        ...{ group, proposal: `${proposal}-${n}`, subject: 'plan', closes: '2026-06-30' },
        ...{ quorum_pct: 67, majority_pct: 50, veto_pct: 33 },
      },
      words: { title: 'a', text: 'b' },
    },
    {
      type: 'vote.closed',
      data: { proposal: `${proposal}-${n}`, outcome: 'adopted', consent: 8, aside: 1, object: 0 },
    },
  ]
  const key = (holder: 'workgroup' | 'formal', turned = true): LedgerEvent => ({
    type: 'gate.key',
    data: { ...place, holder, turned, ...(holder === 'workgroup' && { proposal: `good-${n}` }) },
    words: {},
  })
  const begun: LedgerEvent[] = [
    { type: 'workgroup.mandated', data: { group, version: 1, seats: 12, weekly_minutes: 480 }, words: { text: 'm' } },
    { type: 'phase.entered', data: { use_case, phase: 'listen' } },
    { type: 'phase.entered', data: { use_case, phase: 'prototype' } },
    {
      type: 'gate.step',
      data: { ...place, group, use_case, kind: 'pilotStart', target_pct: 20, measuring_from: '2026-06-01' },
      words: { criteria: '[]' },
    },
    ...vote('good'),
    {
      type: 'gate.judged',
      data: { ...place, good: true, failed: [], proposal: `good-${n}` },
      words: { notes: '[]' },
    },
  ]
  const booked = (kind: 'grant' | 'commitment' | 'expense' | 'correction', no: number, more: object): LedgerEvent => {
    const ways = {
      grant: ['pool', 'free'],
      commitment: ['free', 'committed'],
      expense: ['committed', 'spent'],
    } as const
    const [from, to] = kind === 'correction' ? (['free', 'pool'] as const) : ways[kind]
    return { type: 'budget.booked', data: { group, no, kind, cents: 100, from, to, ...more }, words: { what: 'w' } }
  }
  const veto: LedgerEvent[] = [
    ...vote('no'),
    {
      type: 'veto.raised',
      data: { ...place, id: `X-${n}`, criterion: 1, proposal: `no-${n}`, answer_due: '2026-07-01' },
      words: { evidence: 'e', persuade: 'p' },
    },
  ]
  const moved = (
    to: 'answered' | 'persuaded' | 'overridden',
    by: 'group' | 'management' | 'director',
  ): LedgerEvent => ({
    type: 'veto.moved',
    data: { id: `X-${n}`, to, by, ...(by === 'group' && { proposal: `good-${n}` }) },
    words: {},
  })
  const open: LedgerEvent = { type: 'gate.moved', data: { gate, pct: 20, version: 1 }, words: {} }
  return { begun, key, veto, moved, open, vote, booked, n }
}

let seen = 0
/** Enters events whatever they are. @returns the kinds of those that the verifier finds out of place */
async function foundIn(events: LedgerEvent[]): Promise<string[]> {
  for (const event of events) await transact(tx => append(tx, event, new Date('2026-06-10T12:00:00Z')))
  const { problems } = await verify(await exportLog())
  const references = problems.filter(({ code }: { code: string }) => code === 'reference')
  const fresh = references.slice(seen)
  seen = references.length
  return fresh.map(({ what }: { what: string }) => what)
}

test('control: a gate that opens with both keys, and again after the group was persuaded, is sound', async () => {
  const { begun, key, veto, moved, open } = world()
  const first = [...begun, key('workgroup'), key('formal'), open]
  const again = [...veto, moved('answered', 'management'), moved('persuaded', 'group'), open]
  expect(await foundIn([...first, ...again])).toEqual([])
})

test.each<[string, (w: ReturnType<typeof world>) => LedgerEvent[]]>([
  ['without any key', w => [...w.begun, w.open]],
  ['without the key of the works council', w => [...w.begun, w.key('workgroup'), w.open]],
  ['without the key of the working group', w => [...w.begun, w.key('formal'), w.open]],
  [
    'after a key was turned back',
    w => [...w.begun, w.key('workgroup'), w.key('formal'), w.key('formal', false), w.open],
  ],
  ['under a veto', w => [...w.begun, w.key('workgroup'), w.key('formal'), ...w.veto, w.open]],
  [
    'under a veto that was only answered',
    w => [...w.begun, w.key('workgroup'), w.key('formal'), ...w.veto, w.moved('answered', 'management'), w.open],
  ],
])('a gate that opens %s is found', async (_how, story) => {
  expect(await foundIn(story(world()))).toEqual(['gate.moved'])
})

test('management cannot persuade in the place of the group, nor a director set aside what nobody answered', async () => {
  const one = world()
  expect(await foundIn([...one.begun, ...one.veto, one.moved('persuaded', 'management')])).toEqual(['veto.moved'])
  const other = world()
  expect(await foundIn([...other.begun, ...other.veto, other.moved('overridden', 'director')])).toEqual(['veto.moved'])
})

test('control: money that was given, committed by a vote and spent is sound', async () => {
  const { begun, booked, n } = world()
  const proposal = `good-${n}`
  const story = [booked('grant', 1, {}), booked('commitment', 2, { proposal }), booked('expense', 3, {})]
  expect(await foundIn([...begun, ...story])).toEqual([])
})

test.each<[string, (w: ReturnType<typeof world>) => LedgerEvent]>([
  ['more than there is', w => w.booked('commitment', 2, { cents: 101, proposal: `good-${w.n}` })],
  ['without a vote of the group', w => w.booked('commitment', 2, {})],
  ['what was never committed', w => w.booked('expense', 2, {})],
  ['out of order', w => w.booked('commitment', 3, { proposal: `good-${w.n}` })],
  ['to undo what was never booked', w => w.booked('correction', 2, { corrects: 7 })],
])('money booked %s is found', async (_how, wrong) => {
  const w = world()
  expect(await foundIn([...w.begun, w.booked('grant', 1, {}), wrong(w)])).toEqual(['budget.booked'])
})

test('a phase that is skipped is found', async () => {
  const skipped: LedgerEvent = { type: 'phase.entered', data: { use_case: 'U-new', phase: 'prototype' } }
  expect(await foundIn([skipped])).toEqual(['phase.entered'])
})
