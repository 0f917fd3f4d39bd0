import { createHash, type KeyObject } from 'node:crypto'
import { readPublicKey, verifyToken } from './blind-signing.server'
import { keepsTokens } from './council-tokens.server'
import { type Add, groupCommit, type Written, writeGroup } from './group-commit.server'
import { type Ballot, type Box, issueKeyOf, type RoundState, stateOf } from './store.server'
import { readToken } from './token'
import { sealedBytes } from './unseal'

/** Characters of a sealed ballot in base64url. */
const sealedCharacters = Math.ceil((sealedBytes * 4) / 3)

/** Bytes of a signature with the largest key that is allowed. */
const longestSignature = 512

export type Refusal = 'malformed' | 'token_refused' | 'already_cast' | 'not_open' | 'not_found' | 'unavailable'
export type CastAnswer = { status: 200 | 201; receipt: string } | { status: number; code: Refusal }
export type Intake = { cast(round: string, body: Buffer): Promise<CastAnswer> }

type Cast = { unit: string; input: Buffer; signature: Buffer; sealed: Buffer }

const statusOf: Record<Refusal, number> = {
  malformed: 400,
  token_refused: 403,
  not_found: 404,
  already_cast: 409,
  not_open: 410,
  unavailable: 503,
}

const answerTo: Record<Written, Refusal | 200 | 201> = {
  accepted: 201,
  same: 200,
  other: 'already_cast',
  notOpen: 'not_open',
  failed: 'unavailable',
}

/**
 * Takes ballots in. A ballot is acknowledged only when it is on disk; ballots that arrive together share
 * one write to disk, in shuffled order.
 *
 * That a round is open is remembered until a write finds it closed: each write looks for itself.
 */
export function openIntake(box: Box, add: Add = groupCommit(ballots => writeGroup(box, ballots))): Intake {
  const keys = new Map<string, KeyObject>()
  /** The open rounds, each with whether their tokens are kept. */
  const open = new Map<string, boolean>()
  return {
    async cast(round, body) {
      const state = open.has(round) ? 'open' : stateOf(box, round)
      if (state === 'open' && !open.has(round)) open.set(round, keepsTokens(box, round))
      const checked = check(body, round, state, unit => keyOf(box, keys, round, unit))
      if (typeof checked === 'string') return refusal(checked)
      const { token, ...ballot } = checked
      const written = await add(open.get(round) ? { ...ballot, token } : ballot)
      if (written === 'notOpen') open.delete(round)
      return answer(written, ballot)
    },
  }
}

/** Decides whether a request holds a ballot that may be cast: its form first, then where its token belongs, then the signature. */
function check(
  body: Buffer,
  round: string,
  state: RoundState | undefined,
  keyOfUnit: (unit: string) => KeyObject | undefined,
): Ballot | Refusal {
  if (!state) return 'not_found'
  const cast = readCast(body)
  if (!cast) return 'malformed'
  if (state !== 'open') return 'not_open'
  const place = readToken(cast.input)
  if (place?.round !== round || place.unit !== cast.unit) return 'token_refused'
  const key = keyOfUnit(cast.unit)
  if (!key || !verifyToken(key, cast.input, cast.signature)) return 'token_refused'
  const { unit, sealed, input, signature } = cast
  return { nullifier: sha256(input), round, unit, sealed, token: { input, signature } }
}

/** Reads a request by hand: this is the hottest path of the product, and the form is fixed. */
function readCast(body: Buffer): Cast | undefined {
  const read = parsed(body)
  if (typeof read?.unit !== 'string' || typeof read.input !== 'string') return undefined
  if (typeof read.signature !== 'string' || typeof read.sealed !== 'string') return undefined
  if (read.sealed.length !== sealedCharacters) return undefined
  const sealed = Buffer.from(read.sealed, 'base64url')
  const signature = Buffer.from(read.signature, 'base64url')
  if (sealed.length !== sealedBytes || signature.length > longestSignature) return undefined
  return { unit: read.unit, input: Buffer.from(read.input, 'base64url'), signature, sealed }
}

function parsed(body: Buffer): Record<string, unknown> | null | undefined {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    return undefined
  }
}

/** Returns a unit's key; a round's keys never change, so they are read once. */
function keyOf(box: Box, keys: Map<string, KeyObject>, round: string, unit: string): KeyObject | undefined {
  const name = `${round}|${unit}`
  const known = keys.get(name)
  if (known) return known
  const spki = issueKeyOf(box, round, unit)
  if (!spki) return undefined
  const key = readPublicKey(spki)
  keys.set(name, key)
  return key
}

function answer(written: Written, { sealed }: Ballot): CastAnswer {
  const told = answerTo[written]
  if (typeof told === 'string') return refusal(told)
  return { status: told, receipt: createHash('sha256').update(leafMark).update(sealed).digest('hex') }
}

const leafMark = Buffer.of(0)

const refusal = (code: Refusal): CastAnswer => ({ status: statusOf[code], code })

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()
