import { and, eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { db, issuances, persons, transact } from '#db'
import { closeBallotBox } from '~/pulses/ballot-box.server'
import { draftRound } from '~/pulses/drafting/store.server'
import { issue, tokenErrands } from '~/pulses/issuing.server'
import { blindedToken, drawToken, foundHouse, issuingRound, manifestFor, plan, staffRow, today } from './round-trip'

let round = ''

beforeAll(async () => {
  await foundHouse({ A: 9, B: 8 })
  round = await issuingRound()
  return closeBallotBox
})

const rowsOf = (personId: string) =>
  db
    .select()
    .from(issuances)
    .where(and(eq(issuances.roundId, round), eq(issuances.personId, personId)))

const freshValues = (count: number) =>
  Promise.all(Array.from({ length: count }, async () => (await blindedToken(round, 'U1')).blinded))

test('somebody on the roster gets a signature that holds under the key of their own unit', async () => {
  const { units } = await manifestFor(round)
  expect(units.map(({ label }) => label)).toEqual(['A', 'B'])
  await drawToken('A1', round, 'U1')
  await drawToken('B1', round, 'U2')
  // Under a smaller modulus the value may not even fit; either way nobody gets a token of another unit.
  await expect(drawToken('B2', round, 'U1')).rejects.toThrow(/invalid signature|not a blinded token/)
})

test('T4: the same value again gets the same signature, another value gets none', async () => {
  const [mine, other] = await freshValues(2)
  const first = await issue('A2', round, mine!)
  const again = await issue('A2', round, mine!)
  expect(first).toEqual(again)
  expect(await issue('A2', round, other!)).toEqual({ ok: false, because: 'already_issued' })
  expect(await rowsOf('A2')).toHaveLength(1)
})

test('T4: fifty requests at once with fifty values leave one signature and one row', async () => {
  const answers = await Promise.all((await freshValues(50)).map(value => issue('A3', round, value)))
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  expect(answers.filter(answer => !answer.ok && answer.because === 'already_issued')).toHaveLength(49)
  expect(await rowsOf('A3')).toHaveLength(1)
})

test('requests that share one write do not share a fate: one that is no token spoils only itself', async () => {
  const [first, second] = await freshValues(2)
  const noToken = new Uint8Array(256).fill(255)
  const [mine, broken, again, stranger, theirs] = await Promise.allSettled([
    issue('A7', round, first!),
    issue('A8', round, noToken),
    issue('A7', round, first!),
    issue('nobody', round, second!),
    issue('A9', round, second!),
  ])
  expect(mine).toMatchObject({ status: 'fulfilled', value: { ok: true } })
  expect(again).toEqual(mine)
  expect(theirs).toMatchObject({ status: 'fulfilled', value: { ok: true } })
  expect(broken).toMatchObject({ status: 'rejected', reason: expect.any(RangeError) })
  expect(stranger).toMatchObject({ value: { because: 'not_on_roster' } })
  expect([(await rowsOf('A7')).length, (await rowsOf('A8')).length, (await rowsOf('A9')).length]).toEqual([1, 0, 1])
})

test('T4, control: a desk that looks first and writes later signs twice', async () => {
  const drawn: string[] = []
  const careless = async (personId: string) => {
    if (drawn.includes(personId)) return false
    await new Promise(resolve => setTimeout(resolve, 1))
    return drawn.push(personId) > 0
  }
  const answers = await Promise.all([careless('A4'), careless('A4')])
  expect(answers.filter(Boolean)).toHaveLength(2)
})

test('T4, control: the table itself refuses a second row, whatever the code before it does', async () => {
  const row = { roundId: round, personId: 'A5', blindedSha256: 'x' }
  await transact(tx => tx.insert(issuances).values(row))
  await expect(
    transact(async tx => void (await tx.insert(issuances).values({ ...row, blindedSha256: 'y' }))),
  ).rejects.toThrow()
  expect(await rowsOf('A5')).toHaveLength(1)
})

test('who came after the roster was frozen gets nothing, and neither does a round that issues nothing', async () => {
  await transact(tx => tx.insert(persons).values(staffRow('A99', 'A')))
  const [value] = await freshValues(1)
  expect(await issue('A99', round, value!)).toEqual({ ok: false, because: 'not_on_roster' })
  expect(await issue('A1', 'R99', value!)).toEqual({ ok: false, because: 'not_issuing' })
  const draft = await draftRound(plan, today)
  if (draft.ok) expect(await issue('A1', draft.value.id, value!)).toEqual({ ok: false, because: 'not_issuing' })
})

test('a value that cannot be a blinded token is turned away and leaves no row', async () => {
  await expect(issue('A6', round, new Uint8Array(10))).rejects.toThrow(RangeError)
  await expect(issue('A6', round, new Uint8Array(256).fill(255))).rejects.toThrow(RangeError)
  expect(await rowsOf('A6')).toHaveLength(0)
})

test('a page sends the browser only to rounds in which its reader is counted', async () => {
  const [errand, ...more] = await tokenErrands('A1')
  expect(more).toEqual([])
  expect(errand).toMatchObject({ round, unit: 'U1' })
  expect(await tokenErrands('A99')).toEqual([])
})
