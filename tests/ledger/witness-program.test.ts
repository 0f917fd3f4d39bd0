import { execFile } from 'node:child_process'
import { copyFileSync, existsSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { migrate, transact } from '#db'
import { exportLog } from '~/ledger/served.server'
import { addWitness, append, openLedger } from '~/ledger/store.server'
import { action } from '~/routes/ledger.cosignatures'

// The program as a union member has it: two files in a folder of their own, a passphrase and an address.

const home = mkdtempSync(join(tmpdir(), 'inspraak-witness-'))
copyFileSync('app/ledger/verify.mjs', join(home, 'verify.mjs'))
copyFileSync('app/ledger/witness-program.mjs', join(home, 'witness.mjs'))
const [keyFile, memory] = [join(home, 'key.json'), join(home, 'memory.json')]

const run = (passphrase: string, ...given: string[]) =>
  new Promise<{ code: number; said: string }>(resolve => {
    const env = { PATH: process.env.PATH, NODE_ENV: 'production' as const, INSPRAAK_PASSPHRASE: passphrase }
    const child = execFile(
      process.execPath,
      [join(home, 'witness.mjs'), ...given],
      { env },
      (_fault, said, complaints) => resolve({ code: child.exitCode!, said: said + complaints }),
    )
  })

const passphrase = 'vier gewone woorden hier'
const names = { log: 'log.jsonl', checkpoint: 'checkpoint', openings: 'openings.json', witnesses: 'witnesses.json' }
/** Another past that the server shows instead of its own. */
let shown: Awaited<ReturnType<typeof exportLog>> | undefined
/** Only who is signed in may read the words. */
let isClosed = false

const bodyOf = async (asked: IncomingMessage) => Buffer.concat(await asked.toArray()).toString()
const server = createServer(async (asked, answer) => {
  const part = Object.entries(names).find(([, name]) => asked.url === `/ledger/${name}`)?.[0] as keyof typeof names
  if (part === 'openings' && isClosed) return answer.writeHead(403).end()
  if (part) return answer.end((shown ?? (await exportLog()))[part])
  const request = new Request(`http://localhost${asked.url}`, { method: 'POST', body: await bodyOf(asked) })
  const said = await action({ request, params: {}, context: {} } as never)
  answer.writeHead(said.status, { 'content-type': 'application/json' }).end(await said.text())
})
let address = ''
const cosign = (typed = passphrase) => run(typed, 'cosign', address, '--key', keyFile, '--memory', memory)
const enterSomething = () => transact(tx => append(tx, { type: 'client.released', data: { files: [] } }, new Date()))

beforeAll(async () => {
  await migrate()
  await openLedger(new Date())
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => new Promise(resolve => server.close(resolve)))

test('makes a key once, for its owner only, and prints the public half', async () => {
  expect((await run('kort', 'key', keyFile, '--name', 'vakbond.nl/bo')).said).toContain('minstens 12 tekens')
  expect((await run(passphrase, 'key', keyFile, '--name', 'twee woorden')).code).toBe(2)
  expect(existsSync(keyFile)).toBe(false)
  const { code, said } = await run(passphrase, 'key', keyFile, '--name', 'vakbond.nl/bo')
  const key = /^vakbond\.nl\/bo\+\S+$/m.exec(said)![0]
  expect([code, statSync(keyFile).mode & 0o777]).toEqual([0, 0o600])
  const kept = readFileSync(keyFile, 'utf8')
  expect((await run(passphrase, 'key', keyFile, '--name', 'vakbond.nl/bo')).code).toBe(2)
  expect(readFileSync(keyFile, 'utf8')).toBe(kept)
  await transact(tx => addWitness(tx, { name: 'vakbond.nl/bo', key, of: 'union' }, new Date()))
})

test('verifies, signs, sends, and remembers', async () => {
  expect((await cosign('een verkeerde wachtzin')).said).toContain('past niet bij dit bestand')
  const { code, said } = await cosign()
  expect([code, said]).toEqual([0, expect.stringContaining('Meegetekend tot en met regel 1.')])
  expect(JSON.parse(readFileSync(memory, 'utf8')).size).toBe(2)
  expect((await exportLog()).checkpoint).toContain('vakbond.nl/bo')
  expect(await cosign()).toMatchObject({ code: 2, said: expect.stringContaining('heeft dit al meegetekend') })
})

test('signs nothing when the past differs from what it remembers; control: what it really saw is signed', async () => {
  await enterSomething()
  const kept = readFileSync(memory, 'utf8')
  const { root, ...rest } = JSON.parse(kept)
  writeFileSync(
    memory,
    JSON.stringify({ ...rest, root: root.replace(/^./, (one: string) => (one === 'A' ? 'B' : 'A')) }),
  )
  const { code, said } = await cosign()
  expect([code, said]).toEqual([1, expect.stringMatching(/het verleden is herschreven[\s\S]*Niet getekend/)])
  writeFileSync(memory, kept)
  expect((await cosign()).code).toBe(0)
})

test('signs nothing that was edited', async () => {
  await enterSomething()
  const files = await exportLog()
  shown = { ...files, log: files.log.replace('"of":"union"', '"of":"other"') }
  expect(await cosign()).toMatchObject({ code: 1, said: expect.stringContaining('Niet getekend') })
  shown = undefined
})

test('signs along where only who is signed in may read the words, and says what it did not check', async () => {
  isClosed = true
  await enterSomething()
  const { code, said } = await cosign()
  expect([code, said]).toEqual([0, expect.stringContaining('de woorden zijn niet nagekeken')])
  expect(said).toContain('Meegetekend tot en met regel')
  isClosed = false
  await enterSomething()
  expect((await cosign()).said, 'control').not.toContain('niet nagekeken')
})
