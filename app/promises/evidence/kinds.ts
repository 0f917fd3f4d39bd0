import { allow, type Decision, refuse } from '~/decision'
import { hasOneTable } from './table'

/** What kinds of file may be added as evidence. */
export const fileKinds = ['pdf', 'png', 'jpg', 'csv'] as const
export type FileKind = (typeof fileKinds)[number]

/** Why a file is not taken. */
export type FileRefusal = 'fileEmpty' | 'fileTooLarge' | 'fileUnknown' | 'fileDamaged' | 'tooManyPixels' | 'sealBroken'

/** A file that stands as evidence: under the SHA-256 of what is stored, in hex. */
export type KeptFile = { hash: string; name: string; kind: FileKind; byteCount: number }

/** Bytes of a file. @source our own choice: a scanned report of twenty pages, and a backup that stays small */
export const largestFileBytes = 5 * 1024 * 1024
/** Pixels of a picture; unpacked, one takes four bytes. @source our own choice: three times what a phone makes of a page, 160 MB at the very most */
export const mostPixels = 40_000_000
/** Characters in the words that go with it. @source our own choice: as long as a part of a promise */
export const longestNote = 500
/** Characters of a file's name. @source our own choice: two lines on a phone */
export const longestFileName = 80

/** What a browser is told that a file is; never what the one who sent it said. */
export const mediaTypes: Record<FileKind, string> = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  csv: 'text/csv; charset=utf-8',
}

/** Decides by its content alone what a file is; its name and what the browser says of it count for nothing. */
export function kindOfFile(bytes: Uint8Array): Decision<FileKind, FileRefusal> {
  if (bytes.length === 0) return refuse('fileEmpty')
  if (bytes.length > largestFileBytes) return refuse('fileTooLarge')
  if (startsWith(bytes, pngStart)) return allow('png')
  if (startsWith(bytes, jpegStart)) return allow('jpg')
  if (startsWith(bytes, pdfStart)) return isWholePdf(bytes) ? allow('pdf') : refuse('fileDamaged')
  const text = textIn(bytes)
  return text !== undefined && hasOneTable(text) ? allow('csv') : refuse('fileUnknown')
}

/** The first bytes of a picture. @source PNG (W3C, third edition), 5.2 */
const pngStart = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
/** Start of image and the first marker after it. @source ITU-T T.81, B.1.1.3 */
const jpegStart = [0xff, 0xd8, 0xff]
/** `%PDF-`. @source ISO 32000-1, 7.5.2 */
const pdfStart = [0x25, 0x50, 0x44, 0x46, 0x2d]

const startsWith = (bytes: Uint8Array, start: readonly number[]) => start.every((byte, place) => bytes[place] === byte)

/** Bytes at the end of a PDF in which its last word stands. @source ISO 32000-1, annex H, note 18 */
const endOfPdf = 1024
const isWholePdf = (bytes: Uint8Array) => new TextDecoder('latin1').decode(bytes.subarray(-endOfPdf)).includes('%%EOF')

/** Reads bytes as text, with or without a byte order mark; nothing when they are no text. */
function textIn(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return unprintable.test(text.replace(/[\t\r\n]/g, '')) ? undefined : text
  } catch {
    return undefined
  }
}

/** Characters that steer a screen or turn a line around, and so could show another name than there is. */
const unprintable = /[\p{Cc}\u2028\u2029]/u
const steering = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cn}]/gu

/** Returns a name that can be shown and saved: without folders or hidden characters, with the ending that is true. */
export function shownName(given: string, kind: FileKind): string {
  const base = given
    .normalize('NFC')
    .split(/[\\/]/)
    .at(-1)!
    .replace(steering, '')
    .replace(/[<>:"|?*]/g, '-')
    .trim()
  const stem = base.replace(kind === 'jpg' ? /\.jpe?g$/i : new RegExp(`\\.${kind}$`, 'i'), '').replace(/^\.+/, '')
  return `${
    [...stem]
      .slice(0, longestFileName - kind.length - 1)
      .join('')
      .trim() || 'file'
  }.${kind}`
}

/** Puts a link under what it shows, as its last line: words and link stand in the ledger together. */
export const noteWith = (note: string, link?: string) => (link ? `${note}\n${link}` : note)

/**
 * Returns where a text may lead: https, and no name or password before the host, which would show another one.
 * Nothing when it may lead nowhere.
 */
export function linkIn(text: string): string | undefined {
  const found = URL.canParse(text) ? new URL(text) : undefined
  const isPlain = found?.protocol === 'https:' && !found.username && !found.password
  return isPlain && hostName.test(found.hostname) ? found.href : undefined
}
const hostName = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/

/** Takes a note apart into its words and the link that stands alone on its last line. */
export function partsOfNote(note: string): { words: string; link?: string } {
  const { words = note, link } = /^(?<words>[\s\S]+)\n(?<link>https:\/\/\S+)$/.exec(note)?.groups ?? {}
  return link ? { words, link } : { words }
}
