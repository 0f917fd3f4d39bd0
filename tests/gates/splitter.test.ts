import { generateKeyPairSync, randomUUID, sign } from 'node:crypto'
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { db, ledgerEdge, transact } from '#db'
import { canonical } from '~/ballot-box/canonical'
import { recordListener } from '~/gates/machine/listeners.server'
import { rotateKey } from '~/ledger/store.server'
import { freePort } from '../../scripts/checks/port.mjs'
import { drawFor } from '../../scripts/examples/gate-client.mjs'
import { at, gateWith, opened, vetoed } from './machine-world'
import { longestTrust, openGateHouse, openLine, pollEvery, startSplitter } from './split-house'

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
/** A hair more than the time in which a question, or the end of trust, must have had its effect. */
const aPoll = () => pause(pollEvery * 3 + 100)
const trustToEnd = () => pause(longestTrust + 150)

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

  promise((await splitter.ask(customers(200))) === 0, 'blocked: nobody reaches the AI')
  await opened(gate)
  await aPoll()
  // Five standard deviations; who goes where follows from the numbers alone, so this never hangs on chance.
  const off = Math.abs((await splitter.ask(customers(count))) - 0.2 * count)
  promise(off < 5 * Math.sqrt(count * 0.2 * 0.8), 'open: 20 %')
  promise((await toAi()) === 20, 'open: always the same customers')

  const lying = (more: object) => (answer: string) => JSON.stringify({ ...JSON.parse(answer), ...more })
  line.be(lying({ volumePct: 100 }))
  await aPoll()
  promise((await splitter.ask(customers(200))) < 80, 'forged: no more than the last true answer')
  const { privateKey } = generateKeyPairSync('ed25519')
  line.be(answer => {
    const { signature: _, ...said } = { ...JSON.parse(answer), volumePct: 100 }
    return JSON.stringify({
      ...said,
      signature: sign(null, Buffer.from(canonical(said)), privateKey).toString('base64'),
    })
  })
  await trustToEnd()
  promise((await splitter.ask(customers(50))) === 0, 'signed by a stranger: no answer at all')

  line.be()
  await aPoll()
  promise((await toAi()) === 20, 'an honest line again: open')
  let open = ''
  line.be(answer => (open = answer))
  await aPoll()
  line.be(() => undefined)
  promise((await toAi()) === 20, 'no answer: the last one holds')
  await trustToEnd()
  promise((await toAi()) === 0, 'no answer for longer than that: nobody reaches the AI')

  line.be()
  await aPoll()
  promise((await toAi()) === 20, 'the house is back: open')
  const calling = setInterval(() => splitter.ask(lucky(gate).slice(0, 2)), 25)
  await pause(50)
  await vetoed(gate)
  const vetoAt = performance.now()
  await pause(1000 + pollEvery)
  clearInterval(calling)
  promise(splitter.seen.lastAiAt < vetoAt + pollEvery + 1000, 'a veto: nobody after a question and a second')
  promise((await toAi()) === 0, 'a veto: nobody reaches the AI')
  line.be(() => open)
  await aPoll()
  promise((await toAi()) === 0, 'an old answer: it is not believed again')
  splitter.close()
  line.close()
  return faults
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

test('the example obeys its gate; and one that is careless in one thing is found out in that', async () => {
  const scripts = [
    example('gate-splitter'),
    careless('trusting', 'performance.now() < trustedUntil &&', ''),
    careless('believing', 'if (!isSignedBy(key, canonical(said), signature)) return false', ''),
    careless('forgetful', 'if (last && (said.ledgerSeq', 'if (false && (said.ledgerSeq'),
  ]
  const [sound, trusting, believing, forgetful] = await Promise.all(
    scripts.map((script, place) => faultsOf(script, place === 0 ? 3000 : 100)),
  )
  expect(sound).toEqual([])
  expect(trusting, 'control: ignores the end of trust').toContain(
    'no answer for longer than that: nobody reaches the AI',
  )
  expect(believing, 'control: ignores who signed').toContain('forged: no more than the last true answer')
  expect(forgetful, 'control: ignores what is older').toEqual(['an old answer: it is not believed again'])
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
  await vi.waitFor(async () => expect(await splitter.ask(lucky(gate))).toBe(0), { timeout: 1000 })
  splitter.close()
})
