import { allow, type Decision, refuse } from '~/decision'
import { fromBase64url } from '../bytes'
import { keepsTokens } from '../council-tokens.server'
import type { Add, Written } from '../group-commit.server'
import { type Manifest, readManifest } from '../manifest'
import { importBoxKey, seal } from '../seal.client'
import { type Box, roundOf } from '../store.server'
import { receiptOf } from '../token'
import type { Answers } from '../unseal'
import { readSlipCode, slipHash, slipNullifier, slipProof } from './slip-code'
import { isCast, slipsOf } from './store.server'

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
type OpenRound = {
  boxKey: CryptoKey
  unitOfHash: Map<string, string>
  /** Where the works council counts, the proof of a slip stands in the place of a token: the box cannot make one up. */
  keepsProof: boolean
}

const becomes: Record<Exclude<Written, 'accepted'>, SlipRefusal> = {
  same: 'already_cast',
  other: 'already_cast',
  notOpen: 'not_open',
  failed: 'unavailable',
}

/**
 * Opens the desk for slips. Answers are sealed here to the round's key before they reach a disk or another process;
 * from then on such a ballot shares its write to disk with every other, and cannot be told from them. Where the works
 * council counts, whoever reads the box can: a proof stands beside the ballot instead of a token, though never the code.
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
      const proof = keepsProof && { token: { input: await slipProof(round, code), signature: new Uint8Array(0) } }
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

const spelled = (hash: Uint8Array) => Buffer.from(hash).toString('base64')
