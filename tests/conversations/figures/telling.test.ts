import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { db, engine, persons, talkFigures, talkMarks, talkTallies, toldMonths, topicSlips, transact } from '#db'
import { config } from '~/config.server'
import { dropSlip } from '~/conversations/figures/counting.server'
import { findMonthKey, findSlipPlace } from '~/conversations/figures/month-key.server'
import { forgetToldMonths, tellMonths } from '~/conversations/figures/telling.server'
import { sealTopics } from '~/conversations/figures/topics.client'
import type { Topic } from '~/conversations/record/words'
import { currentUnits } from '~/pulses/store.server'
import { foundHouse, peopleOf } from '../../pulses/round-trip'

const house = { A: 16, B: 6, C: 9 }
const during = new Date('2026-11-22T12:00:00Z')
const after = new Date('2026-12-15T12:00:00Z')

beforeAll(() => foundHouse(house))

const cutNow = async () => {
  const cut = await currentUnits()
  return cut.ok ? cut.value : undefined
}
const tell = (at = after) => tellMonths(at, cutNow)
const teamOf = async (person: string) => (await db.select().from(persons)).find(({ id }) => id === person)!.teamId
const people = (team: string) => peopleOf(house).filter(person => person.startsWith(team))

async function tally(team: string, month: string, recorded: number, noTalk = 0) {
  const teamId = await teamOf(people(team)[0]!)
  await transact(tx => tx.insert(talkTallies).values({ month, teamId, noTalk, noRecord: 0, recorded }))
}
async function drop(personId: string, topics: Topic[], place?: { month: string; teamId: string }) {
  const sealed = await sealTopics({ ...(await findSlipPlace(personId, during)), ...place }, topics)
  await transact(tx => dropSlip(tx, { month: '2026-11', personId, sealed }, during))
  return sealed
}
const toldOf = async (month: string) => (await db.select().from(talkFigures)).filter(one => one.month === month)
const keyFolder = (month: string) => join(config.dataDir, 'keys', `talks-${month}`)

/** Everything that lies on the disk beside the keys; what the other engine keeps is read from its tables. */
async function everythingKept(): Promise<string> {
  const rows = JSON.stringify([await db.select().from(topicSlips), await db.select().from(talkMarks)])
  if (engine === 'postgres') return rows
  const files = readdirSync(config.dataDir).filter(name => name.startsWith('app.db'))
  return files.map(name => readFileSync(join(config.dataDir, name), 'latin1')).join() + rows
}

const sealed: string[] = []

test('a slip is kept for its month and team until the month may be told, and is in a live copy of the database', async () => {
  for (const person of people('A').slice(0, 12)) sealed.push(await drop(person, ['training', 'job_loss']))
  sealed.push(await drop(people('A')[12]!, ['idea'], { month: '2026-10', teamId: await teamOf(people('A')[0]!) }))
  sealed.push(await drop(people('A')[13]!, ['idea'], { month: '2026-11', teamId: await teamOf(people('C')[0]!) }))
  await tally('A', '2026-11', 14, 2)
  await tally('B', '2026-11', 6)
  await tell(new Date('2026-12-14T12:00:00Z'))
  expect(await db.select().from(toldMonths)).toEqual([])
  expect(existsSync(keyFolder('2026-11'))).toBe(true)
  const kept = await everythingKept()
  for (const slip of sealed) expect(kept).toContain(slip.slice(40, 120))
})

test('after telling there are figures, and of what they came from there is nothing, on the disk either', async () => {
  await tell()
  const figures = await toldOf('2026-11')
  const about = (which: string) => figures.filter(one => one.about === which)
  expect(about('endings')).toMatchObject([
    { n: 16, favourableLow: 13, favourableHigh: 16, unfavourableLow: 0, unfavourableHigh: 3 },
  ])
  expect(about('training'), 'slips sealed for another month or team are not counted').toMatchObject([
    { n: 12, favourableLow: 9 },
  ])
  expect(about('idea')).toMatchObject([{ n: 12, favourableLow: 0, favourableHigh: 3 }])
  for (const table of [talkTallies, talkMarks, topicSlips]) expect(await db.select().from(table)).toEqual([])
  expect(existsSync(keyFolder('2026-11'))).toBe(false)
  const kept = await everythingKept()
  for (const slip of sealed) expect(kept).not.toContain(slip.slice(40, 120))
})

test('what a restored backup brings back of a told month, or of one whose key is lost, is not told again', async () => {
  const figures = await toldOf('2026-11')
  await tally('C', '2026-11', 9)
  await tally('C', '2026-10', 9)
  await tell()
  expect(await toldOf('2026-11')).toEqual(figures)
  expect(await toldOf('2026-10')).toEqual([])
  expect((await db.select().from(toldMonths)).map(({ month }) => month).sort()).toEqual(['2026-10', '2026-11'])
  await forgetToldMonths()
  expect(await db.select().from(talkTallies)).toEqual([])
})

test('a month in which nobody talked is told like one in which few did: nothing', async () => {
  await findMonthKey(new Date('2026-12-20T12:00:00Z'))
  await tell(new Date('2027-01-15T12:00:00Z'))
  expect(await toldOf('2026-12')).toEqual([])
  expect(await db.select().from(toldMonths)).toHaveLength(3)
})

test('keys that a fall left of a told month go at the next start', async () => {
  await findMonthKey(during)
  expect(existsSync(keyFolder('2026-11'))).toBe(true)
  await forgetToldMonths()
  expect(existsSync(keyFolder('2026-11'))).toBe(false)
})
