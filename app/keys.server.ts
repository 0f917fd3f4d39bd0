import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { config } from './config.server'

// Private keys rest encrypted in `keys/<round>/`, those of the ledger in `keys/ledger/`; never in a database or a backup.

const folder = join(config.dataDir, 'keys')
const ownerOnly = 0o600

/** Keeps a private key (PKCS #8) of a round on disk, encrypted and bound to its round and name. */
export function keepKey(round: string, name: string, pkcs8: Uint8Array) {
  mkdirSync(join(folder, round), { recursive: true, mode: 0o700 })
  writeDurably(fileOf(round, name), sealBytes(pkcs8, boundTo(round, name)))
}

/** Reads a private key of a round; nothing when it is gone, was changed, or belongs to another installation. */
export function findKey(round: string, name: string): Buffer<ArrayBuffer> | undefined {
  if (!existsSync(fileOf(round, name))) return undefined
  return openBytes(readFileSync(fileOf(round, name)), boundTo(round, name))
}

/** Encrypts bytes under the key of this installation, so that they open only together with what they are bound to. */
export function sealBytes(plain: Uint8Array, bound: string): Buffer {
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', wrappingKey(), iv).setAAD(Buffer.from(bound))
  return Buffer.concat([iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}

/** Opens bytes that were sealed here; nothing when they were changed, or belong to something or somebody else. */
export function openBytes(sealed: Uint8Array, bound: string): Buffer<ArrayBuffer> | undefined {
  try {
    const decipher = createDecipheriv('aes-256-gcm', wrappingKey(), sealed.subarray(0, 12)).setAAD(Buffer.from(bound))
    decipher.setAuthTag(sealed.subarray(-16))
    return Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()]) as Buffer<ArrayBuffer>
  } catch {
    return undefined
  }
}

/** Overwrites and removes all keys of a round. Afterwards nobody can sign a token or open a ballot of it. */
export function destroyKeys(round: string) {
  const home = join(folder, round)
  if (!existsSync(home)) return
  for (const name of readdirSync(home)) writeDurably(join(home, name), randomBytes(statSync(join(home, name)).size))
  rmSync(home, { recursive: true })
}

/** Overwrites and removes all keys that stand beside the one called `kept`. */
export function destroyKeysBeside(round: string, kept: string) {
  const home = join(folder, round)
  for (const name of readdirSync(home).filter(file => file !== `${kept}.p8`)) {
    writeDurably(join(home, name), randomBytes(statSync(join(home, name)).size))
    rmSync(join(home, name))
  }
}

const fileOf = (round: string, name: string) => join(folder, round, `${name}.p8`)
const boundTo = (round: string, name: string) => `inspraak-key/v1|${round}|${name}`

function writeDurably(path: string, bytes: Uint8Array) {
  const file = openSync(path, 'w', ownerOnly)
  writeSync(file, bytes)
  fsyncSync(file)
  closeSync(file)
}

let wrapping: Buffer | undefined

/** The key that encrypts the others: from the settings, or made once for an installation without that setting. */
function wrappingKey(): Buffer {
  if (wrapping) return wrapping
  const secret = config.keyEncryptionKey ?? ownSecret()
  wrapping = Buffer.from(hkdfSync('sha256', secret, '', 'inspraak round keys', 32))
  return wrapping
}

function ownSecret(): string {
  const path = join(folder, 'key-encryption-key')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (!existsSync(path)) writeFileSync(path, randomBytes(32).toString('base64url'), { mode: ownerOnly, flag: 'wx' })
  return readFileSync(path, 'utf8')
}
