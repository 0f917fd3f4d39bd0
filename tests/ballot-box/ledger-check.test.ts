import { describe, expect, test } from 'vitest'
import { signBlinded } from '~/ballot-box/blind-signing.server'
import { fromBase64url, toBase64url } from '~/ballot-box/bytes'
import { drawToken } from '~/ballot-box/drawing.client'
import type { Signer } from '~/ledger/note'
import { checkRoundProof, type RoundProof, type SeenLedger } from '~/ledger/round-proof'
import { council, hashOf, signer, union } from '../ledger/log-builder'
import { RoundLedger } from './ledger'
import { makeRound, memoryStore } from './round'

const round = await makeRound()
const held = { manifest: round.manifest, manifestSha256: round.sha256 }
const log = signer('inspraak.voorbeeld.nl/ledger')

/** A ledger with one witness, in which the round stands; `entry` changes what is said about it. */
function witnessed(entry = {}, by = log, witness = council) {
  const paper = new RoundLedger(by)
  paper.register('2026-11-20', witness)
  return paper.enter(round, entry)
}
const alone = (by = log) => new RoundLedger(by).enter(round)

/** How a ledger stood when this device looked at it before. */
async function seenOf(proof: RoundProof): Promise<SeenLedger> {
  const found = await checkRoundProof(JSON.stringify(proof), held)
  if (!found.ok) throw new Error(found.because)
  return found.value.seen
}

type Served = { proof?: RoundProof | string; seen?: SeenLedger }
type Client = (served: Served) => Served

/** Lets a device draw a token from a server that would sign, and tells how that ended. */
async function drawing({ proof, seen }: Served): Promise<string> {
  const store = memoryStore()
  if (seen) await store.rememberLedger(seen)
  const { publicKey, privateKey } = round.issueKeys.get('U1')!
  const fetch = async (address: string, { body }: RequestInit = {}) => {
    if (address.endsWith('/manifest.json')) return new Response(round.bytes)
    if (address.startsWith('/ledger/'))
      return proof
        ? new Response(typeof proof === 'string' ? proof : JSON.stringify(proof))
        : new Response('', { status: 404 })
    const blinded = fromBase64url(JSON.parse(String(body)).blinded)
    return Response.json({ unit: 'U1', signature: toBase64url(signBlinded(privateKey, publicKey, blinded)) })
  }
  const place = { round: 'R1', unit: 'U1', holder: 'anna', manifestSha256: round.sha256 }
  const drawn = await drawToken({ ...place, store, fetch: fetch as typeof globalThis.fetch })
  return drawn.state === 'refused' ? drawn.because : drawn.state
}

const seen = await seenOf(witnessed().more(3).proof(council))
const seenAlone = await seenOf(alone().more(3).proof())
const changed = (note: string, from: string) =>
  note.replace(from, from[0] === 'A' ? `B${from.slice(1)}` : `A${from.slice(1)}`)
const signatureIn = (note: string, line: number) =>
  note.trimEnd().split('\n').slice(4)[line]!.split(' ')[2]!.slice(20, 40)
const broken = (proof: RoundProof, line: number) => ({
  ...proof,
  checkpoint: changed(proof.checkpoint, signatureIn(proof.checkpoint, line)),
})
const otherKeys = witnessed({ units: [{ id: 'U1', issue_key: hashOf('a'), roster: 31 }] })
const mallory = signer('or.voorbeeld.nl/mallory')
const otherLog = signer(log.name)

/** A past in which a witness stood that nobody saw, and which it cosigns. */
function inventedWitness(witness: Signer) {
  const paper = new RoundLedger(log)
  paper.register('2026-11-20', council)
  paper.register('2026-11-20', witness)
  return paper.enter(round).more(1).proof(witness)
}

/** A ledger that says that its only witness has gone; who holds the key of the log says so without asking anybody. */
function sentAway(isEntered: boolean) {
  const paper = witnessed().more(4)
  if (isEntered) paper.add('2026-11-21', 'witness.removed', { name: council.name })
  paper.witnesses[0]!.until = paper.lines.length - 1
  return paper
}

/** Puts a key before the one that was seen, and that one where it never counts. */
function keyBefore(): RoundProof {
  const paper = witnessed({}, otherLog).more(5)
  const proof = paper.proof(council)
  paper.rotate('2026-11-21', log)
  return { ...proof, keys: paper.proof().keys }
}

/** What a server may try; with each, how an honest device answers. */
const attacks: Record<string, [Served, string]> = {
  'a round that is not in the ledger': [{ seen }, 'notInLedger'],
  'another manifest than the ledger has': [
    { proof: witnessed({ manifest: hashOf('b') }).proof(council) },
    'notInLedger',
  ],
  'another key for a unit than the ledger has': [{ proof: otherKeys.proof(council) }, 'notInLedger'],
  'the entry of another round': [{ proof: witnessed({ round: 'R2' }).proof(council) }, 'notInLedger'],
  'something else than a proof': [{ proof: '<html>' }, 'ledgerBroken'],
  'an entry that does not lead to the checkpoint': [
    { proof: { ...witnessed().more(3).proof(council), path: witnessed().proof().path } },
    'ledgerBroken',
  ],
  'a wrong signature of the log': [{ proof: broken(witnessed().proof(council), 0) }, 'ledgerBroken'],
  'a checkpoint signed by somebody else': [
    { proof: { ...witnessed().proof(), checkpoint: witnessed({}, otherLog).proof().checkpoint } },
    'ledgerBroken',
  ],
  'no cosignature': [{ proof: witnessed().proof() }, 'awaitingWitness'],
  'a cosignature by a stranger': [{ proof: witnessed().proof(mallory) }, 'awaitingWitness'],
  'a broken cosignature': [{ proof: broken(witnessed().proof(council), 1) }, 'awaitingWitness'],
  'another log under the same name': [{ proof: alone(otherLog).more(9).proof(), seen: seenAlone }, 'ledgerDiffers'],
  'a key put before the one that was seen': [{ proof: keyBefore(), seen }, 'ledgerDiffers'],
  'a log that shrank': [{ proof: alone().more(1).proof(), seen: seenAlone }, 'ledgerDiffers'],
  'a log of the same length with another past': [
    { proof: alone().more(2).enter(round).proof(), seen: seenAlone },
    'ledgerDiffers',
  ],
  'a witness that is kept quiet': [{ proof: { ...witnessed().more(5).proof(), witnesses: [] }, seen }, 'ledgerDiffers'],
  'a witness that the log alone says has gone': [{ proof: sentAway(false).proof(), seen }, 'witnessGone'],
  'a witness that was removed, with none in its place': [{ proof: sentAway(true).proof(), seen }, 'witnessGone'],
  'a stranger in the place of a witness that has gone': [{ proof: sentAway(true).proof(mallory), seen }, 'witnessGone'],
  'a witness invented in the past': [{ proof: inventedWitness(mallory), seen }, 'ledgerDiffers'],
}

/** Returns the attacks after which a device asks for a token all the same. */
async function fooledBy(client: Client): Promise<string[]> {
  const names: string[] = []
  for (const [name, [served]] of Object.entries(attacks))
    if ((await drawing(client(served))) === 'drawn') names.push(name)
  return names
}

describe('T2: before a token is asked for, the round stands in the ledger', () => {
  test.each(Object.entries(attacks))('a device stops at %s', async (_name, [served, answer]) => {
    expect(await drawing(served)).toBe(answer)
  })

  test('control: a device that does not look at the ledger is fooled by every one of them', async () => {
    const honest = witnessed().proof(council)
    expect(await fooledBy(() => ({ proof: honest }))).toEqual(Object.keys(attacks))
  })

  test('control: a device that takes any key for that of the log, because it keeps nothing, is fooled by another past', async () => {
    const forgets: Client = ({ proof }) => ({ proof })
    const remembers = ['ledgerDiffers', 'witnessGone']
    expect(await fooledBy(forgets)).toEqual(Object.keys(attacks).filter(name => remembers.includes(attacks[name]![1])))
  })

  test('control: a device that believes the log about its witnesses is fooled by every one that is sent away', async () => {
    const gone = Object.values(attacks).filter(([, answer]) => answer === 'witnessGone')
    const believing = { ...seen, size: 0, keys: [], witnesses: [] }
    for (const [{ proof }] of gone)
      expect(await checkRoundProof(JSON.stringify(proof), held, believing)).toMatchObject({ ok: true })
    expect(gone).toHaveLength(3)
  })

  test('an honest device draws: with a witness, without one, and with what it saw before', async () => {
    expect(await drawing({ proof: witnessed().proof(council) })).toBe('drawn')
    expect(await drawing({ proof: alone().proof() })).toBe('drawn')
    expect(await drawing({ proof: alone().more(9).proof(), seen: seenAlone })).toBe('drawn')
  })
})

describe('an honest ledger may grow and change hands', () => {
  test('older rounds are proven under older checkpoints, once a witness stands for them', async () => {
    expect(await drawing({ proof: witnessed().more(1).proof(council), seen })).toBe('drawn')
  })

  test('a new witness, and the end of an old one', async () => {
    const grown = witnessed().more(3)
    grown.register('2026-11-21', union)
    expect(await drawing({ proof: grown.proof(council), seen })).toBe('drawn')
    grown.add('2026-11-21', 'witness.removed', { name: council.name })
    grown.witnesses[0]!.until = grown.lines.length - 1
    expect(await drawing({ proof: grown.proof(union), seen })).toBe('drawn')
    const lastSeen = await seenOf(grown.proof(union))
    expect(await drawing({ proof: grown.more(1).proof(union), seen: lastSeen })).toBe('drawn')
    expect(await drawing({ proof: grown.proof(), seen: lastSeen }), 'the new one has to go on').toBe('witnessGone')
  })

  test('a new key that the old one signed, and no other', async () => {
    const rotated = witnessed().more(3)
    rotated.rotate('2026-11-21', otherLog)
    expect(await drawing({ proof: rotated.proof(council), seen })).toBe('drawn')
    const usurped = witnessed().more(3)
    usurped.rotate('2026-11-21', otherLog, mallory)
    expect(await drawing({ proof: usurped.proof(council), seen })).toBe('ledgerBroken')
  })

  test('who was registered after the round need not have seen it', async () => {
    const later = alone()
    later.register('2026-11-21', union)
    expect(await drawing({ proof: later.proof() })).toBe('drawn')
  })
})
