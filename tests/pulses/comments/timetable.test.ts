import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { confidants, persons, transact } from '#db'
import { exportLog } from '~/ledger/served.server'
import { closeAndCount } from '~/pulses/closing.server'
import { recordConfidant } from '~/pulses/comments/confidants.server'
import { findHeld, listHeld, recordBlanks } from '~/pulses/comments/holds.server'
import { findResults } from '~/pulses/results/store.server'
import { moveRounds } from '~/timetable.server'
import { verify } from '../../../app/ledger/verify.mjs'
import { answerRound, castAll, foundHouse, issuingRound, openedRound } from '../round-trip'

/** The Friday on which rounds are published, the last day on which their comments wait, and the one on which they appear. */
const published = new Date('2026-12-04T20:00:00Z')
const thursday = new Date('2026-12-10T22:30:00Z')
const friday = new Date('2026-12-10T23:30:00Z')

const ids: string[] = []

async function publishedRound() {
  const id = await issuingRound()
  ids.push(id)
  await openedRound(id)
  const filled = [1, 2, 3, 4, 5, 6].flatMap(nth =>
    ['A', 'B'].map((team, place) => ({
      ...{ person: `${team}${nth}`, unit: `U${place + 1}`, answer: 4 },
      comment: `Karin zei ${team}${nth}`,
    })),
  )
  await castAll(id, filled)
  await closeAndCount(id, undefined, published)
  await answerRound(id)
  return id
}
const readIn = async (id: string) => (await findResults(id))!.comments

beforeAll(async () => {
  await foundHouse({ A: 9, B: 9 })
  await transact(tx => tx.update(persons).set({ email: 'bea@voorbeeld.nl' }).where(eq(persons.id, 'B9')))
})

test('without a confidant nothing waits, and nothing is said of names', async () => {
  const id = await publishedRound()
  const { groups, ...rest } = await readIn(id)
  expect(groups.flatMap(group => group.comments)).toHaveLength(12)
  expect(rest).toEqual({})
  expect((await exportLog()).log).not.toContain('comments.released')
})

test('on the day that was promised the calendar releases them, as far as they were read', async () => {
  await recordConfidant('bea@voorbeeld.nl', published)
  const id = await publishedRound()
  const { comments } = (await findHeld(id))!
  const { id: comment, version } = comments[0]!
  expect((await recordBlanks(id, { comment, version, words: [0] })).ok).toBe(true)
  await moveRounds(thursday)
  expect(await readIn(id)).toEqual({ waitUntil: '2026-12-11', groups: [] })
  await moveRounds(friday)
  await moveRounds(friday)
  const { blanks, groups } = await readIn(id)
  expect(blanks).toBe(1)
  expect(groups.flatMap(group => group.comments).filter(one => one.body.startsWith('▇▇▇ zei'))).toHaveLength(1)
  expect(await listHeld()).toEqual([])
})

test('a confidant whose task ends cannot keep them back', async () => {
  const id = await publishedRound()
  await transact(tx => tx.delete(confidants))
  await moveRounds(thursday)
  expect(await readIn(id)).toMatchObject({ groups: [] })
  await moveRounds(friday)
  expect(await readIn(id)).toMatchObject({ blanks: 0 })
})

test('the ledger tells each release once, and whoever checks it agrees', async () => {
  const files = await exportLog()
  const released = files.log.split('\n').filter(line => line.includes('comments.released'))
  expect(released.map(line => JSON.parse(line).data)).toEqual([
    { round: ids[1], blanked: 1 },
    { round: ids[2], blanked: 0 },
  ])
  expect((await verify(files)).problems).toEqual([])
})
