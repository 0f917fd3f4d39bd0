import { createHash } from 'node:crypto'
import sharp, { type Sharp } from 'sharp'
import { allow, type Decision, refuse } from '~/decision'
import {
  type FileKind,
  type FileRefusal,
  type KeptFile,
  kindOfFile,
  largestFileBytes,
  mostPixels,
  shownName,
} from './kinds'

/** A file as it will be published. */
export type ReadyFile = KeptFile & { content: Uint8Array }

/** Pixels along the longest side of a photograph. @source our own choice: a sheet of A4 at 250 dots per inch stays readable */
const longestSide = 3000
/** @source sharp's documentation: 80 by default; higher, so that print on a photographed page stays sharp */
const photoQuality = 85

/**
 * Makes a file ready to be published. Of a picture nothing remains but what can be seen in it:
 * not where and when it was taken, not with what, not what hides behind its last byte.
 */
export async function readyFile(bytes: Uint8Array, givenName: string): Promise<Decision<ReadyFile, FileRefusal>> {
  const found = kindOfFile(bytes)
  if (!found.ok) return found
  const kind = found.value
  const drawn = kind === 'png' || kind === 'jpg' ? await drawnAgain(bytes, kind) : allow(bytes)
  if (!drawn.ok) return drawn
  const content = drawn.value
  const name = shownName(givenName, kind)
  return allow({ hash: hashOf(content), name, kind, byteCount: content.length, content })
}

/** Returns the name under which content is stored: its SHA-256 in hex. */
export const hashOf = (content: Uint8Array) => createHash('sha256').update(content).digest('hex')

async function drawnAgain(bytes: Uint8Array, kind: FileKind): Promise<Decision<Uint8Array, FileRefusal>> {
  try {
    const { width, height } = await sharp(bytes, { limitInputPixels: false }).metadata()
    if (width * height > mostPixels) return refuse('tooManyPixels')
    const picture = sharp(bytes, { limitInputPixels: mostPixels, failOn: 'warning' }).autoOrient()
    const content = await written(picture, kind).toBuffer()
    return content.length > largestFileBytes ? refuse('fileTooLarge') : allow(new Uint8Array(content))
  } catch {
    // The picture cannot be read to its end; whatever is wrong with it, another one is needed.
    return refuse('fileDamaged')
  }
}

function written(picture: Sharp, kind: FileKind) {
  if (kind === 'png') return picture.png({ compressionLevel: 9 })
  const inside = { width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true } as const
  return picture.resize(inside).jpeg({ quality: photoQuality })
}
