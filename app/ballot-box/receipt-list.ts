import { checkEntryProof, type SeenLedger } from '~/ledger/round-proof'
import { type Bytes, hex, sha256 } from './bytes'

/** How a list of receipts stands to the ledger, and what it adds up to. */
export type ListVerdict = { is: 'inLedger'; receipts: string[]; sum: string; seen: SeenLedger } | { is: 'differs' }

/** Letters of a receipt that are enough to find it: what the page shows of it. */
const fewestLetters = 12

/** Reads a receipt as somebody typed or pasted it; nothing when it is too short to find one ballot. */
export function typedReceipt(typed: string): string | undefined {
  const whole = /\b[0-9a-f]{64}\b/i.exec(typed)?.[0]
  const letters = (whole ?? typed).toLowerCase().replace(/[\s-]/g, '')
  return /^[0-9a-f]{12,64}$/.test(letters) && letters.length >= fewestLetters ? letters : undefined
}

/** Returns whether a list holds a receipt, or the one that begins like this. */
export const holdsReceipt = (receipts: readonly string[], receipt: string) =>
  receipts.some(one => one.startsWith(receipt))

/**
 * Decides whether the whole list of receipts is the one that the ledger fixed when the round was counted: by its hash,
 * with as many receipts as ballots, and none of them twice.
 */
export async function checkList(
  list: Bytes,
  proof: string,
  { round, seen }: { round: string; seen?: SeenLedger },
): Promise<ListVerdict> {
  const sum = hex(await sha256(list))
  const receipts = new TextDecoder().decode(list).split('\n').filter(Boolean)
  const isFixed = ({ entry }: { entry: string }) => {
    const { type, data } = JSON.parse(entry)
    const { counted, rejected } = data.totals
    const isWhole = counted === undefined || counted + rejected === receipts.length
    return type === 'results.published' && data.round === round && data.receipts === `sha256:${sum}` && isWhole
  }
  const found = await checkEntryProof(proof, isFixed, seen)
  if (!found.ok || new Set(receipts).size < receipts.length) return { is: 'differs' }
  return { is: 'inLedger', receipts, sum, seen: found.value.seen }
}
