import { useCallback, useEffect, useState } from 'react'
import { useWords } from '~/language/words'
import {
  asRemembered,
  type CannotCheck,
  checkFiles,
  type Found,
  fetchLedger,
  LedgerUnchecked,
  type OldCheckpoint,
  readChosen,
  sayFound,
} from './checking.client'
import { forgetSeen, keepSeen, lastSeen, type Seen } from './checking-memory.client'

/** What is checked: the ledger as it is served, files of one's own, or the ledger against an old checkpoint. */
export type Errand = { kind: 'served' } | { kind: 'own'; chosen: readonly File[] } | { kind: 'old'; old: OldCheckpoint }

/** How far a check is. `before` is what this device had seen when it began. */
export type Checking =
  | { step: 'waiting' }
  | { step: 'fetching' | 'counting'; bytes: number }
  | { step: 'failed'; because: CannotCheck }
  | { step: 'done'; errand: Errand; found: Found; lines: string[]; before?: Seen; isKept: boolean }

type Tell = (checking: Checking) => void

/** Lets a page check the ledger in the browser. `seen` is what this device remembers; nothing on the server. */
export function useChecking() {
  const { language } = useWords()
  const [checking, setChecking] = useState<Checking>({ step: 'waiting' })
  const [seen, setSeen] = useState<Seen>()
  const [isReady, setReady] = useState(false)
  useEffect(() => {
    setSeen(lastSeen())
    setReady(true)
  }, [])
  const check = useCallback(
    async (errand: Errand) => {
      try {
        setChecking(await carryOut(errand, language, setChecking))
        setSeen(lastSeen())
      } catch (fault) {
        setChecking({ step: 'failed', because: fault instanceof LedgerUnchecked ? fault.because : 'unreadable' })
      }
    },
    [language],
  )
  const forget = useCallback(() => {
    forgetSeen()
    setSeen(undefined)
  }, [])
  return { checking, seen, isReady, check, forget }
}

async function carryOut(errand: Errand, language: string, tell: Tell): Promise<Checking> {
  let bytes = 0
  const progress = (soFar: number) => {
    bytes = soFar
    tell({ step: 'fetching', bytes })
  }
  progress(0)
  const files = errand.kind === 'own' ? await readChosen(errand.chosen) : await fetchLedger(progress)
  tell({ step: 'counting', bytes: bytes || files.log.length })
  await painted()
  const before = errand.kind === 'served' ? lastSeen() : undefined
  const { found } = await checkFiles(files, errand.kind === 'old' ? asRemembered(files, errand.old) : before)
  const isKept = errand.kind === 'served' && found.problems.length === 0 && keepSeen(found, today()) !== undefined
  return { step: 'done', errand, found, lines: await sayFound(language, found), before, isKept }
}

/** The recomputing keeps the page busy; before it begins the page says so. */
const painted = () => new Promise(resolve => setTimeout(resolve, 50))

/** The day on this device. */
const today = () => new Intl.DateTimeFormat('en-CA').format(new Date())
