import {
  type Announced,
  fetchManifest,
  findInLedger,
  reach,
  Stop,
  type StopReason,
  Unreachable,
} from './announced.client'
import { blind, factorFrom, finalize, type IssueKey, importIssueKey, prepare } from './blind.client'
import { type Bytes, fromBase64url, toBase64url } from './bytes'
import { seedBytes } from './code-words'
import { tokenMessage } from './token'
import { chanceFrom } from './token-chance'
import type { TokenRecord, TokenStore } from './token-store.client'

export type { StopReason } from './announced.client'

/** Where the drawing of a token stands. `unreachable`, `notIssuing` and `awaitingWitness` may be tried again later, by themselves. */
export type Drawing =
  | {
      state:
        | 'drawn'
        | 'spent'
        | 'elsewhere'
        | 'someoneElses'
        | 'notIssuing'
        | 'awaitingWitness'
        | 'unreachable'
        | 'noStorage'
    }
  | { state: 'refused'; because: StopReason }

export type DrawingRequest = Announced & {
  unit: string
  /** Tells colleagues who share a browser apart, for as long as the token is unused; it means nothing outside this round. */
  holder: string
  store: TokenStore
  /** From the code words of another device; without it a token is new. */
  seed?: Bytes
  now?: () => Date
}

/**
 * Draws the token of a round for the person who is signed in, and keeps it on this device.
 *
 * Safe to call on every page view: it asks at most once, repeats an unanswered request with the very same
 * value, and after a wrong signature never asks again. Nothing is asked once the ballot has been sent, so
 * that the signed-in side does not learn who has answered.
 */
export async function drawToken(request: DrawingRequest): Promise<Drawing> {
  try {
    if (await request.store.receipt(request.round)) return { state: 'spent' }
    const kept = await request.store.get(request.round)
    if (kept && kept.holder !== request.holder) return await besideColleague(request, kept)
    if (kept && kept.manifestSha256 !== request.manifestSha256) return { state: 'refused', because: 'manifestChanged' }
    if (kept?.state === 'refused') return { state: 'refused', because: 'signatureWrong' }
    if (kept && kept.state !== 'requested') return { state: kept.state }
    return await ask(request)
  } catch (fault) {
    // The page comes before the witness: nobody asks for a token until it has cosigned.
    if (fault instanceof Stop && fault.because === 'witnessMissing') return { state: 'awaitingWitness' }
    if (fault instanceof Stop) return { state: 'refused', because: fault.because }
    return { state: fault instanceof Unreachable ? 'unreachable' : 'noStorage' }
  }
}

/** A colleague's token stays untouched; the mere note that theirs is elsewhere makes room. */
async function besideColleague(request: DrawingRequest, kept: TokenRecord): Promise<Drawing> {
  if (kept.state !== 'elsewhere') return { state: 'someoneElses' }
  await request.store.delete(request.round)
  return drawToken(request)
}

async function ask(request: DrawingRequest): Promise<Drawing> {
  const key = await keyOf(request)
  const record = await request.store.keepFirst(await freshRecord(request, key))
  if (!record) return { state: 'spent' }
  if (record.state !== 'requested' || record.holder !== request.holder) return drawToken(request)
  await request.store.put({ ...record, drawnAt: momentOf(request) })
  const answer = await send(request, record)
  if (answer.status === 410)
    return { state: (await codeOf(answer)) === 'awaiting_witness' ? 'awaitingWitness' : 'notIssuing' }
  if (answer.status === 409) return settle(request, { ...record, state: 'elsewhere' })
  if (answer.status !== 200) throw new Unreachable()
  return settle(request, await finished(key, record, await signatureOf(answer)))
}

/** Keeps the end of a drawing without the secrets that only served to reach it. */
async function settle(request: DrawingRequest, record: TokenRecord): Promise<Drawing> {
  const { inverse: _, blinded: __, ...lasting } = record
  await request.store.put({ ...lasting, drawnAt: momentOf(request) })
  if (record.state === 'refused') return { state: 'refused', because: 'signatureWrong' }
  return { state: record.state === 'drawn' ? 'drawn' : 'elsewhere' }
}

async function finished(key: IssueKey, record: TokenRecord, signature: Bytes): Promise<TokenRecord> {
  try {
    const final = await finalize(key, record.input, signature, record.inverse!)
    return { ...record, state: 'drawn', signature: final }
  } catch {
    return { ...record, state: 'refused' }
  }
}

async function freshRecord(request: DrawingRequest, key: IssueKey): Promise<TokenRecord> {
  const { round, unit, holder, manifestSha256 } = request
  const seed = request.seed ?? crypto.getRandomValues(new Uint8Array(seedBytes))
  const chance = await chanceFrom(seed, { round, unit }, { salt: key.saltLength, key: key.bytes })
  const input = prepare(tokenMessage(round, unit, chance.nonce), chance.prefix)
  const hidden = await blind(key, input, { salt: chance.salt, factor: factorFrom(chance.factor, key) })
  return { round, unit, holder, manifestSha256, state: 'requested', seed, input, ...hidden, drawnAt: momentOf(request) }
}

/** Returns the unit's key from the manifest that everyone else has too, as the ledger shows. */
async function keyOf(request: DrawingRequest): Promise<IssueKey> {
  const manifest = await fetchManifest(request)
  const unit = manifest.units.find(({ id }) => id === request.unit)
  if (manifest.round !== request.round || !unit) throw new Stop('unitUnknown')
  await findInLedger({ manifest, manifestSha256: request.manifestSha256 }, request.store, request.fetch)
  try {
    return await importIssueKey(fromBase64url(unit.issue_key_spki))
  } catch {
    throw new Stop('keyRefused')
  }
}

function send({ round, fetch }: DrawingRequest, record: TokenRecord): Promise<Response> {
  const body = JSON.stringify({ blinded: toBase64url(record.blinded!) })
  const headers = { 'content-type': 'application/json' }
  return reach(fetch(`/app/pulse/${round}/issue`, { method: 'POST', redirect: 'error', headers, body }))
}

async function codeOf(answer: Response): Promise<string | undefined> {
  const { error } = (await reach(answer.json())) as { error?: { code?: string } }
  return error?.code
}

async function signatureOf(answer: Response): Promise<Bytes> {
  const { signature } = (await reach(answer.json())) as { signature?: unknown }
  if (typeof signature !== 'string') throw new Unreachable()
  return reach(Promise.resolve(signature).then(fromBase64url))
}

const momentOf = (request: DrawingRequest) => (request.now ?? (() => new Date()))()
