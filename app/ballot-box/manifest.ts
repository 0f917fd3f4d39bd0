import { allow, type Decision, refuse } from '~/decision'
import { smallestRoster } from '~/pulses/units'
import { type Bytes, fromBase64url, sha256, toBase64url, utf8 } from './bytes'
import { canonical } from './canonical'
import { isName } from './token'

export { canonical } from './canonical'

/** The sets of publication rules this program keeps. @source anonymity.md §10 R9 */
export const knownRules = ['K7c2.v1']

/** Letters and digits that are not mistaken for one another. @source Crockford's base32 */
const codeLetters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

type Asked = { id: string; kind: string; text_nl: string; text_en: string; text_fr: string }
/** What is counted together with others as one barrier says so, and which way agreeing points; a plain question does not. */
export type Question = Asked & ({ barrier?: undefined; key?: undefined } | { barrier: string; key: 'D' | 'R' })
export type ManifestUnit = { id: string; label: string; roster: number; issue_key_spki: string; members_root: string }

/** All that holds for everyone in one round. Keys and hashes are base64url without padding; days are `YYYY-MM-DD`. */
export type Manifest = {
  v: 1
  round: string
  rules: string
  issuing_from: string
  opens: string
  closes: string
  box_key_spki: string
  box_key_sha256: string
  questions: Question[]
  units: ManifestUnit[]
}

export type ManifestRefusal =
  | 'rulesUnknown'
  | 'daysOutOfOrder'
  | 'unitTooSmall'
  | 'nothingAsked'
  | 'namedTwice'
  | 'keyUsedTwice'
  | 'boxKeyDiffers'

/** Thrown by `readManifest`; the code says what kind of thing is wrong, never what was read. */
export class ManifestFault extends Error {
  constructor(readonly code: 'notCanonical' | 'unknownShape') {
    super(code)
  }
}

/** Writes a manifest as the bytes that everyone receives and whose hash is announced. */
export function writeManifest(manifest: Manifest): Bytes {
  return utf8(canonical(manifest))
}

/**
 * Reads the bytes of a manifest.
 *
 * @throws ManifestFault when they are not in the canonical spelling or hold more, or less, than a manifest
 */
export function readManifest(bytes: Uint8Array): Manifest {
  let text: string
  let read: unknown
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    read = JSON.parse(text)
    if (canonical(read) !== text) throw new Error('another spelling')
  } catch {
    throw new ManifestFault('notCanonical')
  }
  if (!isManifest(read)) throw new ManifestFault('unknownShape')
  return read
}

/** Decides whether a person may safely take part in a round with this manifest. */
export async function checkManifest(manifest: Manifest): Promise<Decision<Manifest, ManifestRefusal>> {
  if (!knownRules.includes(manifest.rules)) return refuse('rulesUnknown')
  if (manifest.issuing_from > manifest.opens || manifest.opens > manifest.closes) return refuse('daysOutOfOrder')
  if (manifest.questions.length === 0 || manifest.units.length === 0) return refuse('nothingAsked')
  if (manifest.units.some(unit => unit.roster < smallestRoster)) return refuse('unitTooSmall')
  if (hasTwice(manifest.units.map(unit => unit.id)) || hasTwice(manifest.questions.map(({ id }) => id)))
    return refuse('namedTwice')
  if (hasTwice([manifest.box_key_spki, ...manifest.units.map(unit => unit.issue_key_spki)]))
    return refuse('keyUsedTwice')
  const boxKeyHash = toBase64url(await sha256(fromBase64url(manifest.box_key_spki)))
  return boxKeyHash === manifest.box_key_sha256 ? allow(manifest) : refuse('boxKeyDiffers')
}

/** Returns the code on the poster: the first 60 bits of the manifest's hash as `XXXX-XXXX-XXXX`. */
export function manifestCode(manifestSha256: Uint8Array): string {
  const bits = Array.from(manifestSha256.subarray(0, 8), byte => byte.toString(2).padStart(8, '0')).join('')
  const letters = Array.from({ length: 12 }, (_, at) => codeLetters[Number.parseInt(bits.slice(at * 5, at * 5 + 5), 2)])
  return letters.join('').replace(/(.{4})(?!$)/g, '$1-')
}

/** Returns whether a code as someone typed it names this manifest; small letters and forgotten dashes are fine. */
export function isCodeOf(typed: string, manifestSha256: Uint8Array): boolean {
  const plain = (code: string) =>
    code
      .toUpperCase()
      .replace(/O/g, '0')
      .replace(/[IL]/g, '1')
      .replace(/[^0-9A-Z]/g, '')
  return plain(typed) === plain(manifestCode(manifestSha256))
}

const hasTwice = (texts: string[]) => new Set(texts).size < texts.length

type Shape = Record<string, (value: unknown) => boolean>

const isText = (value: unknown) => typeof value === 'string' && value !== ''
const isId = (value: unknown) => typeof value === 'string' && isName(value)
const isDay = (value: unknown) => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)
const isBinary = (value: unknown) =>
  typeof value === 'string' && /^[A-Za-z0-9_-]+$/.test(value) && value.length % 4 !== 1
const isHash = (value: unknown) => isBinary(value) && (value as string).length === 43
const isCount = (value: unknown) => Number.isSafeInteger(value) && (value as number) >= 0
const isQuestionId = (value: unknown) => typeof value === 'string' && /^[A-Za-z0-9._-]{1,64}$/.test(value)

const questionShape: Shape = { id: isQuestionId, kind: isId, text_nl: isText, text_en: isText, text_fr: isText }
const barrierItemShape: Shape = { ...questionShape, barrier: isId, key: value => value === 'D' || value === 'R' }
const unitShape: Shape = { id: isId, label: isText, roster: isCount, issue_key_spki: isBinary, members_root: isHash }
const manifestShape: Shape = {
  v: value => value === 1,
  round: isId,
  rules: isText,
  issuing_from: isDay,
  opens: isDay,
  closes: isDay,
  box_key_spki: isBinary,
  box_key_sha256: isHash,
  questions: value => Array.isArray(value) && value.every(one => has(questionShape, one) || has(barrierItemShape, one)),
  units: value => Array.isArray(value) && value.every(unit => has(unitShape, unit)),
}

/** Returns whether a value has exactly the fields of a shape: an unknown field could mark one person's copy. */
function has(shape: Shape, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  const fields = Object.entries(value)
  return (
    fields.length === Object.keys(shape).length &&
    fields.every(([key, part]) => Object.hasOwn(shape, key) && shape[key]!(part))
  )
}

const isManifest = (value: unknown): value is Manifest => has(manifestShape, value)
