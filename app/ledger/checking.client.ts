// What the check of the ledger needs from a browser. The checking itself is done by the very file that is served.

/** What the verifier reads, under the names under which it is served. */
const fileNames = { checkpoint: 'checkpoint', log: 'log.jsonl', openings: 'openings.json', witnesses: 'witnesses.json' }
const parts = Object.keys(fileNames) as (keyof typeof fileNames)[]
/** How often the files are fetched again because the ledger grew meanwhile. */
const tries = 5

/** Only needed to say which entry was changed. */
const leavesName = 'leaves.txt'

/** Without `openings` the words are not checked: where only who is signed in may read them, they do not come along. */
export type LedgerFiles = Record<'checkpoint' | 'log' | 'witnesses', string> & { openings?: string; leaves?: string }
/** What somebody saw of the ledger before: history must still begin with it. */
export type Remembered = { name: string; size: number; root: string }
export type Verifier = typeof import('./verify.mjs')
export type Found = Awaited<ReturnType<Verifier['verify']>>
export type Checked = { files: LedgerFiles; found: Found }
/** An earlier checkpoint as it stands on paper: without the name of its ledger. */
export type OldCheckpoint = Omit<Remembered, 'name'>

/** Why the ledger could not be checked; none of these says that it is not sound. */
export type CannotCheck = 'unreachable' | 'empty' | 'closed' | 'unreadable' | 'filesMissing' | 'oldBrowser'

/** Thrown when the ledger could not be checked at all. */
export class LedgerUnchecked extends Error {
  constructor(readonly because: CannotCheck) {
    super(because)
  }
}

type Progress = (bytesSoFar: number) => void

/**
 * Fetches the four served files without saying who asks; again when the ledger grew meanwhile.
 *
 * @throws LedgerUnchecked when they did not arrive
 */
export async function fetchLedger(progress: Progress = () => {}, openings?: string): Promise<LedgerFiles> {
  const addresses = { ...publicAddresses, ...(openings && { openings }) }
  for (let left = tries; left > 0; left--) {
    let bytesSoFar = 0
    const files = {} as LedgerFiles
    const arrived = (bytes: number) => {
      bytesSoFar += bytes
      progress(bytesSoFar)
    }
    for (const part of parts)
      Object.assign(files, { [part]: await fetchFile(addresses[part], arrived).catch(withoutWords(part)) })
    files.leaves = await fetchFile(`/ledger/${leavesName}`)
    if ((await fetchFile(addresses.checkpoint)) === files.checkpoint) return files
  }
  throw new LedgerUnchecked('unreachable')
}

const publicAddresses = Object.fromEntries(parts.map(part => [part, `/ledger/${fileNames[part]}`])) as Record<
  keyof typeof fileNames,
  string
>

/** Where only who is signed in may read the words, the rest is checked without them. */
const withoutWords = (part: keyof typeof fileNames) => (fault: unknown) => {
  if (part === 'openings' && fault instanceof LedgerUnchecked && fault.because === 'closed') return undefined
  throw fault
}

/** Only what lies behind the sign-in is told who asks; there a lost session must not look like a changed file. */
async function fetchFile(address: string, arrived: (bytes: number) => void = () => {}): Promise<string> {
  const asks = address.startsWith('/app/') ? 'same-origin' : 'omit'
  const options = { credentials: asks, redirect: 'error', referrerPolicy: 'no-referrer', cache: 'no-store' } as const
  const answer = await fetch(address, options).catch(unreachable)
  if (answer.status === 404) throw new LedgerUnchecked('empty')
  if (answer.status === 403) throw new LedgerUnchecked('closed')
  if (!answer.ok) throw new LedgerUnchecked('unreachable')
  const bytes = new Uint8Array(await answer.arrayBuffer().catch(unreachable))
  arrived(bytes.length)
  return decode(bytes)
}

const unreachable = () => {
  throw new LedgerUnchecked('unreachable')
}

/** Reads the files out of those that a person chose. @throws LedgerUnchecked when one other than the words is missing */
export async function readChosen(chosen: readonly File[]): Promise<LedgerFiles> {
  const files = {} as LedgerFiles
  for (const part of parts) {
    const file = chosen.find(one => one.name === fileNames[part])
    if (file) files[part] = await read(file)
    else if (part !== 'openings') throw new LedgerUnchecked('filesMissing')
  }
  const leaves = chosen.find(one => one.name === leavesName)
  return leaves ? { ...files, leaves: await read(leaves) } : files
}

const read = async (file: File) => decode(new Uint8Array(await file.arrayBuffer()))

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw new LedgerUnchecked('unreadable')
  }
}

/** Loads the verifier: the file that is downloaded, not a copy of it in the code of the page. */
export const loadVerifier = (from = '/ledger/verify.mjs'): Promise<Verifier> => import(/* @vite-ignore */ from)

/** Checks files, and that history still begins with what was seen before. @throws LedgerUnchecked in a browser that cannot check signatures */
export async function checkFiles(files: LedgerFiles, remembered?: Remembered, from?: string): Promise<Checked> {
  const [verifier] = await Promise.all([loadVerifier(from).catch(unreachable), knowSignatures()])
  return { files, found: await verifier.verify(files, { remembered, now: Date.now() / 1000 }) }
}

/** A browser that does not know these signatures would call every one of them wrong. */
async function knowSignatures() {
  try {
    await crypto.subtle.importKey('raw', basePoint, 'Ed25519', false, ['verify'])
  } catch {
    throw new LedgerUnchecked('oldBrowser')
  }
}

/** A key that every implementation takes: the base point of the curve. @source RFC 8032, 5.1 */
const basePoint = Uint8Array.from({ length: 32 }, (_, place) => (place === 0 ? 0x58 : 0x66))

/** Fetches the ledger and checks it in this browser. @throws LedgerUnchecked when that could not be done */
export async function checkLedger(remembered?: Remembered, progress?: Progress): Promise<Checked> {
  return checkFiles(await fetchLedger(progress), remembered)
}

/** Where who is signed in reads the words outside the log, also when the register is not public. */
const openingsInside = '/app/ledger/openings.json'

/** Fetches the ledger as who is signed in sees it, and checks it. @throws LedgerUnchecked when that could not be done */
export async function checkLedgerInside(remembered?: Remembered): Promise<Checked> {
  return checkFiles(await fetchLedger(undefined, openingsInside), remembered)
}

/** Says what was found, in the sentences of the verifier. @returns its lines */
export async function sayFound(language: string, found: Found, from?: string): Promise<string[]> {
  return (await loadVerifier(from)).report(language, found)
}

/** Returns what an old checkpoint is about, if it is about this ledger. */
export const asRemembered = (files: LedgerFiles, old: OldCheckpoint): Remembered => ({
  name: files.checkpoint.split('\n')[0]!,
  ...old,
})
