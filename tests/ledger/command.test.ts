import { execFile, spawn } from 'node:child_process'
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { canonical } from '~/ballot-box/canonical'
import { honestLog, PaperLog, signer } from './log-builder'

// The verifier as a works council has it: one file, copied to a folder that holds nothing else of the house.

const home = mkdtempSync(join(tmpdir(), 'inspraak-verify-'))
const script = join(home, 'verify.mjs')
copyFileSync('app/ledger/verify.mjs', script)
const names = { log: 'log.jsonl', checkpoint: 'checkpoint', openings: 'openings.json', witnesses: 'witnesses.json' }

function folderWith(files: Record<string, string>) {
  const folder = mkdtempSync(join(home, 'log-'))
  for (const [part, name] of Object.entries(names)) writeFileSync(join(folder, name), files[part]!)
  return folder
}

const run = (...given: string[]) =>
  new Promise<{ code: number; said: string }>(resolve => {
    const env = { PATH: process.env.PATH, NODE_ENV: 'production' as const }
    const child = execFile(process.execPath, [script, ...given], { env }, (_fault, said, complaints) =>
      resolve({ code: child.exitCode!, said: said + complaints }),
    )
  })

/** Runs the verifier for somebody who has stopped reading. */
const cutShort = (folder: string) =>
  new Promise<{ code: number | null; said: string }>(resolve => {
    const child = spawn(process.execPath, [script, folder], { stdio: ['ignore', 'pipe', 'pipe'] })
    let said = ''
    child.stdout.destroy()
    child.stderr.on('data', part => {
      said += part
    })
    child.on('close', code => resolve({ code, said }))
  })

const paper = new PaperLog(signer('voorbeeld.nl/ledger'))
paper.open('2026-01-05')
paper.add('2026-01-06', 'promise.evidence', { id: 'P-1' }, { note: 'x' })
paper.lines.pop()
paper.openings = {}

test('a sound ledger: 0, in Dutch unless asked otherwise, with the checkpoint to compare', async () => {
  const folder = folderWith(paper.files())
  const { code, said } = await run(folder)
  expect([code, said]).toEqual([
    0,
    expect.stringMatching(/^In orde\. Register voorbeeld\.nl\/ledger, aantal regels: 1\./),
  ])
  expect(said).toContain(paper.remembered().root)
  expect((await run(folder, '--lang', 'fr')).said).toMatch(/^En ordre/)
})

test('an edited ledger: 1, with the reason', async () => {
  const files = paper.files()
  const { code, said } = await run(folderWith({ ...files, log: files.log.replace('2026', '2025') }), '--lang', 'en')
  expect([code, said]).toEqual([1, expect.stringContaining('The first 1 entries are no longer')])
})

test('whoever reads only its first line gets the same outcome and no complaint', async () => {
  const folder = folderWith({ ...paper.files(), openings: '{"9.x":1}' })
  const { code, said } = await cutShort(folder)
  expect([code, said]).toEqual([1, ''])
})

test('what cannot be read: 2', async () => {
  expect((await run(join(home, 'nowhere'))).code).toBe(2)
  expect((await run('http://127.0.0.1:1')).code).toBe(2)
  expect((await run()).code).toBe(2)
})

test('a memory is made at the first visit, grows, and exposes a past that was rewritten', async () => {
  const memory = join(home, 'memory.json')
  const grown = Object.assign(new PaperLog(paper.log), { lines: [...paper.lines] })
  grown.add('2026-01-07', 'round.opened', {
    round: 'R1',
    rules: 'K',
    manifest: `sha256:${'a'.repeat(64)}`,
    box_key: `sha256:${'b'.repeat(64)}`,
    units: [],
  })
  expect((await run(folderWith(paper.files()), '--witness', memory)).code).toBe(0)
  expect((await run(folderWith(grown.files()), '--witness', memory)).code).toBe(0)
  expect(JSON.parse(readFileSync(memory, 'utf8'))).toEqual(grown.remembered())
  expect((await run(folderWith(paper.files()), '--witness', memory)).said).toContain('Je zag eerder 2 regels')
  const rewritten = new PaperLog(paper.log)
  rewritten.open('2026-01-04')
  rewritten.add('2026-01-07', 'round.closed', { round: 'R1' })
  expect((await run(folderWith(rewritten.files()), '--witness', memory)).said).toContain('het verleden is herschreven')
  expect(JSON.parse(readFileSync(memory, 'utf8'))).toEqual(grown.remembered())
})

test('a live address is read as a folder is', async () => {
  const files = paper.files() as Record<string, string>
  const parts = Object.fromEntries(Object.entries(names).map(([part, name]) => [`/ledger/${name}`, files[part]]))
  const server = createServer((asked, answer) => answer.end(parts[asked.url!]))
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  expect((await run(`${address}/`)).code).toBe(0)
  expect((await run(`${address}/ledger`)).code).toBe(0)
  await new Promise(resolve => server.close(resolve))
})

describe('where only who is signed in may read the words', () => {
  const told = honestLog()
  const wordless = 'de woorden zijn niet nagekeken'

  test('a folder without them is checked for all the rest, and that is said; with them it is not', async () => {
    const folder = folderWith(told.files())
    expect((await run(folder)).said).not.toContain(wordless)
    rmSync(join(folder, 'openings.json'))
    expect((await run(folder)).said).toContain(wordless)
    writeFileSync(join(folder, 'log.jsonl'), told.files().log.replace('2026-06-30', '2027-06-30'))
    expect(await run(folder)).toMatchObject({ code: 1, said: expect.stringContaining(wordless) })
    rmSync(join(folder, 'log.jsonl'))
    expect((await run(folder)).code, 'control: nothing else may be missing').toBe(2)
  })

  test.each([403, 404, 500])('so is an address that answers %i to who asks for them; 500 is a fault', async status => {
    const files = paper.files() as Record<string, string>
    const parts = Object.fromEntries(Object.entries(names).map(([part, name]) => [`/ledger/${name}`, files[part]]))
    const server = createServer((asked, answer) => {
      if (asked.url?.endsWith('openings.json')) answer.writeHead(status)
      answer.end(parts[asked.url!])
    })
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    const { code, said } = await run(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
    expect([code, said.includes(wordless)]).toEqual(status === 500 ? [2, false] : [0, true])
    await new Promise(resolve => server.close(resolve))
  })

  test('control: a word too many or too few is still found where they are', async () => {
    const files = told.files()
    const { '4.text': _, ...fewer } = JSON.parse(files.openings)
    expect((await run(folderWith({ ...files, openings: JSON.stringify(fewer) }))).said).toContain('"text" van regel 4')
    const more = { ...JSON.parse(files.openings), '9.x': { salt: '', text: '' } }
    expect((await run(folderWith({ ...files, openings: canonical(more) }))).said).toContain('(9.x)')
  })
})
