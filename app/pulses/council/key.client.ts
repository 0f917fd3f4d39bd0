import { toBase64url, utf8 } from '~/ballot-box/bytes'
import { lockOf, stretching } from '~/people/passphrase'
import { boundToFile, type PublicHalves, printedKey, writeCouncilFile } from './file'
import { boxKeyBits } from './rules'

/** A key that was made in this browser: the encrypted file, and the halves that everybody may know. */
export type MadeKey = PublicHalves & { file: string }

/** Why this browser cannot make or use a key. */
export type Unable = 'insecure' | 'oldBrowser'

/** Returns why this browser cannot make or use the key of a round; nothing when it can. */
export async function whyUnable(): Promise<Unable | undefined> {
  if (!globalThis.crypto?.subtle) return globalThis.isSecureContext ? 'oldBrowser' : 'insecure'
  try {
    await crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify'])
    return undefined
  } catch {
    return 'oldBrowser'
  }
}

/** Makes the key of a round. The private halves leave this function encrypted, and only so. */
export async function makeCouncilKey(round: string, passphrase: string): Promise<MadeKey> {
  const rsa = { name: 'RSA-OAEP', modulusLength: boxKeyBits, publicExponent: Uint8Array.of(1, 0, 1), hash: 'SHA-256' }
  const box = await crypto.subtle.generateKey(rsa, true, ['encrypt', 'decrypt'])
  const signing = (await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify'])) as CryptoKeyPair
  const open = {
    round,
    boxKey: toBase64url(await exported('spki', box.publicKey)),
    signingKey: await printedKey(round, await exported('raw', signing.publicKey)),
  }
  const halves = {
    box: toBase64url(await exported('pkcs8', box.privateKey)),
    signing: toBase64url(await exported('pkcs8', signing.privateKey)),
  }
  const [salt, iv] = [crypto.getRandomValues(new Uint8Array(16)), crypto.getRandomValues(new Uint8Array(12))]
  const how = { name: 'AES-GCM', iv, additionalData: boundToFile(open) }
  const lock = await lockOf(passphrase, salt, stretching)
  const secret = new Uint8Array(await crypto.subtle.encrypt(how, lock, utf8(JSON.stringify(halves))))
  return { ...open, file: writeCouncilFile({ ...open, rounds: stretching, salt, iv, secret }) }
}

const exported = async (form: 'spki' | 'raw' | 'pkcs8', key: CryptoKey) =>
  new Uint8Array(await crypto.subtle.exportKey(form, key))

/** Puts things in an order of pure chance (Fisher–Yates). */
export function shuffle<T>(items: T[]): T[] {
  const mixed = [...items]
  for (let at = mixed.length - 1; at > 0; at--) {
    const other = below(at + 1)
    ;[mixed[at], mixed[other]] = [mixed[other]!, mixed[at]!]
  }
  return mixed
}

/** Returns a number below `end`, each with the same chance: values that would favour some are drawn again. */
function below(end: number): number {
  const fair = Math.floor(2 ** 32 / end) * end
  for (;;) {
    const [drawn] = crypto.getRandomValues(new Uint32Array(1))
    if (drawn! < fair) return drawn! % end
  }
}

/** Lets the browser draw the page and take clicks before the work goes on. */
export const breathe = () => new Promise<void>(resolve => setTimeout(resolve))
