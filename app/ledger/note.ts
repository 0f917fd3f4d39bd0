import { createHash, createPublicKey, type KeyObject, sign } from 'node:crypto'

// The written forms of the log, as other programs read them: C2SP signed note, tlog-checkpoint and tlog-cosignature.

/** What a key is for: the log signs its own checkpoints, a witness cosigns them. @source C2SP signed-note */
export const keyTypes = { log: 1, witness: 4 } as const
export type KeyType = (typeof keyTypes)[keyof typeof keyTypes]

export type Checkpoint = { name: string; size: number; root: Uint8Array }
export type Signer = { name: string; key: KeyObject }

/** Returns the 32 bytes of an Ed25519 key that everyone may know. */
export const publicBytesOf = (key: KeyObject): Buffer =>
  Buffer.from(createPublicKey(key as never).export({ format: 'jwk' }).x!, 'base64url')

const marked = (type: KeyType, bytes: Uint8Array) => Buffer.concat([Uint8Array.of(type), bytes])

function keyId(name: string, type: KeyType, bytes: Uint8Array): Buffer {
  return createHash('sha256').update(`${name}\n`).update(marked(type, bytes)).digest().subarray(0, 4)
}

/** Writes a public key as one word that can be printed: name, four bytes of its hash, and the key. */
export function verifierKey({ name, key }: Signer, type: KeyType = keyTypes.log): string {
  const bytes = publicBytesOf(key)
  return `${name}+${keyId(name, type, bytes).toString('hex')}+${marked(type, bytes).toString('base64')}`
}

/** Writes what is signed: the name of the log, its size and its root. */
export const checkpointBody = ({ name, size, root }: Checkpoint): string =>
  `${name}\n${size}\n${Buffer.from(root).toString('base64')}\n`

const signatureLine = (name: string, id: Buffer, signature: Buffer) =>
  `— ${name} ${Buffer.concat([id, signature]).toString('base64')}\n`

/** Writes a text with the signature of the log under it. */
export function signedNote(body: string, { name, key }: Signer): string {
  const id = keyId(name, keyTypes.log, publicBytesOf(key))
  return `${body}\n${signatureLine(name, id, sign(null, Buffer.from(body), key))}`
}

/** Returns the text that is signed in a note, without its signatures. */
export const bodyOf = (note: string): string => note.slice(0, note.lastIndexOf('\n\n') + 1)

/** Writes the line with which a witness says when it saw a checkpoint. */
export function cosignatureLine(body: string, { name, key }: Signer, at: Date): string {
  const seconds = Math.floor(at.getTime() / 1000)
  const time = Buffer.alloc(8)
  time.writeBigUInt64BE(BigInt(seconds))
  const signature = sign(null, Buffer.from(`cosignature/v1\ntime ${seconds}\n${body}`), key)
  return signatureLine(name, keyId(name, keyTypes.witness, publicBytesOf(key)), Buffer.concat([time, signature]))
}

/** Writes the words with which the old key of the log hands over to a new one. */
export const rotationText = (name: string, seq: number, key: string): string =>
  `inspraak-ledger-key/v1\n${name}\n${seq}\n${key}\n`
