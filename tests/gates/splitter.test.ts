import { execFile, spawnSync } from 'node:child_process'
import { generateKeyPairSync, randomUUID, sign } from 'node:crypto'
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { db, ledgerEdge, transact } from '#db'
import { canonical } from '~/ballot-box/canonical'
import { recordListener } from '~/gates/machine/listeners.server'
import { asText, signAnswer } from '~/gates/machine/signing.server'
import { rotateKey } from '~/ledger/store.server'
import { freePort } from '../../scripts/checks/port.mjs'
import { drawFor } from '../../scripts/examples/gate-client.mjs'
import { at, gateWith, opened, vetoed } from './machine-world'
import { callerOf, longestTrust, openGateHouse, openLine, pollEvery, startNginx, startSplitter } from './split-house'

// Real customers of a real router: the example is run as it stands, in a process of its own, before an AI and a person.

const home = mkdtempSync(join(tmpdir(), 'inspraak-splitter-'))
const example = (name: string) => `scripts/examples/${name}.mjs`
let house: Awaited<ReturnType<typeof openGateHouse>>
beforeAll(async () => {
  house = await openGateHouse()
})
afterAll(() => {
  house.close()
  rmSync(home, { recursive: true, force: true })
})

const printedKey = async () => (await db.select().from(ledgerEdge))[0]!.key
/** Customers by number; the first 20 whom a share of 20 % sends to the AI. */
const customers = (count: number) => Array.from({ length: count }, (_, nth) => String(nth))
const lucky = (gate: string) =>
  customers(1000)
    .filter(one => drawFor(gate, one) < 0.2)
    .slice(0, 20)

/** Lives through a day with a splitter. @returns a sentence for each promise it breaks */
async function faultsOf(script: string, count: number): Promise<string[]> {
  const gate = await gateWith()
  const line = await openLine(house.address)
  const key = await printedKey()
  const timing = { poll: String(pollEvery), trust: String(longestTrust) }
  const splitter = await startSplitter(script, { house: line.address, gate, key, ...timing })
  const faults: string[] = []
  const promise = (isKept: boolean, what: string) => void (isKept || faults.push(what))
  const toAi = () => splitter.ask(lucky(gate))

  promise((await splitter.ask(customers(100))) === 0, 'blocked: nobody reaches the AI')
  await opened(gate)
  promise(await splitter.becomes(20), 'open: it is heard')
  // Five standard deviations; who goes where follows from the numbers alone, so this never hangs on chance.
  const off = Math.abs((await splitter.ask(customers(count))) - 0.2 * count)
  promise(off < 5 * Math.sqrt(count * 0.2 * 0.8), 'open: 20 %')
  promise((await toAi()) === 20, 'open: always the same customers')
  const open = await (await fetch(`${house.address}/gates/${gate}.json`)).text()

  await line.be(answer => JSON.stringify({ ...JSON.parse(answer), volumePct: 100 }))
  promise((await splitter.ask(customers(100))) < 50, 'forged: no more than the last true answer')
  await line.be(resigned)
  promise(await splitter.becomes(0, longestTrust + 2000), 'signed by a stranger: no answer at all')
  await line.be()
  promise(await splitter.becomes(20), 'an honest line again: open')

  await line.be(() => undefined)
  promise((await splitter.share()) === 20, 'no answer: the last one holds')
  await splitter.becomes(0, longestTrust + 1000)
  promise((await toAi()) === 0, 'no answer for longer than that: nobody reaches the AI')
  await line.be()
  promise(await splitter.becomes(20), 'the house is back: open')

  splitter.seen.slowest = 0
  const calling = setInterval(() => splitter.ask(lucky(gate).slice(0, 2)), 25)
  await vetoed(gate)
  const stands = performance.now()
  await splitter.becomes(0)
  await pause(200)
  clearInterval(calling)
  const { lastAiAt, slowest } = splitter.seen
  promise(lastAiAt < stands + pollEvery + slowest + 1000, 'a veto: nobody after a question and a second')
  promise((await toAi()) === 0, 'a veto: nobody reaches the AI')
  await line.be(() => open)
  promise((await toAi()) === 0, 'an old answer: it is not believed again')
  splitter.close()
  line.close()
  return faults
}

/** Says that everybody may go, and signs it with a key of their own. */
function resigned(answer: string): string {
  const { signature: _, ...said } = { ...JSON.parse(answer), volumePct: 100 }
  const { privateKey } = generateKeyPairSync('ed25519')
  return JSON.stringify({ ...said, signature: sign(null, Buffer.from(canonical(said)), privateKey).toString('base64') })
}

/** Copies the example with one line changed, as a careless reader might write it. */
function careless(name: string, sound: string, changed: string): string {
  const folder = mkdtempSync(join(home, `${name}-`))
  const text = readFileSync(example('gate-client'), 'utf8')
  if (!text.includes(sound)) throw new Error(`the example has no line "${sound}"`)
  writeFileSync(join(folder, 'gate-client.mjs'), text.replace(sound, changed))
  copyFileSync(example('gate-splitter'), join(folder, 'gate-splitter.mjs'))
  return join(folder, 'gate-splitter.mjs')
}

/** Nothing of it is another on another engine, and it waits a lot. */
const once = process.env.TEST_POSTGRES ? test.skip : test

once('the example obeys its gate; and one that is careless in one thing is found out in that', async () => {
  const scripts = [
    example('gate-splitter'),
    careless('trusting', 'performance.now() < trustedUntil &&', ''),
    careless('believing', 'if (!isSignedBy(key, canonical(said), signature)) return false', ''),
    careless('forgetful', 'if (last && (said.ledgerSeq', 'if (false && (said.ledgerSeq'),
  ]
  const [sound, trusting, believing, forgetful] = await Promise.all(
    scripts.map((script, place) => faultsOf(script, place === 0 ? 2000 : 100)),
  )
  expect(sound).toEqual([])
  expect(trusting, 'control: ignores the end of trust').toContain(
    'no answer for longer than that: nobody reaches the AI',
  )
  expect(believing, 'control: ignores who signed').toContain('forged: no more than the last true answer')
  expect(forgetful, 'control: ignores what is older').toContain('an old answer: it is not believed again')
})

test('a listener stops at once, without asking; it follows a change of keys, and ignores what nobody sealed', async () => {
  const gate = await gateWith({ steps: [{ openedOn: '2026-06-01' }] })
  const key = await printedKey()
  await transact(tx => rotateKey(tx, at))
  const port = await freePort()
  const door = `http://127.0.0.1:${port}`
  const added = await recordListener(gate, { form: randomUUID(), address: `${door}/gate-moved` }, at)
  if (!added.ok) throw new Error(added.because)
  const never = { house: house.address, gate, key, port: String(port), poll: '600000' }
  const splitter = await startSplitter(example('gate-splitter'), never, added.value.secret)
  expect(await splitter.ask(lucky(gate)), 'the new key was found through the old one').toBe(20)
  expect(await (await fetch(`${door}/share`)).json()).toEqual({ gate, volumePct: 20 })
  const asked = async (customer: string) =>
    (await fetch(`${door}/may-go-to-ai`, { headers: { 'x-customer': customer } })).status
  const unlucky = customers(100).find(one => drawFor(gate, one) >= 0.2)!
  expect([await asked(lucky(gate)[0]!), await asked(unlucky)]).toEqual([204, 403])
  const unsealed = { method: 'POST', body: '{}', headers: { 'webhook-id': 'x', 'webhook-signature': 'v1,eA==' } }
  expect((await fetch(`${door}/gate-moved`, unsealed)).status).toBe(400)
  expect(await splitter.ask(lucky(gate))).toBe(20)
  await vetoed(gate)
  expect(await splitter.becomes(0), 'long before it would have asked').toBe(true)
  splitter.close()
})

const has = (program: string) => !spawnSync(program, ['-V']).error

test.runIf(has('nginx'))('nginx sends nobody to the AI when the splitter beside it is gone', async () => {
  const gate = await gateWith({ steps: [{ openedOn: '2026-06-01' }] })
  const given = { house: house.address, gate, key: await printedKey() }
  const splitter = await startSplitter(example('gate-splitter'), given)
  const nginx = await startNginx({ ai: splitter.ai, human: splitter.human, splitter: splitter.port })
  const ask = callerOf(nginx.port)
  expect(await ask(lucky(gate))).toBe(20)
  expect(await ask(customers(300).filter(one => drawFor(gate, one) >= 0.2))).toBe(0)
  splitter.child.kill('SIGKILL')
  expect(await ask(lucky(gate))).toBe(0)
  expect(splitter.seen.human, 'they reach a person').toBeGreaterThan(200)
  await nginx.stop()
  splitter.close()
})

test('the recipe with curl and OpenSSL believes what the house signed, and nothing else', async () => {
  const gate = await gateWith({ steps: [{ openedOn: '2026-06-01' }] })
  const line = await openLine(house.address)
  const key = await printedKey()
  const check = () => recipe(line.address, gate, key)
  expect(await check()).toEqual({ said: '20', code: 0 })
  await line.be(answer => answer.replace('"volumePct":20', '"volumePct":80'), 0)
  expect(await check()).toEqual({ said: '0', code: 1 })
  const late = { ...(await signAnswer(gate, new Date(Date.now() - 61_000)))! }
  await line.be(() => asText(late), 0)
  expect(await check()).toEqual({ said: '0', code: 1 })
  await line.be(() => undefined, 0)
  expect(await check()).toEqual({ said: '0', code: 1 })
  line.close()
})

const recipe = (address: string, gate: string, key: string) =>
  new Promise(resolve => {
    const child = execFile('sh', ['scripts/examples/gate-check.sh', address, gate, key], (_fault, said) =>
      resolve({ said: said.trim(), code: child.exitCode }),
    )
  })
