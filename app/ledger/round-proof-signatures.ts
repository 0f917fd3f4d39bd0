import { type Bytes, concat, hex, sha256, utf8 } from '~/ballot-box/bytes'

// Trees and signatures of the log, as small as a phone needs them; `verify.mjs` holds the same for a whole log.

/** A checkpoint as it was signed: its text, what it says, and the lines under it. */
export type Checkpoint = {
  body: string
  name: string
  size: number
  root: string
  lines: [name: string, rest: string][]
}

/** Reads standard base64. @throws when a character does not belong there */
export const fromBase64 = (text: string): Bytes => Uint8Array.from(atob(text), letter => letter.charCodeAt(0))

const toBase64 = (bytes: Uint8Array) => btoa(String.fromCharCode(...bytes))

/** Reads a checkpoint; nothing when it is not written exactly so. */
export function readCheckpoint(note: string): Checkpoint | undefined {
  const [, body, name, size, root, under] =
    /^((\S+)\n(\d{1,15})\n(\S{44})\n)\n((?:\u2014 \S+ \S+\n)+)$/.exec(note) ?? []
  if (!body || !name || !root || !under) return undefined
  const lines = under
    .trimEnd()
    .split('\n')
    .map(line => line.slice(2).split(' ') as [string, string])
  return { body, name, size: Number(size), root, lines }
}

/** Returns the root that an entry and its path lead to; nothing when the path has the wrong length. @source RFC 9162, section 2.1.3.2 */
export async function rootOver(
  entry: string,
  place: number,
  size: number,
  path: string[],
): Promise<string | undefined> {
  const root = await rootOverLeaf(utf8(entry), place, size, path)
  return root && toBase64(root)
}

/** Returns the root that the bytes of a leaf and their path lead to; nothing when the path has the wrong length. */
export async function rootOverLeaf(
  leaf: Bytes,
  place: number,
  size: number,
  path: string[],
): Promise<Bytes | undefined> {
  let root = await sha256(concat(Uint8Array.of(0), leaf))
  let [here, last] = [place, size - 1]
  if (here > last) return undefined
  for (const other of path.map(fromBase64)) {
    if (last === 0) return undefined
    const isRight = here % 2 === 1 || here === last
    root = await sha256(isRight ? concat(one, other, root) : concat(one, root, other))
    while (isRight && here % 2 === 0 && here > 0) [here, last] = [here / 2, Math.floor(last / 2)]
    ;[here, last] = [Math.floor(here / 2), Math.floor(last / 2)]
  }
  return last === 0 ? root : undefined
}

const one = Uint8Array.of(1)

/** What a signature is worth: right, wrong, absent, or beyond this browser. */
export type Verdict = 'right' | 'wrong' | 'absent' | 'unknown'

const bytesOf = (key: string) => fromBase64(key.slice(key.indexOf('+', key.indexOf('+') + 1) + 1)).subarray(1) as Bytes

/** Decides whether text was signed with a key as it is printed; browsers from before 2025 may not know Ed25519. */
export async function isSigned(key: string, text: string, signature: Bytes): Promise<Verdict> {
  try {
    const imported = await crypto.subtle.importKey('raw', bytesOf(key), 'Ed25519', false, ['verify'])
    return (await crypto.subtle.verify('Ed25519', imported, signature, utf8(text))) ? 'right' : 'wrong'
  } catch (fault) {
    return (fault as Error).name === 'NotSupportedError' ? 'unknown' : 'wrong'
  }
}

/** Returns the bytes of the line that carries the name and the id of a key. */
function lineBy(key: string, { lines }: Checkpoint): Bytes | undefined {
  const [name, id] = key.split('+')
  const found = lines.map(([signer, rest]) => [signer, fromBase64(rest)] as const)
  return found.find(([signer, bytes]) => signer === name && hex(bytes.subarray(0, 4)) === id)?.[1]
}

/** Decides whether the log signed its checkpoint. */
export async function signedByLog(key: string, point: Checkpoint): Promise<Verdict> {
  const line = lineBy(key, point)
  return line ? isSigned(key, point.body, line.subarray(4) as Bytes) : 'absent'
}

/** Decides whether a witness cosigned a checkpoint, and in which second. @source C2SP tlog-cosignature */
export async function cosigned(key: string, point: Checkpoint): Promise<{ verdict: Verdict; at: number }> {
  const line = lineBy(key, point)
  if (line?.length !== 76) return { verdict: line ? 'wrong' : 'absent', at: 0 }
  const at = Number(new DataView(line.buffer, line.byteOffset).getBigUint64(4))
  const text = `cosignature/v1\ntime ${at}\n${point.body}`
  return { verdict: await isSigned(key, text, line.subarray(12) as Bytes), at }
}
