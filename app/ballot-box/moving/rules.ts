import { type Bytes, concat, fromBase64url, hex, sha256, toBase64url } from '../bytes'
import type { Manifest } from '../manifest'
import { readToken } from '../token'

/** A token on its way to another device of the same person. */
export type MovingToken = {
  round: string
  unit: string
  holder: string
  /** Base64url, as the device that drew the token knew it. */
  manifestSha256: string
  input: Bytes
  signature: Bytes
  drawnAt: Date
}

const kind = 'v1'
const [secondsLength, holderLength, hashLength] = [4, 8, 32]

/** Writes a token for the part of an address that never reaches a server. */
export function writeMoving({ holder, manifestSha256, input, signature, drawnAt }: MovingToken): string {
  const drawn = new Uint8Array(secondsLength)
  new DataView(drawn.buffer).setUint32(0, Math.floor(drawnAt.getTime() / 1000))
  const holderBytes = Uint8Array.from(holder.match(/../g) ?? [], pair => Number.parseInt(pair, 16))
  const sized = concat(Uint8Array.of(input.length), input)
  return `${kind}.${toBase64url(concat(drawn, holderBytes, fromBase64url(manifestSha256), sized, signature))}`
}

/** Reads what another device showed; nothing when it is cut off, or is not a token of this round. */
export function readMoving(text: string, round: string): MovingToken | undefined {
  try {
    if (!text.startsWith(`${kind}.`)) return undefined
    return unpacked(fromBase64url(text.slice(kind.length + 1)), round)
  } catch {
    return undefined
  }
}

function unpacked(bytes: Bytes, round: string): MovingToken | undefined {
  let at = 0
  const take = (length: number) => {
    at += length
    return bytes.slice(at - length, at)
  }
  const drawnAt = new Date(new DataView(take(secondsLength).buffer).getUint32(0) * 1000)
  const [holder, hash] = [hex(take(holderLength)), take(hashLength)]
  const input = take(take(1)[0] ?? 0)
  const signature = bytes.slice(at)
  const place = readToken(input)
  if (place?.round !== round || signature.length === 0) return undefined
  return { round, unit: place.unit, holder, manifestSha256: toBase64url(hash), input, signature, drawnAt }
}

/** Why a token is not taken over: its round is another one here, or nobody signed it. */
export type MovingRefusal = 'manifestDiffers' | 'unitUnknown' | 'signatureWrong'

/** Returns why this device should not take over a token, if so, by the manifest that it got itself. */
export async function whyNotTake(
  token: MovingToken,
  held: { manifest: Manifest; bytes: Bytes },
): Promise<MovingRefusal | undefined> {
  if (toBase64url(await sha256(held.bytes)) !== token.manifestSha256) return 'manifestDiffers'
  const unit = held.manifest.units.find(({ id }) => id === token.unit)
  if (!unit) return 'unitUnknown'
  const algorithm = { name: 'RSA-PSS', hash: 'SHA-384' }
  const key = await crypto.subtle.importKey('spki', fromBase64url(unit.issue_key_spki), algorithm, false, ['verify'])
  const isSigned = await crypto.subtle.verify({ name: 'RSA-PSS', saltLength: 48 }, key, token.signature, token.input)
  return isSigned ? undefined : 'signatureWrong'
}
