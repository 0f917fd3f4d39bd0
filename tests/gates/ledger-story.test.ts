import { beforeAll, expect, test } from 'vitest'
import { migrate } from '#db'
import type { LedgerEvent } from '~/ledger/entries'
import { foundIn, type PaperWorld, paperWorld } from './paper-world'

// What anybody can check offline: in a sound ledger no gate was ever open with a key missing or a veto standing, nor
// left open by the deed that holds it. The tables are not asked; here things are entered past all rules.

beforeAll(() => migrate())

test('control: a gate that opens, closes under a veto, opens again and closes after a bad verdict is sound', async () => {
  const { opened, vetoed, moved, open, at, vote, judged, key } = paperWorld()
  const persuaded = [moved('answered', 'management'), ...vote('calm', 'persuaded'), moved('persuaded', 'group'), open]
  const worse = [...vote('bad', 'verdict'), judged('bad', false), key('workgroup', false, 'bad'), at(0)]
  const better = [...vote('fine', 'verdict'), judged('fine'), key('workgroup', true, 'fine'), open]
  const back = [...vote('back', 'key'), key('workgroup', false, 'back'), at(0)]
  expect(await foundIn([...opened, ...vetoed, at(0), ...persuaded, ...worse, ...better, ...back])).toEqual([])
})

test.each<[string, (w: PaperWorld) => LedgerEvent[]]>([
  ['without any key', w => w.begun],
  ['without the key of the works council', w => [...w.begun, w.key('workgroup')]],
  ['without the key of the working group', w => [...w.begun, w.key('formal')]],
  ['after a key was turned back', w => [...w.begun, w.key('workgroup'), w.key('formal'), w.key('formal', false)]],
  ['under a veto', w => [...w.begun, w.key('workgroup'), w.key('formal'), ...w.vetoed]],
  [
    'under a veto that was only answered',
    w => [...w.begun, w.key('workgroup'), w.key('formal'), ...w.vetoed, w.moved('answered', 'management')],
  ],
])('a gate that opens %s is found', async (_how, story) => {
  const w = paperWorld()
  expect(await foundIn([...story(w), w.open])).toEqual(['gate.moved'])
})

test.each<[string, (w: PaperWorld) => LedgerEvent[]]>([
  ['a veto', w => w.vetoed],
  ['a veto, until the end', w => w.vetoed],
  ['a key that is turned back', w => [w.key('formal', false)]],
  ['a bad verdict', w => [...w.vote('bad', 'verdict'), w.judged('bad', false)]],
  [
    'a bad verdict and its key',
    w => [...w.vote('bad', 'verdict'), w.judged('bad', false), w.key('workgroup', false, 'bad')],
  ],
])('a gate that stays open after %s is found', async (how, story) => {
  const w = paperWorld()
  const after = how.endsWith('end') ? [] : [...w.vote('roof', 'plan'), w.at(0)]
  expect(await foundIn([...w.opened, ...story(w), ...after])).toEqual(['leftOpen'])
})

/** A second, further step with everything it needs. */
const further = (w: PaperWorld) => [
  ...[w.step(2, 50), ...w.vote('more', 'verdict'), w.judged('more', true, 2)],
  ...[w.key('workgroup', true, 'more', 2), w.key('formal', true, '', 2)],
]

test('a veto against a step holds those beyond it until it is settled; one that was accepted holds only its own', async () => {
  const open = paperWorld()
  expect(await foundIn([...open.opened, ...further(open), open.at(50, 2), ...open.vetoed])).toEqual(['leftOpen'])
  const leapt = paperWorld()
  const closed = [...leapt.opened, ...further(leapt), ...leapt.vetoed, leapt.at(0)]
  expect(await foundIn([...closed, leapt.at(50, 2)])).toEqual(['gate.moved'])
  const given = paperWorld()
  const story = [...given.opened, ...further(given), ...given.vetoed, given.at(0)]
  expect(await foundIn([...story, given.moved('accepted', 'management'), given.at(50, 2)])).toEqual([])
})

test('control: a veto against a further step leaves the step before it open', async () => {
  const w = paperWorld()
  const vetoed = [...w.vote('no', 'veto'), w.veto('no', 2), w.at(20, 1)]
  expect(await foundIn([...w.opened, ...further(w), w.at(50, 2), ...vetoed])).toEqual([])
})

test('management cannot persuade in the place of the group, nor a director set aside what nobody answered', async () => {
  const one = paperWorld()
  expect(await foundIn([...one.begun, ...one.vetoed, one.moved('persuaded', 'management')])).toEqual(['veto.moved'])
  const other = paperWorld()
  expect(await foundIn([...other.begun, ...other.vetoed, other.moved('overridden', 'director')])).toEqual([
    'veto.moved',
  ])
})

test('a step that another group fixed for a gate is found', async () => {
  const [w, other] = [paperWorld(), paperWorld()]
  await foundIn([...w.begun, ...other.begun])
  const { type, data, words } = w.step(2, 50) as Extract<LedgerEvent, { type: 'gate.step' }>
  expect(await foundIn([{ type, data: { ...data, group: other.group }, words }])).toEqual(['gate.step'])
})

test('a phase that is skipped is found', async () => {
  const skipped: LedgerEvent = { type: 'phase.entered', data: { use_case: 'U-new', phase: 'prototype' } }
  expect(await foundIn([skipped])).toEqual(['phase.entered'])
})
