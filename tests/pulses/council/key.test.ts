import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { beforeAll, expect, test, vi } from 'vitest'
import { db, publishedCells } from '#db'
import { generateBoxKey, privateBytes } from '~/ballot-box/blind-signing.server'
import type { Bytes } from '~/ballot-box/bytes'
import { ballotsOf } from '~/ballot-box/store.server'
import { importBoxPrivateKey, open } from '~/ballot-box/unseal'
import { config } from '~/config.server'
import { destroyKeys, findKey, keepKey } from '~/keys.server'
import { exportLog } from '~/ledger/served.server'
import { ballotBox, closeBallotBox } from '~/pulses/ballot-box.server'
import { closeAndCount, endAsVoid } from '~/pulses/closing.server'
import { acceptCount } from '~/pulses/council/counting.server'
import type { CouncilKeys } from '~/pulses/council/file'
import type { MadeKey } from '~/pulses/council/key.client'
import { countBallots } from '~/pulses/counting.server'
import { beginIssuing, boxKeyName } from '~/pulses/opening.server'
import { findResults } from '~/pulses/results/store.server'
import { findRound } from '~/pulses/store.server'
import type { Tally } from '~/pulses/tally'
import { verify } from '../../../app/ledger/verify.mjs'
import { answerRound, filesHolding, foundHouse, issuingRound, openedRound, peopleOf } from '../round-trip'
import { castWithTokens, councilDraft, councilRound, countHere, download, opened, privateHalves } from './round'
import { signedHere } from './signed'

const teams = { A: 9, B: 12 }
const filledWith = (words: string) =>
  peopleOf(teams).map((person, place) => ({
    person,
    unit: person.startsWith('A') ? 'U1' : 'U2',
    answer: (place % 5) + 1,
    comment: `${words} ${place}`,
  }))

beforeAll(async () => {
  await foundHouse(teams)
  return closeBallotBox
})

/** A count without the order of its comments, which is chance. */
const withoutOrder = (tally: Tally) => ({
  ...tally,
  comments: tally.comments.map(cell => ({ ...cell, bodies: [...cell.bodies].sort() })),
})

async function fullRound(words = 'vraag') {
  const { round, made } = await councilRound()
  await openedRound(round)
  await castWithTokens(round, filledWith(words))
  return { round, made }
}

async function standardRound() {
  const round = await issuingRound()
  await openedRound(round)
  await castWithTokens(round, filledWith('kanarie'))
  return round
}

/** Hands in a count as the page does, and waits until the round is public. */
async function handedIn(round: string, tally: Tally, keys: CouncilKeys) {
  expect(await acceptCount(round, await signedHere(tally, keys), new Date())).toMatchObject({ ok: true })
  await vi.waitFor(async () => expect((await findRound(round))!.state).toBe('published'), 20_000)
  await answerRound(round)
}

test('no token goes out before the council has made its key', async () => {
  const round = await councilDraft()
  expect(await beginIssuing(round)).toEqual({ ok: false, because: 'councilKeyMissing' })
  await endAsVoid(round, 'mistake')
})

test('the council finds in the same ballots what the server would have found, and that is published', async () => {
  const { round, made } = await fullRound()
  expect(await closeAndCount(round)).toEqual({ ok: true, value: 'closed' })
  const waiting = (await findRound(round))!
  expect(waiting).toMatchObject({ state: 'closed', closingStep: 'boxShut' })
  const counted = await countHere(await download(round), await opened(made))
  if (!counted.ok) throw new Error(counted.because)
  expect(counted.value).toMatchObject({ counted: 21, rejected: 0 })
  expect(counted.value.comments[0]!.bodies).toHaveLength(21)
  keepKey(round, boxKeyName, (await privateHalves(made)).box)
  expect(withoutOrder((await countBallots(waiting))!)).toEqual(withoutOrder(counted.value))
  destroyKeys(round)

  await handedIn(round, counted.value, await opened(made))
  const cells = await db.select().from(publishedCells).where(eq(publishedCells.roundId, round))
  expect(cells.map(({ cellId, n }) => `${cellId} ${n}`).sort()).toEqual([
    ...Array(4).fill('U1 9'),
    ...Array(4).fill('U2 12'),
  ])
  expect((await findResults(round))!.proof).toMatchObject({ isCouncilCounted: true })
  expect([...ballotsOf(ballotBox(), round)]).toEqual([])
  expect(ballotBox().prepare('select count(*) from ballot_token').pluck().get()).toBe(0)
})

/** Stretches of either private half, each of which would give it away, and the encrypted halves as they are saved. */
async function piecesOf(made: MadeKey) {
  const halves = Object.values(await privateHalves(made))
  return [...halves.map(half => half.subarray(-48)), Buffer.from(JSON.parse(made.file).secret.slice(0, 48))]
}
const openers = (pieces: Uint8Array[]) => pieces.flatMap(piece => filesHolding(piece))

test('no file of the server, at any moment, opens a ballot; control: in a standard round its key does', async () => {
  const canary = 'kanarie-die-alleen-de-raad-hoort'
  const { round, made } = await fullRound(canary)
  await closeAndCount(round)
  expect(findKey(round, boxKeyName)).toBeUndefined()
  expect(openers(await piecesOf(made))).toEqual([])
  expect(filesHolding(canary)).toEqual([])
  const counted = await countHere(await download(round), await opened(made))
  if (!counted.ok) throw new Error(counted.because)
  await handedIn(round, counted.value, await opened(made))
  expect(openers(await piecesOf(made))).toEqual([])

  const careless = join(config.dataDir, 'careless.p8')
  writeFileSync(careless, (await privateHalves(made)).box)
  expect(openers(await piecesOf(made))).toEqual([careless])
  rmSync(careless)

  const other = await standardRound()
  const key = await importBoxPrivateKey(findKey(other, boxKeyName)!)
  const [ballot] = ballotsOf(ballotBox(), other)
  const { c } = await open(key, Uint8Array.from(ballot!.sealed) as Bytes, ballot!)
  expect(c).toMatch(/^kanarie \d+$/)
  await closeAndCount(other)
  expect((await findResults(other))!.proof).toMatchObject({ isCouncilCounted: false })
  await answerRound(other)
})

test('a round that the council never counts is void a fortnight after its last day, and everything in it is gone, also when a key of a failed attempt lies there', async () => {
  const { round } = await fullRound()
  const noon = (day: string) => new Date(`${day}T12:00:00Z`)
  await closeAndCount(round, undefined, noon('2026-12-05'))
  await closeAndCount(round, undefined, noon('2026-12-18'))
  expect((await findRound(round))!.state).toBe('closed')
  keepKey(round, boxKeyName, privateBytes((await generateBoxKey()).privateKey))
  expect(await countBallots((await findRound(round))!)).toMatchObject({ counted: 0, rejected: 21 })
  expect(await closeAndCount(round, undefined, noon('2026-12-19'))).toEqual({ ok: false, because: 'boxKeyLost' })
  expect(await findRound(round)).toMatchObject({ state: 'void', voidReason: 'boxKeyLost' })
  expect([...ballotsOf(ballotBox(), round)]).toEqual([])
})

test('the ledger says who holds the key and bears the signature under the count; the verifier checks both', async () => {
  const files = await exportLog()
  expect((await verify(files)).problems).toEqual([])
  const types = files.log
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line).type)
  expect(types.slice(1, 3)).toEqual(['round.opened', 'box_key.held'])
  expect(types.filter(type => type === 'tally.submitted')).toHaveLength(2)
})
