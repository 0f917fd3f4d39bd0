import { type Bytes, concat, fromBase64url, hex, sha256, toBase64url, utf8 } from '~/ballot-box/bytes'
import { lockOf, mostStretching, stretching } from '~/people/passphrase'

// The file with which the works council opens the ballots of one round: two private halves, encrypted with a passphrase.

/** Names the format in the file, so that no other file is taken for one. */
export const fileMark = 'inspraak-council-key/v1'

/** Marks an Ed25519 key that signs texts. @source C2SP signed-note */
const signingType = 1

/** What everybody may know of a key: the half that seals ballots, and the key that signs the count, as it is printed. */
export type PublicHalves = { round: string; boxKey: string; signingKey: string }
export type CouncilFile = PublicHalves & { rounds: number; salt: Bytes; iv: Bytes; secret: Bytes }
/** Both private halves; neither can be taken out of memory again. */
export type CouncilKeys = PublicHalves & { opener: CryptoKey; signer: CryptoKey }

/** Writes a signing key as one word that can be printed: name, four bytes of its hash, and the key. */
export async function printedKey(round: string, bytes: Uint8Array): Promise<string> {
  const name = `${round}.works-council`
  const marked = concat(Uint8Array.of(signingType), bytes)
  const id = hex(await sha256(concat(utf8(`${name}\n`), marked))).slice(0, 8)
  return `${name}+${id}+${btoa(String.fromCharCode(...marked))}`
}

/** Returns the 32 bytes of a printed signing key of this round; nothing when it is another kind of key or was mistyped. */
export async function signingBytes(round: string, printed: string): Promise<Bytes | undefined> {
  const base64 = printed.split('+').slice(2).join('+')
  if (!/^[A-Za-z0-9+/]{44}$/.test(base64)) return undefined
  const bytes = Uint8Array.from(atob(base64), letter => letter.charCodeAt(0)).subarray(1)
  return (await printedKey(round, bytes)) === printed ? bytes : undefined
}

/** Returns what is bound to the secret part of a file without being hidden in it. */
export const boundToFile = ({ round, boxKey, signingKey }: PublicHalves): Bytes =>
  utf8([fileMark, round, boxKey, signingKey].join('\n'))

/** Writes a key file. */
export function writeCouncilFile({ round, boxKey, signingKey, rounds, salt, iv, secret }: CouncilFile): string {
  const kdf = { name: 'PBKDF2', hash: 'SHA-256', iterations: rounds, salt: toBase64url(salt) }
  const cipher = { name: 'AES-GCM', iv: toBase64url(iv) }
  const file = { format: fileMark, round, boxKey, signingKey, kdf, cipher, secret: toBase64url(secret) }
  return `${JSON.stringify(file, null, 2)}\n`
}

/** Reads a key file without opening it; nothing when it is another kind of file, or damaged. */
export function readCouncilFile(text: string): CouncilFile | undefined {
  try {
    const { format, round, boxKey, signingKey, kdf, cipher, secret } = JSON.parse(text)
    const rounds = kdf.iterations
    const isRight = format === fileMark && rounds >= stretching && rounds <= mostStretching
    if (!isRight || ![round, boxKey, signingKey].every(part => typeof part === 'string')) return undefined
    const [salt, iv] = [fromBase64url(kdf.salt), fromBase64url(cipher.iv)]
    return { round, boxKey, signingKey, rounds, salt, iv, secret: fromBase64url(secret) }
  } catch {
    return undefined
  }
}

/** Opens a key file. @returns nothing for a wrong passphrase or a changed file: nobody can tell which */
export async function openCouncilFile(file: CouncilFile, passphrase: string): Promise<CouncilKeys | undefined> {
  const { round, boxKey, signingKey, rounds, salt, iv, secret } = file
  try {
    const lock = await lockOf(passphrase, salt, rounds)
    const how = { name: 'AES-GCM', iv, additionalData: boundToFile(file) }
    const halves = JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt(how, lock, secret)))
    const box = { name: 'RSA-OAEP', hash: 'SHA-256' }
    const opener = await crypto.subtle.importKey('pkcs8', fromBase64url(halves.box), box, false, ['decrypt'])
    const signer = await crypto.subtle.importKey('pkcs8', fromBase64url(halves.signing), 'Ed25519', false, ['sign'])
    return { round, boxKey, signingKey, opener, signer }
  } catch {
    return undefined
  }
}
