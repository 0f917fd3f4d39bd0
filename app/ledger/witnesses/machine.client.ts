import type { Checked, LedgerFiles, Remembered } from '../checking.client'

// What the pages of a witness need from a browser. Keys and signatures are made by the very file that is served.

export type Machine = typeof import('../witness-program.mjs')
export type OpenedKey = { key: string; signer: CryptoKey }
export type Report = (language: string, found: Checked['found']) => string[]

/** Why this browser cannot make or use a key. */
export type Unable = 'insecure' | 'oldBrowser'

/** Loads the program of the witness: the file that is downloaded, not a copy of it in the code of the page. */
export const loadMachine = (from = '/ledger/witness.mjs'): Promise<Machine> => import(/* @vite-ignore */ from)

/** Returns why this browser cannot make a key; nothing when it can. */
export async function whyUnable(): Promise<Unable | undefined> {
  if (!globalThis.isSecureContext || !globalThis.crypto?.subtle) return 'insecure'
  try {
    await crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify'])
    return undefined
  } catch {
    return 'oldBrowser'
  }
}

let remembered: OpenedKey | undefined

/** Keeps an opened key in the memory of this tab only: nothing is written down, and closing the tab forgets it. */
export const rememberKey = (key: OpenedKey | undefined) => {
  remembered = key
}

/** Returns the key that was opened earlier in this tab. */
export const rememberedKey = () => remembered

const place = 'inspraak-ledger-memory'

/** Returns what this device saw of the ledger; nothing at the first visit. */
export const seenHere = (): Remembered | undefined => readMemory(localStorage.getItem(place) ?? '')

/** Lets this device remember what it saw, so that it notices when the past is rewritten. */
export const keepSeen = ({ name, size, root }: Remembered) =>
  localStorage.setItem(place, JSON.stringify({ name, size, root }))

/** Reads a memory file, as the verifier and the script keep it; nothing when it is another kind of file. */
export function readMemory(text: string): Remembered | undefined {
  try {
    const { name, size, root } = JSON.parse(text)
    const isRight = typeof name === 'string' && Number.isSafeInteger(size) && typeof root === 'string'
    return isRight ? { name, size, root } : undefined
  } catch {
    return undefined
  }
}

export type Sent = { ok: true } | { ok: false; message?: string }

/** Sends a cosignature without saying who sends it: the line proves itself. */
export async function sendCosignature(cosignature: { size: number; line: string }, language: string): Promise<Sent> {
  const headers = { 'content-type': 'application/json', 'accept-language': language }
  const body = JSON.stringify(cosignature)
  const answer = await fetch('/ledger/cosignatures', { method: 'POST', credentials: 'omit', headers, body })
  if (answer.ok) return { ok: true }
  const said = await answer.json().catch(() => undefined)
  return { ok: false, message: said?.error?.message }
}

/** What the page needs from outside itself. */
export type Outside = {
  machine: Pick<Machine, 'mayBeSigned' | 'cosign'>
  check: (remembered?: Remembered) => Promise<Checked>
  recheck: (files: LedgerFiles, remembered: Remembered) => Promise<Checked>
  send: (cosignature: { size: number; line: string }) => Promise<Sent>
  keep: (seen: Remembered) => void
  now: () => number
}
/** `isCompared` tells whether there was anything remembered to compare with. */
export type Looked = Checked & { verdict: 'sound' | 'late' | 'never'; isCompared: boolean }

/** Fetches and recomputes the whole ledger and compares it with everything that was remembered. */
export async function look(memories: readonly Remembered[], outside: Outside): Promise<Looked> {
  const [first, ...others] = memories
  let checked = await outside.check(first)
  for (const memory of others)
    if (outside.machine.mayBeSigned(checked.found) !== 'never') checked = await outside.recheck(checked.files, memory)
  const verdict = outside.machine.mayBeSigned(checked.found) as Looked['verdict']
  return { ...checked, verdict, isCompared: memories.length > 0 }
}

/**
 * Signs what was looked at and sends it. What is not sound, or differs from what was remembered, is never signed; nor
 * is what was compared with nothing, unless the witness says that this is their first time.
 */
export async function signAlong(looked: Looked, key: OpenedKey, outside: Outside, saysFirst: boolean): Promise<Sent> {
  const { files, found, verdict, isCompared } = looked
  if (!isCompared && !saysFirst) return { ok: false }
  if (verdict === 'never' || outside.machine.mayBeSigned(found) === 'never') return { ok: false }
  const { name, size, root } = found
  outside.keep({ name: name!, size, root: root! })
  return outside.send(await outside.machine.cosign(files.checkpoint, key, Math.floor(outside.now() / 1000)))
}
