import { beforeAll, expect, test } from 'vitest'
import { boardLines, migrate, transact } from '#db'
import { addLine, changeLine, findBoard, findLine, removeLine } from '~/conversations/board/store.server'

const today = '2026-11-22'
const open = { part: 'unknown', line: 'Welk systeem?', because: 'De proef loopt nog.', untilOn: '2026-12-01' } as const

beforeAll(async () => {
  await migrate()
  await transact(tx => tx.delete(boardLines))
})

async function added(line: string) {
  const decision = await addLine({ ...open, line }, today)
  if (!decision.ok) throw new Error(decision.because)
  return decision.value.id
}
const linesNow = async (day = today) => (await findBoard(day)).flatMap(({ lines }) => lines)

test('a line stands on the board for everybody, and is late once its day is past', async () => {
  const id = await added('Welk systeem?')
  expect(await linesNow()).toEqual([{ id, ...open, version: 1, changedOn: today, isLate: false }])
  expect(await linesNow('2026-12-02')).toMatchObject([{ id, isLate: true }])
})

test('the same line sent twice is one line; what a rule refuses never gets there', async () => {
  const before = await linesNow()
  expect(await addLine(open, today)).toMatchObject({ ok: true, value: { id: before[0]!.id } })
  expect(await addLine({ ...open, untilOn: '2026-11-01' }, today)).toMatchObject({ because: 'dayPassed' })
  expect(await linesNow()).toEqual(before)
})

test('two who change the same line do not write over each other, and the button pressed twice does no harm', async () => {
  const id = await added('Wie mag meedoen?')
  const answer = { part: 'known', line: 'Iedereen mag meedoen.' } as const
  expect(await changeLine(id, 1, answer, today)).toMatchObject({ ok: true })
  expect(await changeLine(id, 1, answer, today)).toMatchObject({ ok: true })
  expect(await changeLine(id, 1, open, today)).toMatchObject({ because: 'changedMeanwhile' })
  expect(await findLine(id)).toEqual({ id, ...answer, version: 2, changedOn: today })
  expect(await removeLine(id, 1)).toMatchObject({ because: 'changedMeanwhile' })
  expect(await removeLine(id, 2)).toMatchObject({ ok: true })
  expect(await removeLine(id, 2)).toMatchObject({ because: 'noSuchLine' })
  expect(await changeLine(id, 2, answer, today)).toMatchObject({ because: 'noSuchLine' })
})

test('of two at the same moment one is told to look again', async () => {
  const id = await added('Wanneer beginnen we?')
  const both = ['In maart.', 'In april.'].map(line => changeLine(id, 1, { part: 'known', line }, today))
  expect((await Promise.all(both)).map(({ ok }) => ok).sort()).toEqual([false, true])
})
