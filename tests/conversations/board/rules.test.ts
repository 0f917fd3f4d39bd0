import { expect, test } from 'vitest'
import { lineForm } from '~/conversations/board/form'
import { type BoardLine, boardOf, isLate, shortened, writeLine } from '~/conversations/board/rules'
import { checkForm } from '~/ui/form-problems'

const today = '2026-11-22'
const open = { part: 'unknown', line: 'Welk systeem?', because: 'De proef loopt nog.', untilOn: '2026-12-01' } as const

test('what is not known or may not be said needs a reason and a day', () => {
  for (const part of ['unknown', 'unsayable'] as const) {
    expect(writeLine({ ...open, part }, today)).toEqual({ ok: true, value: { ...open, part } })
    expect(writeLine({ ...open, part, because: undefined }, today)).toMatchObject({ because: 'reasonMissing' })
    expect(writeLine({ ...open, part, untilOn: undefined }, today)).toMatchObject({ because: 'dayMissing' })
  }
})

test('the day is today or later, and no more than a year away', () => {
  const on = (untilOn: string) => writeLine({ ...open, untilOn }, today)
  expect(on('2026-11-21')).toMatchObject({ because: 'dayPassed' })
  expect([on(today).ok, on('2027-11-23').ok]).toEqual([true, true])
  expect(on('2027-11-24')).toMatchObject({ because: 'dayTooFar' })
})

test('what is known needs neither, and keeps neither', () => {
  expect(writeLine({ part: 'known', line: 'Niemand verliest dit jaar het werk.' }, today).ok).toBe(true)
  expect(writeLine({ ...open, part: 'known' }, today)).toEqual({ ok: true, value: { part: 'known', line: open.line } })
})

test('the form says beside the field what is missing, and makes one line of what was typed on several', () => {
  const typed = { part: 'unknown', line: ' Welk\r\n systeem? ', because: '', untilOn: '', step: 'preview' }
  expect(checkForm(lineForm, typed)).toEqual({ ok: false, problems: { because: 'required', untilOn: 'required' } })
  const known = checkForm(lineForm, { ...typed, part: 'known' })
  expect(known).toMatchObject({ ok: true, data: { line: 'Welk systeem?', because: undefined, seen: 0 } })
  expect(checkForm(lineForm, { ...typed, part: 'rumour' })).toMatchObject({ problems: { part: 'notAChoice' } })
  expect(checkForm(lineForm, { ...typed, untilOn: '2026-02-30', because: 'x' })).toMatchObject({ ok: false })
})

const line = (id: string, more: Partial<BoardLine>): BoardLine => ({
  ...{ id, part: 'known', version: 1, line: id, changedOn: today },
  ...more,
})

test('a passed day is late, the day itself is not', () => {
  expect(isLate({ untilOn: '2026-11-21' }, today)).toBe(true)
  expect([isLate({ untilOn: today }, today), isLate({}, today)]).toEqual([false, false])
})

test('the newest of what is known stands first; of the rest what is late, then what comes first', () => {
  const lines = [
    line('later', { part: 'unknown', untilOn: '2027-01-01' }),
    line('late', { part: 'unknown', untilOn: '2026-11-01' }),
    line('old', { changedOn: '2026-01-01' }),
    line('new', {}),
  ]
  const board = boardOf(lines, today)
  expect(board.map(({ part }) => part)).toEqual(['known', 'unknown', 'unsayable'])
  expect(board.map(({ lines: all }) => all.map(({ id }) => id))).toEqual([['new', 'old'], ['late', 'later'], []])
  expect(board[1]!.lines.map(one => one.isLate)).toEqual([true, false])
  expect(shortened(board, 1)).toMatchObject({
    left: 2,
    board: [{ lines: [{ id: 'new' }] }, { lines: [{ id: 'late' }] }, {}],
  })
  expect(shortened(board, 2).left).toBe(0)
})
