import { createPrivateKey } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { keyTypes, verifierKey } from '~/ledger/note'
import { witnessKeyOf } from '~/ledger/witness-key'
import { look, type Outside, signAlong } from '~/ledger/witnesses/machine.client'
import { readKey, readNote, signedAt, verify } from '../../app/ledger/verify.mjs'
import * as machine from '../../app/ledger/witness-program.mjs'
import { council, honestLog, type PaperLog, seconds, signer } from './log-builder'

const passphrase = 'vier gewone woorden hier'
type OpenedKey = { key: string; signer: CryptoKey }

describe('a key file', async () => {
  const { key, file } = await machine.makeKey('or.voorbeeld.nl/bea', passphrase)

  test('holds a key of a witness, which reads as the house reads it', () => {
    expect(witnessKeyOf(key)).toMatchObject({ name: 'or.voorbeeld.nl/bea', key })
    expect(witnessKeyOf(key)!.fingerprint).toMatch(/^([0-9a-f]{4} ){7}[0-9a-f]{4}$/)
    expect(witnessKeyOf(verifierKey(council))).toBeUndefined()
    expect(witnessKeyOf(key.replace('bea', 'bob'))).toBeUndefined()
    const ours = verifierKey(council, keyTypes.witness)
    expect(witnessKeyOf(` ${ours}\n`)).toMatchObject({ key: ours })
  })

  test('opens with its passphrase and signs what the house accepts', async () => {
    const opened = (await machine.openKey(machine.readKeyFile(file)!, passphrase)) as OpenedKey
    const log = honestLog()
    const { size, line } = await machine.cosign(log.files().checkpoint, opened, seconds('2026-03-12'))
    const note = readNote(`${log.body()}\n${line}`)!
    expect(size).toBe(log.lines.length)
    const { bytes } = note.signatures[0] as { bytes: Uint8Array }
    expect(await signedAt(readKey(key)!, log.body(), bytes)).toBe(seconds('2026-03-12'))
    await expect(crypto.subtle.exportKey('pkcs8', opened.signer)).rejects.toThrow()
  })

  test('opens with nothing else, and not after a change', async () => {
    const open = (text: string, typed = passphrase) => machine.openKey(machine.readKeyFile(text)!, typed)
    expect(await open(file, 'vier gewone woorden daar')).toBeUndefined()
    const other = await machine.makeKey('or.voorbeeld.nl/bea', passphrase)
    expect(await open(file.replace(key, other.key))).toBeUndefined()
    for (const bad of ['', '{}', '[]', file.replace('v1', 'v2'), file.replace('600000', '1'), file.replace(key, 'x')])
      expect(machine.readKeyFile(bad)).toBeUndefined()
    expect(machine.readKeyFile(file.replace('600000', '600000000'))).toBeUndefined()
  })

  test('shows nothing of the secret half', async () => {
    const { secret } = JSON.parse(file)
    expect(() => createPrivateKey({ key: Buffer.from(secret, 'base64'), format: 'der', type: 'pkcs8' })).toThrow()
    expect((await machine.makeKey('or.voorbeeld.nl/bea', passphrase)).file).not.toBe(file)
  })
})

describe('signing along', async () => {
  const { key, file } = await machine.makeKey('or.voorbeeld.nl/bea', passphrase)
  const opened = (await machine.openKey(machine.readKeyFile(file)!, passphrase)) as OpenedKey
  const log = signer('inspraak.voorbeeld.nl/ledger')
  const now = seconds('2026-03-12')

  function outsideOf(paper: PaperLog, at = now) {
    const sent: { size: number; line: string }[] = []
    const kept: unknown[] = []
    const files = paper.files()
    const check = async (given: typeof files, remembered?: unknown) => ({
      files: given,
      found: await verify(given, { remembered: remembered as never, now: at }),
    })
    const outside = {
      machine,
      check: (remembered?: unknown) => check(files, remembered),
      recheck: check,
      send: async (cosignature: { size: number; line: string }) => ({ ok: sent.push(cosignature) > 0 }),
      keep: (seen: unknown) => kept.push(seen),
      now: () => at * 1000,
    } as unknown as Outside
    return { outside, sent, kept }
  }
  const tap = async (paper: PaperLog, memories: ReturnType<PaperLog['remembered']>[], at = now, first = false) => {
    const { outside, sent, kept } = outsideOf(paper, at)
    const looked = await look(memories, outside)
    await signAlong(looked, opened, outside, first)
    return { verdict: looked.verdict, sent, kept }
  }
  const honest = honestLog(log)
  const rewritten = honestLog(log, { due: '2026-12-31' })

  test('what is sound is signed, and remembered', async () => {
    const { verdict, sent, kept } = await tap(honest, [honest.remembered(5)])
    expect([verdict, sent[0]?.size, kept]).toEqual(['sound', honest.lines.length, [honest.remembered()]])
    expect(readKey(key)?.name).toBe('or.voorbeeld.nl/bea')
  })

  test('a past that was rewritten is not signed, and the memory stays what it was', async () => {
    expect(await tap(rewritten, [honest.remembered()])).toEqual({ verdict: 'never', sent: [], kept: [] })
  })

  test('a file that remembers more than the device does counts too', async () => {
    expect(await tap(rewritten, [honest.remembered(1), honest.remembered()])).toMatchObject({
      verdict: 'never',
      sent: [],
    })
    expect(await tap(rewritten, [honest.remembered(), honest.remembered(1)])).toMatchObject({
      verdict: 'never',
      sent: [],
    })
  })

  test('without a memory nothing is signed, unless the witness says that this is the first time', async () => {
    expect(await tap(rewritten, [])).toEqual({ verdict: 'sound', sent: [], kept: [] })
    expect(await tap(honest, [], now, true)).toMatchObject({ verdict: 'sound', sent: [{}] })
  })

  test('control: whoever says so signs a rewritten log too, so it is the memory that protects', async () => {
    expect(await tap(rewritten, [], now, true)).toMatchObject({ verdict: 'sound', sent: [{}] })
  })

  test('an edited log is not signed, whoever remembers what', async () => {
    const edited = honestLog(log)
    edited.lines[3] = edited.lines[3]!.replace('K7c2.v1', 'K7c2.v9')
    edited.files = () => ({ ...honest.files(), log: edited.lines.map(line => `${line}\n`).join('') })
    expect(await tap(edited, [])).toMatchObject({ verdict: 'never', sent: [] })
  })

  test('a log that is only late is signed after a yes: else one late week would end all witnessing', async () => {
    const late = honestLog(log)
    late.add('2026-03-12', 'promise.status', { id: 'P-1', status: 'disputed' })
    const { verdict, sent } = await tap(late, [late.remembered(5)], seconds('2026-04-12'))
    expect([verdict, sent.length]).toEqual(['late', 1])
  })
})
