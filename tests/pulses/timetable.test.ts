import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { db, rounds, sessions, transact } from '#db'
import { announceRound, roundOf } from '~/ballot-box/store.server'
import { config } from '~/config.server'
import { ballotBox, closeBallotBox } from '~/pulses/ballot-box.server'
import { draftRound } from '~/pulses/drafting/store.server'
import { findRound } from '~/pulses/store.server'
import { moveRounds, recover } from '~/timetable.server'
import { answerRound, castAll, foundHouse, peopleOf, plan, today } from './round-trip'

const teams = { A: 8 }
/** The names of the rounds in the order in which they were planned. */
const ids: string[] = []
const draft = async (days: typeof plan) => {
  const planned = await draftRound(days, today)
  if (planned.ok) ids.push(planned.value.id)
}
const [first, second, third] = [() => ids[0]!, () => ids[1]!, () => ids[2]!]
const stateOf = async (id: string) => (await findRound(id))?.state
/** Noon in Amsterdam on a day. */
const noon = (day: string) => new Date(`${day}T11:00:00Z`)

beforeAll(async () => {
  await foundHouse(teams)
  return closeBallotBox
})

test('a round runs by the calendar alone, from its first token to its published figures', async () => {
  await draft(plan)
  const expected: [day: string, state: string][] = [
    ['2026-11-22', 'draft'],
    ['2026-11-23', 'issuing'],
    ['2026-11-25', 'issuing'],
    ['2026-11-26', 'open'],
    ['2026-12-04', 'open'],
    ['2026-12-05', 'published'],
  ]
  for (const [day, state] of expected) {
    await moveRounds(noon(day))
    await moveRounds(noon(day))
    expect(await stateOf(first()), day).toBe(state)
    if (day === '2026-12-04')
      await castAll(
        first(),
        peopleOf(teams).map(person => ({ person, unit: 'U1', answer: 4 })),
      )
  }
  expect(JSON.parse((await findRound(first()))!.totals!)).not.toEqual([])
})

test('days are those of the people here, not of Greenwich', async () => {
  await draft({ ...plan, issuingFrom: '2026-12-14', opensOn: '2026-12-17', closesOn: '2026-12-18' })
  await moveRounds(new Date('2026-12-13T22:59:00Z'))
  expect(await stateOf(second())).toBe('draft')
  await moveRounds(new Date('2026-12-13T23:00:00Z'))
  expect(await stateOf(second())).toBe('issuing')
})

test('what a rule refuses waits: the next round opens by itself once the last one is answered', async () => {
  await moveRounds(noon('2026-12-17'))
  expect(await stateOf(second())).toBe('issuing')
  await answerRound(first())
  await moveRounds(noon('2026-12-17'))
  expect(await stateOf(second())).toBe('open')
  await moveRounds(noon('2026-12-19'))
  expect(await stateOf(second())).toBe('published')
})

test('a round that never opened ends as void, and says why', async () => {
  await draft({ ...plan, issuingFrom: '2027-01-04', opensOn: '2027-01-07', closesOn: '2027-01-08' })
  await moveRounds(noon('2027-01-04'))
  await moveRounds(noon('2027-01-08'))
  expect(await stateOf(third())).toBe('issuing')
  await moveRounds(noon('2027-01-09'))
  expect(await findRound(third())).toMatchObject({ state: 'void', voidReason: 'neverOpened' })
  expect(existsSync(join(config.dataDir, 'keys', third()))).toBe(false)
})

test('a job that fails does not stop the next one', async () => {
  await transact(tx => tx.update(rounds).set({ state: 'open', manifest: 'torn' }).where(eq(rounds.id, third())))
  await transact(tx => tx.insert(sessions).values({ id: 'ended', personId: 'A1', expiresAt: new Date(0) }))
  await moveRounds(noon('2027-01-10'))
  expect(await stateOf(third())).toBe('closed')
  expect(await db.select().from(sessions)).toEqual([])
})

test('after a fall nothing is left of a void round', async () => {
  const manifest = (await findRound(second()))!.manifest!.replaceAll(`"${second()}"`, `"${third()}"`)
  await transact(tx => tx.update(rounds).set({ state: 'void', manifest }).where(eq(rounds.id, third())))
  if (!roundOf(ballotBox(), third())) announceRound(ballotBox(), Buffer.from(manifest))
  await recover()
  expect(roundOf(ballotBox(), third())!.state).toBe('void')
})
