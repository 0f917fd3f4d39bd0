import { allow, type Decision, refuse } from '~/decision'
import { type Held, isOpeningOf } from './round-opening'
import {
  type Checkpoint,
  cosigned,
  fromBase64,
  isSigned,
  readCheckpoint,
  rootOver,
  signedByLog,
} from './round-proof-signatures'

export type { Held } from './round-opening'

// How a phone finds out, with a few hashes, that a round stands in the ledger that everyone else sees.

/** A key of the log and the entry that brought it; every key but the first is signed by the one before. */
export type ListedKey = { key: string; from: number; signature?: string }
export type ListedWitness = { name: string; key: string; from: number; until?: number }

/** All that is needed to check one round; the same for everyone who asks. */
export type RoundProof = {
  v: 1
  seq: number
  entry: string
  path: string[]
  checkpoint: string
  keys: ListedKey[]
  witnesses: ListedWitness[]
}

/** What a device keeps of the ledger: a later look must fit it. */
export type SeenLedger = {
  name: string
  size: number
  root: string
  keys: ListedKey[]
  witnesses: ListedWitness[]
}

/** What was found: who cosigned and in which second, and whether this browser could check signatures at all. */
export type ProvenRound = { seen: SeenLedger; witness?: { name: string; at: number }; isSignatureChecked: boolean }

/** Whether a witness still has to cosign, and whether one that this device saw before is gone without another in its place. */
export type ProvenEntry = ProvenRound & { awaitsWitness: boolean; lacksSeenWitness: boolean }

export type ProofRefusal = 'notInLedger' | 'ledgerBroken' | 'ledgerDiffers' | 'witnessMissing' | 'witnessGone'

/** Decides whether an entry has to be cosigned: when somebody who was a witness before it still is one. */
export const mustBeWitnessed = (seq: number, witnesses: readonly { from: number; until?: number | null }[]) =>
  witnesses.some(({ from, until }) => from < seq && (until === undefined || until === null))

/**
 * Decides whether a round stands in the ledger exactly as this device has it, under a checkpoint that the log
 * signed, cosigned if it has a witness, and without contradicting what this device saw before.
 *
 * That a witness has gone is only the word of the log, which could send every witness away. So whoever has ever seen
 * one goes on with nothing that no witness cosigned.
 */
export async function checkRoundProof(
  text: string,
  held: Held,
  seen?: SeenLedger,
): Promise<Decision<ProvenRound, ProofRefusal>> {
  const found = await checkEntryProof(text, proof => isOpeningOf(proof, held), seen)
  if (found.ok && found.value.awaitsWitness) return refuse('witnessMissing')
  return found.ok && found.value.lacksSeenWitness ? refuse('witnessGone') : found
}

/** Decides the same about any entry that `isWanted`, but leaves it to the caller whether a late witness matters. */
export async function checkEntryProof(
  text: string,
  isWanted: (proof: RoundProof) => boolean | Promise<boolean>,
  seen?: SeenLedger,
): Promise<Decision<ProvenEntry, ProofRefusal>> {
  try {
    return await check(JSON.parse(text), isWanted, seen)
  } catch {
    // What cannot be read proves nothing.
    return refuse('ledgerBroken')
  }
}

type Wanted = Parameters<typeof checkEntryProof>[1]

async function check(proof: RoundProof, isWanted: Wanted, seen?: SeenLedger) {
  if (!(await isWanted(proof))) return refuse('notInLedger')
  const point = readCheckpoint(proof.checkpoint)
  if (!point || (await rootOver(proof.entry, proof.seq, point.size, proof.path)) !== point.root)
    return refuse('ledgerBroken')
  const logVerdict = await verdictOnLog(proof, point)
  if (logVerdict === 'wrong') return refuse('ledgerBroken')
  const witness = await firstWitness(proof.witnesses, point)
  if (seen && !continues(seen, proof, point, witness !== undefined)) return refuse('ledgerDiffers')
  const awaitsWitness = !witness && mustBeWitnessed(proof.seq, proof.witnesses)
  const lacksSeenWitness = !witness && seen !== undefined && seen.witnesses.length > 0
  const isSignatureChecked = logVerdict === 'right'
  const now = remembered(proof, point, seen)
  return allow({ seen: now, witness, isSignatureChecked, awaitsWitness, lacksSeenWitness })
}

/** Follows the keys of the log from the first one, and then judges the checkpoint by the one that counted at its size. */
async function verdictOnLog({ keys }: RoundProof, point: Checkpoint): Promise<'right' | 'wrong' | 'unknown'> {
  let before: string | undefined
  for (const { key, from, signature } of keys) {
    if (!key.startsWith(`${point.name}+`)) return 'wrong'
    const text = `inspraak-ledger-key/v1\n${point.name}\n${from}\n${key}\n`
    if (before && (await isSigned(before, text, fromBase64(signature!))) === 'wrong') return 'wrong'
    before = key
  }
  const counting = keys.filter(({ from }) => from < point.size).at(-1)
  const verdict = counting ? await signedByLog(counting.key, point) : 'wrong'
  return verdict === 'absent' ? 'wrong' : verdict
}

/** Finds the first of the witnesses at this size whose signature holds, or cannot be judged by this browser. */
async function firstWitness(witnesses: ListedWitness[], point: Checkpoint) {
  const present = witnesses.filter(
    ({ from, until }) => from < point.size && !(until !== undefined && until < point.size),
  )
  const found: { name: string; at: number }[] = []
  for (const { name, key } of present) {
    const { verdict, at } = await cosigned(key, point)
    if (verdict === 'right' || verdict === 'unknown') found.push({ name, at })
  }
  return found.sort((one, other) => one.at - other.at)[0]
}

/**
 * Decides whether this can be the log that was seen before, only longer: the same name and keys, nothing rewritten,
 * and no witness that came or went unseen. Under an older checkpoint a witness stands for what is not repeated.
 */
function continues(seen: SeenLedger, { keys, witnesses }: RoundProof, point: Checkpoint, isCosigned: boolean): boolean {
  if (seen.name !== point.name) return false
  if (point.size === seen.size ? point.root !== seen.root : point.size < seen.size && !isCosigned) return false
  const past = (listed: readonly { key: string; from: number; until?: number }[]) =>
    listed
      .filter(({ from }) => from < seen.size)
      .map(({ key, from, until = seen.size }) => `${from} ${Math.min(until, seen.size)} ${key}`)
      .join()
  return past(keys) === past(seen.keys) && past(witnesses) === past(seen.witnesses)
}

function remembered({ keys, witnesses }: RoundProof, { name, size, root }: Checkpoint, seen?: SeenLedger): SeenLedger {
  const longest = seen && seen.size > size ? { size: seen.size, root: seen.root } : { size, root }
  return { name, ...longest, keys, witnesses }
}
