import { readKey } from './verify.mjs'
import { fingerprintOf } from './witness-program.mjs'

/** Marks a key that cosigns; a log signs with another kind. @source C2SP tlog-cosignature, type of an Ed25519 cosignature */
export const witnessKeyType = 4

/** Reads the public key of a witness as it is printed; nothing when it is another kind of key or was mistyped. */
export function witnessKeyOf(printed: string): { name: string; key: string; fingerprint: string } | undefined {
  const key = readKey(printed.trim())
  if (!key?.name || key.type !== witnessKeyType || key.name.length > longestName) return undefined
  return { name: key.name, key: key.text, fingerprint: fingerprintOf(key.text) }
}

/** Characters of a name in the ledger. @source verify.mjs, `forms.name` */
export const longestName = 120
