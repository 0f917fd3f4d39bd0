import { useRevalidator } from '@remix-run/react'
import { useState } from 'react'
import { useWords } from '~/language/words'
import { checkFiles, checkLedgerInside, LedgerUnchecked, loadVerifier } from '../checking.client'
import type { Looked, Machine, OpenedKey, Outside, Sent } from '../witnesses/machine.client'
import * as machinery from '../witnesses/machine.client'
import { startComparing } from './memory'

export type Asked = { keyFile?: File; passphrase: string; keep: boolean; memoryFile?: File; saysFirst: boolean }
export type KeyProblem = 'fileMissing' | 'notAKey' | 'notWitness' | 'wrongPassphrase'
export type Cosigning =
  | { kind: 'start' | 'memoryWrong' }
  | { kind: 'memoryMissing'; because: 'firstNotSaid' | 'signedBefore'; signedBefore: number }
  | { kind: 'busy'; step: 'opening' | 'checking' | 'signing' }
  | { kind: 'keyProblem'; because: KeyProblem }
  | { kind: 'unchecked'; because: LedgerUnchecked['because'] }
  | { kind: 'refused'; lines: string[] }
  | { kind: 'late'; lines: string[]; isCompared: boolean }
  | { kind: 'done'; lines: string[]; sent: Sent; size: number; isCompared: boolean }

type Pending = { looked: Looked; key: OpenedKey; outside: Outside; lines: string[]; saysFirst: boolean }
type Keys = { keys: readonly string[]; signedBefore: Readonly<Record<string, number>> }

/** Keeps how far signing along got, and takes it further. */
export function useCosigning({ keys, signedBefore }: Keys) {
  const { language } = useWords()
  const { revalidate } = useRevalidator()
  const [state, setState] = useState<Cosigning>({ kind: 'start' })
  const [pending, setPending] = useState<Pending>()
  const [wasWarned, setWasWarned] = useState(false)
  const sign = async ({ looked, key, outside, lines, saysFirst }: Pending) => {
    setState({ kind: 'busy', step: 'signing' })
    const sent = await machinery.signAlong(looked, key, outside, saysFirst).catch(() => ({ ok: false }) as const)
    setState({ kind: 'done', lines, sent, size: looked.found.size, isCompared: looked.isCompared })
    revalidate()
  }
  const start = async (asked: Asked) => {
    setState({ kind: 'busy', step: 'opening' })
    const machine = await machinery.loadMachine().catch(() => undefined)
    if (!machine) return setState({ kind: 'unchecked', because: 'unreachable' })
    const key = await openedKey(asked, machine, keys)
    if (typeof key === 'string') return setState({ kind: 'keyProblem', because: key })
    const memories = await memoriesOf(asked)
    if (!memories) return setState({ kind: 'memoryWrong' })
    const { saysFirst } = asked
    const before = signedBefore[key.key] ?? 0
    const given = { memories: memories.length, saysFirst, signedBefore: before, wasWarned }
    const comparing = startComparing(given)
    if (!comparing.ok) {
      setWasWarned(comparing.because === 'signedBefore')
      return setState({ kind: 'memoryMissing', because: comparing.because, signedBefore: before })
    }
    setState({ kind: 'busy', step: 'checking' })
    const outside = outsideOf(machine, language)
    const looked = await machinery.look(memories, outside).catch(asUnchecked)
    if ('because' in looked) return setState({ kind: 'unchecked', because: looked.because })
    const lines = await linesOf(looked, language)
    if (looked.verdict === 'never') return setState({ kind: 'refused', lines })
    const found = { looked, key, outside, lines, saysFirst }
    setPending(found)
    if (looked.verdict === 'late') return setState({ kind: 'late', lines, isCompared: looked.isCompared })
    await sign(found)
  }
  return { state, start, signLate: () => pending && sign(pending) }
}

function asUnchecked(fault: unknown) {
  if (fault instanceof LedgerUnchecked) return fault
  throw fault
}

const outsideOf = (machine: Machine, language: string): Outside => ({
  machine,
  check: checkLedgerInside,
  recheck: checkFiles,
  send: cosignature => machinery.sendCosignature(cosignature, language),
  keep: machinery.keepSeen,
  now: Date.now,
})

/** Opens the key that was chosen, or takes the one of this tab. */
async function openedKey(asked: Asked, machine: Machine, keys: readonly string[]): Promise<OpenedKey | KeyProblem> {
  const kept = machinery.rememberedKey()
  if (kept && keys.includes(kept.key)) return kept
  if (!asked.keyFile) return 'fileMissing'
  const file = machine.readKeyFile(await asked.keyFile.text())
  if (!file) return 'notAKey'
  if (!keys.includes(file.key)) return 'notWitness'
  const key = (await machine.openKey(file, asked.passphrase)) as OpenedKey | undefined
  if (!key) return 'wrongPassphrase'
  if (asked.keep) machinery.rememberKey(key)
  return key
}

/** Returns what this device saw and what a chosen file remembers; nothing when that file is no memory. */
async function memoriesOf({ memoryFile }: Asked) {
  const here = machinery.seenHere()
  const read = memoryFile && machinery.readMemory(await memoryFile.text())
  if (memoryFile && !read) return undefined
  return [here, read].filter(one => one !== undefined)
}

/** Returns the outcome in the words of the verifier. */
async function linesOf({ found }: Looked, language: string): Promise<string[]> {
  const { report } = (await loadVerifier()) as { report: machinery.Report }
  return report(language, found)
}
