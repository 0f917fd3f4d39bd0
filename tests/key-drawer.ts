import { createPrivateKey, createPublicKey, generateKeyPair } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { KeyPair } from '~/ballot-box/blind-signing.server'

// An RSA key takes tenths of a second to make, and tests need hundreds. The first file that needs its n-th key makes it
// and leaves it in a drawer that lives as long as the run (`tests/whole-run.ts`); other files take theirs from there.
// No file meets the same key twice, and no key leaves the machine or the run.

const newPair = promisify(generateKeyPair)
const taken = new Map<string, number>()

/** Returns a key pair that this test file has not had before; `make` is asked for it when the drawer has none. */
export async function keyFromDrawer(kind: string, make: () => Promise<KeyPair>): Promise<KeyPair> {
  const drawer = process.env.TEST_KEYS
  if (!drawer) return make()
  const nth = taken.get(kind) ?? 0
  taken.set(kind, nth + 1)
  const place = join(drawer, `${kind}-${nth}.pem`)
  if (existsSync(place)) return bothHalves(readFileSync(place, 'utf8'))
  const made = await make()
  const own = `${place}.${process.pid}`
  writeFileSync(own, made.privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 })
  renameSync(own, place)
  return made
}

function bothHalves(pem: string): KeyPair {
  const privateKey = createPrivateKey(pem)
  return { privateKey, publicKey: createPublicKey(privateKey) }
}

const ofPrivate: readonly KeyUsage[] = ['decrypt', 'unwrapKey', 'sign']

/** Lets browsers in tests take RSA keys from the drawer too; every other key they make themselves. */
export function openDrawerToBrowsers() {
  const { subtle } = globalThis.crypto
  const make = subtle.generateKey.bind(subtle) as (...asked: unknown[]) => Promise<CryptoKeyPair | CryptoKey>
  const fromDrawer = async (how: RsaHashedKeyGenParams, mayLeave: boolean, uses: KeyUsage[]) => {
    const { modulusLength } = how
    const { privateKey } = await keyFromDrawer(`browser-${modulusLength}`, () => newPair('rsa', { modulusLength }))
    const [own, known] = [uses.filter(one => ofPrivate.includes(one)), uses.filter(one => !ofPrivate.includes(one))]
    const secret = privateKey.export({ type: 'pkcs8', format: 'der' })
    const open = createPublicKey(privateKey).export({ type: 'spki', format: 'der' })
    return {
      privateKey: await subtle.importKey('pkcs8', new Uint8Array(secret), how, mayLeave, own),
      publicKey: await subtle.importKey('spki', new Uint8Array(open), how, true, known),
    }
  }
  const generateKey = (how: RsaHashedKeyGenParams, mayLeave: boolean, uses: KeyUsage[]) =>
    how.modulusLength ? fromDrawer(how, mayLeave, uses) : make(how, mayLeave, uses)
  subtle.generateKey = generateKey as typeof subtle.generateKey
}
