import { pathToFileURL } from 'node:url'
import { afterEach, describe, expect, test, vi } from 'vitest'
import {
  asRemembered,
  checkFiles,
  fetchLedger,
  type LedgerFiles,
  LedgerUnchecked,
  readChosen,
  sayFound,
} from '~/ledger/checking.client'
import { forgetSeen, keepSeen, lastSeen, readOld } from '~/ledger/checking-memory.client'
import { honestLog, signer } from './log-builder'

// What the page does in a browser, with the very file that the page loads there.

const verifier = pathToFileURL('app/ledger/verify.mjs').href
const log = signer('inspraak.voorbeeld.nl/ledger')
const paper = honestLog(log)
const names: Record<string, keyof LedgerFiles> = {
  '/ledger/checkpoint': 'checkpoint',
  '/ledger/log.jsonl': 'log',
  '/ledger/openings.json': 'openings',
  '/ledger/witnesses.json': 'witnesses',
  '/ledger/leaves.txt': 'leaves',
}
afterEach(() => vi.unstubAllGlobals())

/** Serves files; `turn` says which ones at the nth request. */
function serve(turn: (request: number) => LedgerFiles) {
  const asked: RequestInit[] = []
  vi.stubGlobal('fetch', async (path: string, options: RequestInit) => {
    asked.push(options)
    return new Response(turn(asked.length)[names[path]!] ?? '')
  })
  return asked
}

const because = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'nothing',
    fault => (fault instanceof LedgerUnchecked ? fault.because : fault),
  )

describe('fetching', () => {
  test('brings the files without saying who asks, and counts the bytes', async () => {
    const asked = serve(() => paper.files())
    const progress = vi.fn()
    const files = await fetchLedger(progress)
    expect(files.log).toBe(paper.files().log)
    expect(asked.map(options => options.credentials)).toEqual(Array(6).fill('omit'))
    expect(progress.mock.lastCall![0]).toBe(
      Object.values(files).reduce((sum, text) => sum + Buffer.byteLength(text), 0),
    )
  })

  test('begins anew when the ledger grows meanwhile, and gives up in the end', async () => {
    const shorter = { ...paper.files(), checkpoint: paper.checkpoints[0]! }
    const asked = serve(request => (request < 6 ? shorter : paper.files()))
    expect((await fetchLedger()).checkpoint).toBe(paper.files().checkpoint)
    expect(asked).toHaveLength(12)
    serve(request => ({ ...paper.files(), checkpoint: `${request}` }))
    expect(await because(fetchLedger())).toBe('unreachable')
  })

  test.each([
    [404, 'empty'],
    [403, 'closed'],
    [500, 'unreachable'],
  ])('an answer %i is no verdict about the ledger but: %s', async (status, why) => {
    vi.stubGlobal('fetch', async () => new Response(null, { status }))
    expect(await because(fetchLedger())).toBe(why)
  })

  test('words that only who is signed in may read are left out, and that is said', async () => {
    vi.stubGlobal('fetch', async (path: string) =>
      path.endsWith('openings.json')
        ? new Response(null, { status: 403 })
        : new Response(paper.files()[names[path] as 'log'] ?? ''),
    )
    const { found } = await checkFiles(await fetchLedger(), undefined, verifier)
    expect([found.hasWords, (await sayFound('nl', found, verifier)).join()]).toEqual([
      false,
      expect.stringContaining('de woorden zijn niet nagekeken'),
    ])
    vi.stubGlobal('fetch', async (path: string) => new Response(paper.files()[names[path] as 'log'] ?? ''))
    expect((await checkFiles(await fetchLedger(), undefined, verifier)).found.hasWords, 'control').toBe(true)
  })

  test('no connection is no verdict either', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('offline')))
    expect(await because(fetchLedger())).toBe('unreachable')
  })
})

test('files of one’s own are found by their names; one too few is told', async () => {
  const { log: text, checkpoint, openings, witnesses } = paper.files()
  const parts = { 'log.jsonl': text, checkpoint, 'openings.json': openings, 'witnesses.json': witnesses }
  const chosen = Object.entries(parts).map(([name, part]) => new File([part], name))
  expect(await readChosen([new File(['x'], 'verify.mjs'), ...chosen])).toEqual(paper.files())
  expect(await because(readChosen(chosen.slice(1)))).toBe('filesMissing')
  expect(await readChosen(chosen.filter(({ name }) => name !== 'openings.json'))).not.toHaveProperty('openings')
  expect(await because(readChosen([new File([Uint8Array.of(255)], 'log.jsonl'), ...chosen]))).toBe('unreadable')
})

describe('checking', () => {
  test('a sound ledger that still begins with an old checkpoint; control: not with another', async () => {
    const old = { size: 4, root: paper.root(4).toString('base64') }
    const { found } = await checkFiles(paper.files(), asRemembered(paper.files(), old), verifier)
    expect(found.problems.filter(said => said.code !== 'unwitnessed')).toEqual([])
    const rewritten = honestLog(log, { due: '2026-12-31' }).files()
    const other = await checkFiles(rewritten, asRemembered(rewritten, { ...old, size: 5 }), verifier)
    expect(other.found.problems.map(said => said.code)).toContain('rewritten')
    expect((await sayFound('nl', other.found, verifier)).join()).toContain('het verleden is herschreven')
  })

  test('a browser without these signatures accuses nobody', async () => {
    vi.stubGlobal('crypto', { subtle: { importKey: () => Promise.reject(new Error('unknown')) } })
    expect(await because(checkFiles(paper.files(), undefined, verifier))).toBe('oldBrowser')
    vi.stubGlobal('crypto', {})
    expect(await because(checkFiles(paper.files(), undefined, verifier))).toBe('oldBrowser')
  })
})

describe('what a device remembers', () => {
  const found = { ...paper.remembered(), problems: [], covered: 0, key: undefined } as never

  test('is what it saw, until it is told to forget', () => {
    const kept = new Map<string, string>()
    vi.stubGlobal('localStorage', {
      getItem: (name: string) => kept.get(name) ?? null,
      setItem: (name: string, text: string) => kept.set(name, text),
      removeItem: (name: string) => kept.delete(name),
    })
    expect(lastSeen()).toBeUndefined()
    expect(keepSeen(found, '2026-03-12')).toEqual({ ...paper.remembered(), seenOn: '2026-03-12' })
    expect([...kept.values()].join()).toBe(JSON.stringify({ ...paper.remembered(), seenOn: '2026-03-12' }))
    kept.set('inspraak.ledger', '{"name":"x"}')
    expect(lastSeen(), 'what was damaged does not count').toBeUndefined()
    forgetSeen()
    expect(kept.size).toBe(0)
  })

  test('is nothing where a browser keeps nothing', () => {
    expect([lastSeen(), keepSeen(found, '2026-03-12'), forgetSeen()]).toEqual([undefined, undefined, undefined])
  })
})

test('a checkpoint is read from paper with its spaces; half a one is refused', () => {
  const { size, root } = paper.remembered()
  expect(readOld(` ${size} `, root.replace(/.{4}/g, '$& '))).toEqual({ size, root })
  expect([readOld('0', root), readOld('tien', root), readOld('3', root.slice(1))]).toEqual(Array(3).fill(undefined))
})
