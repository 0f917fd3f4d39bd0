import { createHash } from 'node:crypto'
import { renameSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { config } from '~/config.server'
import { exportLog } from '~/ledger/served.server'
import { openLedger } from '~/ledger/store.server'
import { closeAndCount, endAsVoid } from '~/pulses/closing.server'
import { draftRound } from '~/pulses/drafting/store.server'
import { beginIssuing } from '~/pulses/opening.server'
import { findRound } from '~/pulses/store.server'
import { verify } from '../../app/ledger/verify.mjs'
import {
  answerRound,
  castAll,
  foundHouse,
  issuingRound,
  openedRound,
  peopleOf,
  plan,
  today,
} from '../pulses/round-trip'

// Whatever happens to a round stands in the ledger, from the same moment on.

const sizes = { A: 12 }
type Line = { type: string; data: Record<string, unknown> }
const lines = async (): Promise<Line[]> =>
  (await exportLog()).log
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line))
const about = async (round: string) => (await lines()).filter(({ data }) => data.round === round)
const problems = async () => (await verify(await exportLog())).problems
const inHex = (hash: string) => `sha256:${Buffer.from(hash, 'base64url').toString('hex')}`

beforeAll(() => foundHouse(sizes))

test('a round that runs its course leaves four entries, and each guards what was published with it', async () => {
  const id = await issuingRound()
  const manifest = (await findRound(id))!.manifest!
  const [opened] = await about(id)
  expect(opened).toMatchObject({ type: 'round.opened', data: { rules: 'K7c2.v1', units: [{ roster: 12 }] } })
  expect(opened!.data.manifest).toBe(`sha256:${createHash('sha256').update(manifest).digest('hex')}`)

  await openedRound(id)
  await castAll(
    id,
    peopleOf(sizes).map(person => ({ person, unit: JSON.parse(manifest).units[0].id, answer: 2 })),
  )
  await Promise.all([closeAndCount(id), closeAndCount(id)])
  await answerRound(id)
  await answerRound(id)
  const entries = await about(id)
  expect(entries.map(({ type }) => type)).toEqual([
    'round.opened',
    'round.closed',
    'results.published',
    'response.published',
  ])
  const { resultsSha256, receiptsSha256 } = (await findRound(id))!
  expect(entries[2]!.data).toEqual({
    round: id,
    results: inHex(resultsSha256!),
    receipts: inHex(receiptsSha256!),
    totals: { roster: 12, counted: 12, rejected: 0 },
  })
  expect(await problems()).toEqual([])
})

test('a round that is void is void in public; a draft that nobody saw is not', async () => {
  const id = await issuingRound()
  await endAsVoid(id, 'mistake')
  await endAsVoid(id, 'mistake')
  expect((await about(id)).map(({ type }) => type)).toEqual(['round.opened', 'round.void'])
  const draft = await draftRound(plan, today)
  if (draft.ok) await endAsVoid(draft.value.id, 'mistake')
  expect(await about(draft.ok ? draft.value.id : '')).toEqual([])
  expect(await problems()).toEqual([])
})

test('no token is issued before the manifest stands in the ledger: without its key nothing starts', async () => {
  await openLedger(new Date())
  const draft = await draftRound(plan, today)
  if (!draft.ok) throw new Error(draft.because)
  const { id } = draft.value
  const keys = join(config.dataDir, 'keys/ledger')
  renameSync(keys, `${keys}-away`)
  await expect(beginIssuing(id)).rejects.toThrow('the key of the ledger is missing')
  expect(await findRound(id)).toMatchObject({ state: 'draft', manifest: null })
  renameSync(`${keys}-away`, keys)
  expect(await beginIssuing(id)).toMatchObject({ ok: true })
  expect(await about(id)).toHaveLength(1)
})
