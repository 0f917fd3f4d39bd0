import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { allow, type Decision, refuse } from '~/decision'
import { hashOf, type ReadyFile, readyFile } from './file.server'
import type { FileKind, FileRefusal, KeptFile } from './kinds'

/** A file as it was shown before publishing; it waits in the page, not in the database. */
export type SealedFile = KeptFile & { content: string; seal: string }

/** Lives as long as the process: after a restart the file is chosen again. */
const secret = randomBytes(32)

/** Seals a file, so that exactly what was shown is what will be published. */
export function sealFile({ content, ...kept }: ReadyFile): SealedFile {
  return { ...kept, content: Buffer.from(content).toString('base64'), seal: sealOf(kept).toString('hex') }
}

type Sent = { file?: File; name?: string; kind?: FileKind; content?: string; seal?: string }

/** Makes the file of a form ready, or opens the sealed one; nothing when there is neither. */
export async function fileSent(sent: Sent): Promise<Decision<ReadyFile | undefined, FileRefusal>> {
  if (sent.file) return readyFile(new Uint8Array(await sent.file.arrayBuffer()), sent.file.name)
  const { name, kind, content, seal } = sent
  if (seal === undefined) return allow(undefined)
  if (!name || !kind || !content) return refuse('sealBroken')
  const bytes = new Uint8Array(Buffer.from(content, 'base64'))
  const kept = { hash: hashOf(bytes), name, kind, byteCount: bytes.length }
  const [given, ours] = [Buffer.from(seal, 'hex'), sealOf(kept)]
  const isOurs = given.length === ours.length && timingSafeEqual(given, ours)
  return isOurs ? allow({ ...kept, content: bytes }) : refuse('sealBroken')
}

const sealOf = ({ hash, kind, name }: KeptFile) =>
  createHmac('sha256', secret).update(`evidence/v1|${hash}|${kind}|${name}`).digest()
