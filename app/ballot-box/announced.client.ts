import { checkRoundProof, type Held, type ProofRefusal, type ProvenRound } from '~/ledger/round-proof'
import { sha256, toBase64url } from './bytes'
import { checkManifest, isCodeOf, type Manifest, readManifest } from './manifest'
import type { TokenStore } from './token-store.client'

/** Why this device stops. Each one is told to the person in words, with the advice to tell the works council. */
export type StopReason =
  | 'manifestDiffers'
  | 'manifestChanged'
  | 'manifestRefused'
  | 'codeDiffers'
  | 'unitUnknown'
  | 'keyRefused'
  | 'signatureWrong'
  | ProofRefusal

/** Thrown when this device must not go on. */
export class Stop extends Error {
  constructor(readonly because: StopReason) {
    super(because)
  }
}

/** Thrown when the other side could not be reached; trying again later is harmless. */
export class Unreachable extends Error {}

/** What this device has heard of a round before it fetches the manifest. */
export type Announced = {
  round: string
  /** Base64url; from the signed-in page, which has it from the ledger. */
  manifestSha256: string
  /** The code as the person typed it from the poster, if they did. */
  codeSeen?: string
  fetch: typeof fetch
}

/**
 * Fetches the manifest of a round without saying who asks, and returns it when it is the announced one and sound.
 *
 * @throws Stop when it is another one or breaks a rule; Unreachable when it did not arrive
 */
export async function fetchManifest({ round, manifestSha256, codeSeen, fetch }: Announced): Promise<Manifest> {
  const answer = await reach(fetch(`/ballot/${round}/manifest.json`, withoutIdentity))
  if (answer.status !== 200) throw new Unreachable()
  const bytes = new Uint8Array(await reach(answer.arrayBuffer()))
  const hash = await sha256(bytes)
  if (toBase64url(hash) !== manifestSha256) throw new Stop('manifestDiffers')
  if (codeSeen !== undefined && !isCodeOf(codeSeen, hash)) throw new Stop('codeDiffers')
  return soundManifest(bytes)
}

async function soundManifest(bytes: Uint8Array): Promise<Manifest> {
  try {
    const decision = await checkManifest(readManifest(bytes))
    if (decision.ok) return decision.value
  } catch {
    // A manifest that cannot be read is refused like one that breaks a rule.
  }
  throw new Stop('manifestRefused')
}

/**
 * Finds a round in the public ledger, again without saying who asks, and remembers how the ledger stood.
 *
 * @throws Stop when the round is not there just so, or the ledger contradicts what this device saw; Unreachable
 */
export async function findInLedger(held: Held, store: TokenStore, ask: typeof fetch): Promise<ProvenRound> {
  const answer = await reach(ask(`/ledger/rounds/${held.manifest.round}.json`, withoutIdentity))
  if (answer.status === 404) throw new Stop('notInLedger')
  if (answer.status !== 200) throw new Unreachable()
  const found = await checkRoundProof(await reach(answer.text()), held, await store.seenLedger())
  if (!found.ok) throw new Stop(found.because)
  await store.rememberLedger(found.value.seen)
  return found.value
}

/** Waits for an answer. @throws Unreachable when none comes */
export async function reach<T>(attempt: Promise<T>): Promise<T> {
  try {
    return await attempt
  } catch {
    throw new Unreachable()
  }
}

const withoutIdentity = { credentials: 'omit', referrerPolicy: 'no-referrer', cache: 'no-store' } as const
