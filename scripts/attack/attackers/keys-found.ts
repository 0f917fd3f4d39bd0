import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Bytes } from '~/ballot-box/bytes'
import type { Ballot } from '~/ballot-box/store.server'
import { importBoxPrivateKey, open } from '~/ballot-box/unseal'
import { config } from '~/config.server'
import { findKey } from '~/keys.server'
import { bytesOf } from './files'

/** What stands near the beginning of every private RSA key: its version, and that it is one. @source RFC 5208, RFC 8017 */
const mark = Buffer.from('020100300d06092a864886f70d010101050004', 'hex')
/** Bytes before that mark: that a sequence follows, and how long it is. */
const before = 4
/** Letters in a row that may be a key which was written as text. */
const asText = /[A-Za-z0-9+/_-]{1000,}/g

/** Finds every private key that could open a ballot: loose in a file, as text, and locked with the secret of the server. */
export function keysIn(files: readonly string[]): Buffer[] {
  const all = [...files.flatMap(file => keysWithin(bytesOf(file))), ...serverKeys()]
  return [...new Map(all.map(key => [key.toString('hex'), key])).values()]
}

function keysWithin(bytes: Buffer): Buffer[] {
  const texts = bytes.toString('latin1').match(asText) ?? []
  return [bytes, ...texts.map(text => Buffer.from(text, 'base64url'))].flatMap(looseKeys)
}

function looseKeys(bytes: Buffer): Buffer[] {
  const found: Buffer[] = []
  for (let at = bytes.indexOf(mark); at !== -1; at = bytes.indexOf(mark, at + 1)) {
    if (at >= before) found.push(bytes.subarray(at - before, at + bytes.readUInt16BE(at - 2)))
  }
  return found
}

/** Whoever has the server has the secret that locks its keys, and reads each of them. */
function serverKeys(): Buffer[] {
  const home = join(config.dataDir, 'keys')
  const folders = readdirSync(home, { withFileTypes: true }).filter(entry => entry.isDirectory())
  return folders.flatMap(({ name: round }) =>
    readdirSync(join(home, round))
      .filter(file => file.endsWith('.p8'))
      .flatMap(file => findKey(round, file.replace(/\.p8$/, '')) ?? []),
  )
}

/** Tries every key on every ballot; returns how many ballots opened. */
export async function openedWith(found: readonly Buffer[], ballots: readonly Ballot[]): Promise<number> {
  const imported = found.map(key => importBoxPrivateKey(Uint8Array.from(key) as Bytes).catch(() => []))
  const keys = (await Promise.all(imported)).flat()
  const opens = (ballot: Ballot) => (key: CryptoKey) =>
    open(key, Uint8Array.from(ballot.sealed) as Bytes, ballot).then(
      () => true,
      () => false,
    )
  const opened = await Promise.all(ballots.map(async ballot => Promise.all(keys.map(opens(ballot)))))
  return opened.filter(tries => tries.includes(true)).length
}
