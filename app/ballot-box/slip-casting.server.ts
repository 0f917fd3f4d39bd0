import { allow, type Decision, refuse } from '~/decision'
import { fromBase64url, utf8 } from './bytes'
import { keepsTokens } from './council-tokens.server'
import type { Add, Written } from './group-commit.server'
import { type Manifest, readManifest } from './manifest'
import { importBoxKey, seal } from './seal.client'
import { readSlipCode, slipHash, slipNullifier } from './slip-code'
import { isCast, slipsOf } from './slip-store.server'
import { type Box, roundOf } from './store.server'
import { receiptOf } from './token'
import type { Answers } from './unseal'

export type SlipRefusal = 'malformed' | 'slip_refused' | 'already_cast' | 'not_open' | 'unavailable'
export type SlipDecision<T> = Promise<Decision<T, SlipRefusal>>

/** Where slips are answered: looking whether a code can still be used, and casting with it. */
export type SlipDesk = {
  /** Looks whether a code works; returns it in its one spelling. */
  look(round: string, typed: string): SlipDecision<string>
  /** Seals answers in memory and casts them; returns the receipt. */
  cast(round: string, typed: string, answers: Answers): SlipDecision<string>
}

/** An open round. Its slips no longer change, so they are read once. */
type OpenRound = { boxKey: CryptoKey; unitOfHash: Map<string, string>; keepsProof: boolean }

const becomes: Record<Exclude<Written, 'accepted'>, SlipRefusal> = {
  same: 'already_cast',
  other: 'already_cast',
  notOpen: 'not_open',
  failed: 'unavailable',
}

/**
 * Opens the desk for slips. Answers are sealed here to the round's key before they reach a disk or another process;
 * from then on such a ballot cannot be told from any other, and shares its write to disk.
 */
export function openSlipDesk(box: Box, add: Add): SlipDesk {
  const open = new Map<string, OpenRound>()
  const find = async (round: string, typed: string): SlipDecision<OpenRound & { code: string; unit: string }> => {
    const code = readSlipCode(typed)
    if (!code) return refuse('malformed')
    const known = open.get(round) ?? (await readOpenRound(box, round))
    if (!known) return refuse('not_open')
    open.set(round, known)
    const unit = known.unitOfHash.get(spelled(await slipHash(round, code)))
    return unit ? allow({ ...known, code, unit }) : refuse('slip_refused')
  }
  return {
    async look(round, typed) {
      const found = await find(round, typed)
      if (!found.ok) return found
      const { code } = found.value
      return isCast(box, await slipNullifier(round, code)) ? refuse('already_cast') : allow(code)
    },
    async cast(round, typed, answers) {
      const found = await find(round, typed)
      if (!found.ok) return found
      const { code, unit, boxKey, keepsProof } = found.value
      const nullifier = await slipNullifier(round, code)
      const sealed = await seal(boxKey, answers, { round, unit, nullifier })
      const proof = keepsProof && { token: proofOf(code) }
      const written = await add({ nullifier, round, unit, sealed, bySlip: true, ...proof })
      if (written === 'notOpen') open.delete(round)
      return written === 'accepted' ? allow(await receiptOf(sealed)) : refuse(becomes[written])
    },
  }
}

async function readOpenRound(box: Box, round: string): Promise<OpenRound | undefined> {
  const known = roundOf(box, round)
  if (known?.state !== 'open') return undefined
  const manifest: Manifest = readManifest(known.manifest)
  const boxKey = await importBoxKey(fromBase64url(manifest.box_key_spki))
  const unitOfHash = new Map([...slipsOf(box, round)].map(({ hash, unit }) => [spelled(hash), unit]))
  return { boxKey, unitOfHash, keepsProof: keepsTokens(box, round) }
}

/**
 * Returns what stands beside a ballot where the works council counts: the used code itself in the place of the token,
 * with no signature. Only whoever had the paper knows it, so the box cannot make up ballots.
 */
const proofOf = (code: string) => ({ input: utf8(code), signature: new Uint8Array(0) })

const spelled = (hash: Uint8Array) => Buffer.from(hash).toString('base64')
