import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { transact } from '#db'
import type { LedgerEvent } from '~/ledger/entries'
import { publicBytesOf } from '~/ledger/note'
import { exportLog } from '~/ledger/served.server'
import { append } from '~/ledger/store.server'
import { printedKey } from '~/pulses/council/file'
import { countText } from '~/pulses/council/submission'
import { verify } from '../../../app/ledger/verify.mjs'
import { hashOf } from '../stage/paper-log'
import type { Forged } from './forged-count'

const council = generateKeyPairSync('ed25519').privateKey
const administrator = generateKeyPairSync('ed25519').privateKey
const [results, receipts, others] = [hashOf('c'), hashOf('f'), hashOf('e')]

/** What whoever has the machine and the key of the ledger enters about a round: anything but a signature of the council under it. */
type Entered = {
  key?: KeyObject
  /** What was really signed. */
  signed?: { round?: string; results?: string; receipts?: string }
  published?: string
  boxKey?: string
  without?: LedgerEvent['type']
}

const forgeries: Entered[] = [
  { key: administrator },
  { signed: { results: others } },
  { signed: { receipts: others } },
  { signed: { round: 'R0' } },
  { published: others },
  { boxKey: hashOf('d') },
  { without: 'tally.submitted' },
  { without: 'box_key.held' },
]

/** Enters forged counts in the real ledger; whoever verifies it looks after each. */
export async function enterForged(): Promise<Forged[]> {
  const tried: Forged[] = []
  for (const [at, forged] of forgeries.entries()) tried.push(await enter(`forged-${at}`, forged))
  const honest = await enter('honest', {})
  if (!honest.ours) throw new Error('an honest count was refused as well')
  return tried
}

async function enter(round: string, forged: Entered): Promise<Forged> {
  const before = (await verify(await exportLog())).problems.length
  const events = (await storyOf(round, forged)).filter(({ type }) => type !== forged.without)
  await transact(async tx => {
    for (const event of events) await append(tx, event, new Date())
  })
  const found: { what?: string }[] = (await verify(await exportLog())).problems.slice(before)
  const isUnseen = found.every(({ what }) => what === 'tally.submitted')
  return { ours: found.length === 0, withoutSignature: isUnseen }
}

async function storyOf(round: string, { key = council, signed, published, boxKey }: Entered): Promise<LedgerEvent[]> {
  const held = await printedKey(round, publicBytesOf(council))
  const text = countText(signed?.round ?? round, signed?.results ?? results, signed?.receipts ?? receipts)
  const signature = sign(null, Buffer.from(text), key).toString('base64')
  const totals = { roster: 30, counted: 30, rejected: 0 }
  return [
    { type: 'round.opened', data: { round, rules: 'K7c2.v1', manifest: hashOf('a'), box_key: hashOf('b'), units: [] } },
    { type: 'box_key.held', data: { round, box_key: boxKey ?? hashOf('b'), key: held, by: 'worksCouncil' } },
    { type: 'tally.submitted', data: { round, results, receipts, signature } },
    { type: 'results.published', data: { round, results: hashOf('9'), receipts: published ?? receipts, totals } },
  ]
}
