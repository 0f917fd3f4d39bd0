import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { db, groupSeats, ledgerEntries, memberHours, transact } from '#db'
import { addDays, addWeeks, isoWeek, isWeek, mondayOf } from '~/calendar'
import { exportLog } from '~/ledger/served.server'
import { closeWeeks } from '~/workgroups/hours/closing.server'
import { type Rostered, recordOwn, recordRostered, sealOf, storedFor } from '~/workgroups/hours/entering.server'
import { readRoster } from '~/workgroups/hours/import'
import { applyRoster, lookAtText } from '~/workgroups/hours/importing.server'
import { flagsOf, sharesOf } from '~/workgroups/hours/rules'
import { hoursOf, ownWeeks } from '~/workgroups/hours/store.server'
import { readMinutes, readWeek } from '~/workgroups/hours/typed'
import { verify } from '../../app/ledger/verify.mjs'
import { foundOrganisation, hire } from '../people/cast'
import { foundGroup, hireTill } from './till'

const planner = { roles: ['projectLead' as const] }
// A Wednesday in week 24.
const at = new Date('2026-06-10T10:00:00Z')
const weeksLater = (weeks: number) => new Date(at.getTime() + weeks * 7 * 86_400_000)

beforeAll(async () => {
  await foundOrganisation()
  await hireTill()
  for (const one of ['tweede', 'derde']) await hire(`${one}@v.nl`)
})

/** Enters what was rostered as somebody who sees how it stands. */
async function rosters(group: string, rows: readonly Rostered[], by: Parameters<typeof recordRostered>[2] = planner) {
  const seen = sealOf(rows, await storedFor(group, rows, 480))
  return recordRostered(group, { rows, seen }, by, at)
}
const told = async (group: string) =>
  (await db.select().from(ledgerEntries).orderBy(ledgerEntries.seq))
    .map(({ bytes }) => JSON.parse(bytes))
    .filter(({ type, data }) => type === 'hours.reported' && data.group === group)
    .map(({ data }) => [data.week, data.promised, data.rostered, data.used, data.pulled_back].join(' '))

test.each([
  ['2026-12-31', '2026-W53'],
  ['2027-01-03', '2026-W53'],
  ['2027-01-04', '2027-W01'],
  ['2024-12-30', '2025-W01'],
  ['2023-01-01', '2022-W52'],
  ['2026-03-29', '2026-W13'],
  ['2026-10-25', '2026-W43'],
  ['2026-10-26', '2026-W44'],
])('%s lies in week %s', (day, week) => {
  expect(isoWeek(day)).toBe(week)
})

test('every day of four hundred years lies in the week that its Monday begins; weeks follow each other', () => {
  const anyDay = fc.integer({ min: 0, max: 146_096 }).map(days => addDays('1900-01-01', days))
  fc.assert(
    fc.property(anyDay, day => {
      const week = isoWeek(day)
      const since = (Date.parse(day) - Date.parse(mondayOf(week))) / 86_400_000
      return isWeek(week) && since >= 0 && since < 7 && addWeeks(week, 1) === isoWeek(addDays(day, 7))
    }),
  )
  expect(['2027-W53', '2026-W00', '2026-W54', '2026-53'].filter(isWeek)).toEqual([])
})

test('hours and weeks are read as people write them, and nothing else is', () => {
  expect(['7:30', '7,5', '7.5', '8', ' 0 ', '7,25'].map(readMinutes)).toEqual([450, 450, 450, 480, 0, 435])
  expect(['7:60', '-1', '1e2', '', '7,555', '1.000,5'].map(readMinutes)).toEqual(Array(6).fill(undefined))
  expect(['2026-W09', '2026W9', '2026-9', '2026-w53'].map(readWeek)).toEqual([
    '2026-W09',
    '2026-W09',
    '2026-W09',
    '2026-W53',
  ])
  expect(['2027-W53', '9', '2026-06-10', ''].map(readWeek)).toEqual(Array(4).fill(undefined))
})

const week = (number: number, rostered: number, pulledBack = 0) => ({
  ...{ week: `2026-W${number}`, promisedMinutes: 480, rosteredMinutes: rostered },
  ...{ usedMinutes: 0, pulledBackMinutes: pulledBack },
})

test.each([
  ['two weeks running below 70 %', [week(20, 480), week(21, 335), week(22, 335)], ['tooFew']],
  ['exactly 70 % in one of them', [week(21, 336), week(22, 335)], []],
  ['one bad week between good ones', [week(20, 100), week(21, 480), week(22, 335)], []],
  ['a short week that is not closed', [week(21, 480), week(22, 0), week(23, 0)], []],
  ['one minute that was pulled back', [week(21, 480), week(22, 480, 1)], ['pulledBack']],
  ['enough rostered but half of it pulled back', [week(21, 480, 240), week(22, 480, 240)], ['tooFew', 'pulledBack']],
])('%s raises the flags %s', (_what, weeks, flags) => {
  expect(flagsOf(weeks, '2026-W22').map(({ kind }) => kind)).toEqual(flags)
})

test('a share is never rounded up to what was promised', () => {
  expect(sharesOf({ ...week(1, 479), usedMinutes: 335 })).toEqual({ releasedPct: 99, usedPct: 69 })
})

test('a member tells their own hours and nobody else does; a planner rosters and nobody else does', async () => {
  const group = await foundGroup(['lid', 'tweede'])
  const own = { week: '2026-W24', usedMinutes: 300, pulledBackMinutes: 60 }
  expect(await recordOwn(group, own, 'ander', at)).toMatchObject({ because: 'notAMember' })
  expect((await recordOwn(group, own, 'lid', at)).ok).toBe(true)
  const rows = [{ personId: 'lid', week: '2026-W24', minutes: 480 }]
  for (const role of ['executive', 'hr', 'agent', 'worksCouncil', 'workgroupMember'] as const)
    expect(await rosters(group, rows, { roles: [role] })).toMatchObject({ because: 'notYourDeed' })
  expect(await rosters(group, rows)).toEqual({ ok: true, value: { changed: 1 } })
  const stranger = [{ personId: 'ander', week: '2026-W24', minutes: 480 }]
  expect(await rosters(group, stranger)).toMatchObject({ because: 'notAMember' })
  expect(await ownWeeks(group, 'lid')).toMatchObject([
    { rosteredMinutes: 480, usedMinutes: 300, pulledBackMinutes: 60 },
  ])
  expect(await ownWeeks(group, 'tweede')).toEqual([])
})

test.each([
  [{ week: '2026-W25' }, 'weekNotBegun'],
  [{ week: '2026-W11' }, 'weekTooOld'],
  [{ usedMinutes: 3601 }, 'tooManyHours'],
  [{ pulledBackMinutes: -1 }, 'tooManyHours'],
])('a member cannot tell %o: %s', async (wrong, because) => {
  const group = await foundGroup(['lid'])
  const own = { week: '2026-W24', usedMinutes: 300, pulledBackMinutes: 60, ...wrong }
  expect(await recordOwn(group, own, 'lid', at)).toMatchObject({ because })
})

test('who saw an older roster looks again, and of a roster with one wrong line nothing is entered', async () => {
  const group = await foundGroup(['lid', 'tweede'])
  const rows = ['lid', 'tweede'].map(personId => ({ personId, week: '2026-W24', minutes: 480 }))
  const seen = sealOf(rows, await storedFor(group, rows, 480))
  await rosters(group, [rows[0]!])
  expect(await recordRostered(group, { rows, seen }, planner, at)).toMatchObject({ because: 'changedMeanwhile' })
  const far = [...rows, { personId: 'lid', week: '2026-W33', minutes: 1 }]
  expect(await rosters(group, far)).toMatchObject({ because: 'weekTooFar' })
  expect(await db.select().from(memberHours).where(eq(memberHours.workgroupId, group))).toHaveLength(1)
})

test('a roster file is looked at line by line first; applied, it leaves alone what members said themselves', async () => {
  const group = await foundGroup(['lid', 'tweede'])
  await recordOwn(group, { week: '2026-W23', usedMinutes: 100, pulledBackMinutes: 20 }, 'lid', at)
  const wrong =
    'E-mail;Week;Uren\nlid@v.nl;2026-W23;7,5\nniemand@v.nl;2026-W23;8\nlid@v.nl;2026-W54;8\nlid@v.nl;2026-W23;acht\nlid@v.nl;2026-23;8'
  const looked = await lookAtText(group, wrong, at)
  expect(looked.problems).toEqual([
    { line: 3, reason: 'notAMember' },
    { line: 4, reason: 'notAWeek' },
    { line: 5, reason: 'notHours' },
    { line: 6, reason: 'twice' },
  ])
  expect(await applyRoster(group, looked, planner, at)).toMatchObject({ ok: false })
  const text = 'email,week,rostered hours,used\nLID@v.nl,2026-W23,7.5,0\ntweede@v.nl,2026-W23,8:00,0'
  const sound = await lookAtText(group, text, at)
  expect(sound.differences.map(({ before, after }) => [before, after])).toEqual([
    [0, 450],
    [0, 480],
  ])
  expect(await ownWeeks(group, 'tweede')).toEqual([])
  expect(await applyRoster(group, sound, { roles: ['hr'] }, at)).toMatchObject({ because: 'notYourDeed' })
  expect(await applyRoster(group, sound, planner, at)).toEqual({ ok: true, value: { changed: 2 } })
  expect(await applyRoster(group, sound, planner, at)).toMatchObject({ because: 'changedMeanwhile' })
  expect(await ownWeeks(group, 'lid')).toMatchObject([
    { rosteredMinutes: 450, usedMinutes: 100, pulledBackMinutes: 20 },
  ])
  expect(readRoster('naam;uren\na;1').problems).toEqual([{ line: 1, reason: 'columnMissing' }])
})

test('a closed week is told once without names, and again when it changes; nothing entered is nothing released', async () => {
  const group = await foundGroup(['lid', 'tweede', 'derde'], '2026-05-25')
  const lid = (week: string, minutes: number) => ({ personId: 'lid', week, minutes })
  await rosters(group, [lid('2026-W22', 480), lid('2026-W23', 480)])
  await closeWeeks(at)
  await closeWeeks(at)
  expect(await told(group)).toEqual(['2026-W22 1440 480 0 0'])
  await recordOwn(group, { week: '2026-W22', usedMinutes: 400, pulledBackMinutes: 0 }, 'lid', at)
  await recordOwn(group, { week: '2026-W22', usedMinutes: 400, pulledBackMinutes: 0 }, 'lid', at)
  await recordOwn(group, { week: '2026-W23', usedMinutes: 10, pulledBackMinutes: 0 }, 'lid', at)
  await closeWeeks(at)
  expect(await told(group), 'nobody reads a change of one person by itself').toEqual(['2026-W22 1440 480 0 0'])
  for (const later of [2, 2]) await closeWeeks(weeksLater(later))
  expect((await told(group)).slice(1)).toEqual([
    ...['2026-W23 1440 480 10 0', '2026-W24 1440 0 0 0', '2026-W22 1440 480 400 0'],
  ])
  const { lately, flags } = await hoursOf(group, '2026-06-24')
  expect(lately).toMatchObject({ weeks: 3, releasedPct: 22, usedPct: 9 })
  expect(flags).toEqual([{ kind: 'tooFew', weeks: ['2026-W23', '2026-W24'] }])
  const { problems } = await verify(await exportLog())
  expect(problems.filter(({ code }: { code: string }) => code === 'reference')).toEqual([])
})

test('who left the group told about nothing after that, and nobody promises them hours', async () => {
  const group = await foundGroup(['lid', 'tweede', 'derde'], '2026-05-25')
  await transact(tx => tx.update(groupSeats).set({ leftOn: '2026-05-28' }).where(eq(groupSeats.workgroupId, group)))
  const own = { week: '2026-W23', usedMinutes: 1, pulledBackMinutes: 0 }
  expect(await recordOwn(group, own, 'lid', at)).toMatchObject({ because: 'notAMember' })
  await closeWeeks(weeksLater(3))
  expect(await told(group)).toEqual(['2026-W22 1440 0 0 0'])
})
