import QRCode from 'qrcode'
import { toBase64url } from '~/ballot-box/bytes'
import { inGroups, slipBits, slipCode, slipHash } from '~/ballot-box/slips/slip-code'

/** One card: its code in groups, and the dark squares of the QR code that leads to the page with the code filled in. */
export type Card = { code: string; square: { size: number; path: string } }
export type MadeCards = { cards: Card[]; hashes: string[] }

/**
 * Makes cards in this browser, from its own source of chance. Only the hashes are for sending. The code stands behind
 * the `#` of the address: browsers keep that part to themselves, so it reaches no log of any server on the way.
 */
export async function makeCards(round: string, count: number, origin: string): Promise<MadeCards> {
  const codes = Array.from({ length: count }, () => slipCode(crypto.getRandomValues(new Uint8Array(slipBits / 8))))
  const hashes = await Promise.all(codes.map(async code => toBase64url(await slipHash(round, code))))
  const cards = codes.map(code => ({
    code: inGroups(code),
    square: squareOf(`${origin}/ballot/${round}/slip#${code}`),
  }))
  return { cards, hashes }
}

/** Sends the hashes of a unit's codes. @returns what the server made of it; nothing when it was not reached */
export async function sendHashes(round: string, unit: string, hashes: string[]): Promise<string | undefined> {
  try {
    const answer = await fetch(`/app/rounds/${round}/slips/hashes`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ unit, hashes }),
    })
    const said = (await answer.json()) as { slips?: number; error?: { code: string } }
    return said.slips === hashes.length ? 'done' : (said.error?.code ?? 'notReached')
  } catch {
    return undefined
  }
}

/** Returns whether this browser can make codes and hash them. */
export const canMakeCards = () => Boolean(globalThis.isSecureContext && globalThis.crypto?.subtle)

/** The dark squares as one path, drawn row by row so that a printer leaves no seams between them. */
function squareOf(address: string): Card['square'] {
  const { size, data } = QRCode.create(address, { errorCorrectionLevel: 'M' }).modules
  const runs: string[] = []
  for (let row = 0; row < size; row++)
    for (let from = 0; from < size; from++) {
      if (!data[row * size + from]) continue
      let to = from
      while (to < size && data[row * size + to]) to++
      runs.push(`M${from} ${row}h${to - from}v1h${from - to}z`)
      from = to
    }
  return { size, path: runs.join('') }
}
