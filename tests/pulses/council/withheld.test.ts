import { beforeAll, expect, test, vi } from 'vitest'
import { exportLog } from '~/ledger/served.server'
import { closeBallotBox } from '~/pulses/ballot-box.server'
import { closeAndCount } from '~/pulses/closing.server'
import { acceptCount } from '~/pulses/council/counting.server'
import type { CouncilKeys } from '~/pulses/council/file'
import { signedCount } from '~/pulses/council/submission'
import { findRound } from '~/pulses/store.server'
import { verify } from '../../../app/ledger/verify.mjs'
import { foundHouse, openedRound, peopleOf } from '../round-trip'
import { castWithTokens, councilRound, countHere, download, opened } from './round'

// A server that keeps ballots from the works council, although everybody finds their receipt in the public list.

const teams = { A: 9, B: 12 }
let round = ''
let keys: CouncilKeys
let taken: Awaited<ReturnType<typeof download>>

beforeAll(async () => {
  await foundHouse(teams)
  const { round: opening, made } = await councilRound()
  round = opening
  keys = await opened(made)
  await openedRound(round)
  const filled = peopleOf(teams).map(person => ({ person, unit: person.startsWith('A') ? 'U1' : 'U2', answer: 2 }))
  await castWithTokens(round, filled)
  await closeAndCount(round)
  taken = await download(round)
  return closeBallotBox
})

/** Counts and hands in what is left when some ballots are kept back and the number of ballots is bent to fit. */
async function handIn(ballots: typeof taken.ballots, said?: string) {
  const counted = await countHere({ material: { ...taken.material, ballots: ballots.length }, ballots }, keys)
  if (!counted.ok) throw new Error(counted.because)
  const receipts = said ?? counted.receipts
  return acceptCount(round, await signedCount({ tally: counted.value, receipts }, keys), new Date())
}

test('a count over fewer ballots than the box holds is refused by an honest server', async () => {
  expect(await handIn(taken.ballots.slice(1))).toEqual({ ok: false, because: 'receiptsDiffer' })
})

test('a receipts hash that the council did not sign is refused', async () => {
  const counted = await countHere(taken, keys)
  if (!counted.ok) throw new Error(counted.because)
  const signed = await signedCount({ tally: counted.value, receipts: `sha256:${'0'.repeat(64)}` }, keys)
  const bent = { ...signed, receipts: counted.receipts }
  expect(await acceptCount(round, bent, new Date())).toEqual({ ok: false, because: 'signatureWrong' })
})

test('control: the whole box is taken, and what the council signed is what the ledger publishes', async () => {
  expect(await handIn(taken.ballots)).toMatchObject({ ok: true })
  await vi.waitFor(async () => expect((await findRound(round))!.state).toBe('published'), 20_000)
  const files = await exportLog()
  expect((await verify(files)).problems).toEqual([])
  const entries = files.log
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line))
  const said = (type: string) => entries.find(entry => entry.type === type).data.receipts
  expect(said('tally.submitted')).toBe(said('results.published'))
})
