import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { destroyKeysBeside, findKey, keepKey } from '~/keys.server'
import { type Signer, verifierKey } from './note'

const folder = 'ledger'
/** The id in a printed key: what its file is called, so that a new key never overwrites an old one. */
const idOf = (key: string) => key.split('+')[1]!

/** Makes a key for the log and keeps it encrypted on disk. @returns the key as it is printed */
export function makeLogKey(name: string): string {
  const { privateKey } = generateKeyPairSync('ed25519')
  const printed = verifierKey({ name, key: privateKey })
  keepKey(folder, idOf(printed), privateKey.export({ type: 'pkcs8', format: 'der' }))
  return printed
}

/** The key that was read last: taking its bytes apart costs more than all else about an entry. */
let parsed: { pkcs8: Buffer; key: KeyObject } | undefined

/** Returns who signs for the log. @throws when its key is gone: without it nothing can be entered any more. */
export function logSigner(name: string, printed: string): Signer {
  const pkcs8 = findKey(folder, idOf(printed))
  if (!pkcs8) throw new Error('the key of the ledger is missing')
  if (!parsed?.pkcs8.equals(pkcs8))
    parsed = { pkcs8, key: createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' }) }
  return { name, key: parsed.key }
}

/**
 * Destroys the keys of the log beside the one that signs now. @throws when that one is gone:
 * then another may still be needed to recover, and all of them stay.
 */
export function forgetOldLogKeys(name: string, printed: string) {
  logSigner(name, printed)
  destroyKeysBeside(folder, idOf(printed))
}
