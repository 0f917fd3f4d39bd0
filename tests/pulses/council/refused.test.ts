import { beforeAll, describe, expect, test } from 'vitest'
import { generateIssueKey, publicBytes } from '~/ballot-box/blind-signing.server'
import { fromBase64url, toBase64url } from '~/ballot-box/bytes'
import { importBoxKey, seal } from '~/ballot-box/seal.client'
import { slipCode, slipHash, slipNullifier, slipProof } from '~/ballot-box/slips/slip-code'
import { castMany } from '~/ballot-box/store.server'
import { nullifierOf, tokenMessage } from '~/ballot-box/token'
import { ballotBox, closeBallotBox } from '~/pulses/ballot-box.server'
import { closeAndCount } from '~/pulses/closing.server'
import { acceptCount, readSubmission } from '~/pulses/council/counting.server'
import { type CouncilKeys, openCouncilFile, readCouncilFile } from '~/pulses/council/file'
import { type MadeKey, makeCouncilKey } from '~/pulses/council/key.client'
import { recordHeldKeys } from '~/pulses/council/store.server'
import { findRound } from '~/pulses/store.server'
import type { Tally } from '~/pulses/tally'
import { foundHouse, manifestFor, openedRound, peopleOf, today } from '../round-trip'
import { castWithTokens, councilRound, countHere, download, drawToken, opened, passphrase } from './round'
import { signedHere } from './signed'

const teams = { A: 9, B: 12 }
const at = new Date()
let round = ''
let made: MadeKey
let keys: CouncilKeys
let taken: Awaited<ReturnType<typeof download>>
let honest: Tally
let unused: Awaited<ReturnType<typeof drawToken>>

beforeAll(async () => {
  await foundHouse(teams)
  ;({ round, made } = await councilRound())
  keys = await opened(made)
  await openedRound(round)
  const filled = peopleOf(teams).map(person => ({ person, unit: person.startsWith('A') ? 'U1' : 'U2', answer: 2 }))
  await castWithTokens(round, filled.slice(0, 19))
  unused = await drawToken('B12', round, 'U2')
  await closeAndCount(round)
  taken = await download(round)
  const counted = await countHere(taken, keys)
  if (!counted.ok) throw new Error(counted.because)
  honest = counted.value
  return closeBallotBox
})

/** Seals a ballot as a hostile server could: the box key is public. */
async function stuffed(unit: string, input: Uint8Array, signature: Uint8Array, mark?: Uint8Array) {
  const boxKey = await importBoxKey(fromBase64url((await manifestFor(round)).box_key_spki))
  const nullifier = mark ?? (await nullifierOf(Uint8Array.from(input)))
  const sealed = await seal(boxKey, { v: 1, a: { [honest.cells[0]!.itemId]: 5 }, c: '' }, { round, unit, nullifier })
  const texts = { nullifier, sealed, input, signature }
  return { unit, ...(Object.fromEntries(Object.entries(texts).map(([k, v]) => [k, toBase64url(v)])) as typeof asText) }
}
declare const asText: { nullifier: string; sealed: string; input: string; signature: string }

/** A ballot as the box writes it for whoever answers with a slip. */
const onPaper = async (code: string) =>
  stuffed('U1', await slipProof(round, code), new Uint8Array(), await slipNullifier(round, code))

const counting = (more: typeof taken.ballots, ballots = taken.ballots) =>
  countHere(
    { material: { ...taken.material, ballots: ballots.length + more.length }, ballots: [...ballots, ...more] },
    keys,
  )
const rejectedWith = async (more: typeof taken.ballots) => {
  const counted = await counting(more)
  return counted.ok && { ...counted.value, comments: honest.comments }
}

describe('a ballot that no person cast', () => {
  const input = () => {
    const chance = crypto.getRandomValues(new Uint8Array(32))
    return Uint8Array.from([...chance, ...tokenMessage(round, 'U1', chance)])
  }
  test('is rejected when its token was never signed', async () => {
    const found = await rejectedWith([await stuffed('U1', input(), new Uint8Array(256))])
    expect(found).toEqual({ ...honest, rejected: 1 })
  })

  test('is rejected without any token, with a slip that was never made, and with the token of another ballot', async () => {
    const [first] = taken.ballots
    const { input: _, signature: __, ...bare } = await stuffed('U1', input(), new Uint8Array(256))
    const paper = await onPaper(slipCode(crypto.getRandomValues(new Uint8Array(10))))
    const borrowed = { ...bare, input: first!.input, signature: first!.signature }
    expect(await rejectedWith([bare, paper, borrowed])).toEqual({ ...honest, rejected: 3 })
  })

  test('control: with a slip that was made for this unit it counts, once', async () => {
    const code = slipCode(crypto.getRandomValues(new Uint8Array(10)))
    const ballots = [...taken.ballots, await onPaper(code), await onPaper(code)]
    const hash = toBase64url(await slipHash(round, code))
    const count = (unit: string) =>
      countHere({ material: { ...taken.material, slips: [[hash, unit]], ballots: ballots.length }, ballots }, keys)
    expect(await count('U1')).toMatchObject({ value: { counted: 20, rejected: 1 } })
    expect(await count('U2')).toMatchObject({ value: { counted: 19, rejected: 2 } })
  })

  test('is rejected when it comes twice, or with a token of another unit', async () => {
    const [first] = taken.ballots
    const elsewhere = { ...taken.ballots[1]!, unit: taken.ballots[1]!.unit === 'U1' ? 'U2' : 'U1' }
    expect(await rejectedWith([first!, elsewhere])).toMatchObject({ rejected: 2, counted: 19 })
  })

  test('control: with the signed token of somebody who has not answered it does count', async () => {
    const ballot = await stuffed('U2', unused.input, unused.signature)
    const { input: _, ...bare } = ballot
    expect(await counting([ballot])).toMatchObject({ value: { counted: 20, rejected: 0 } })
    expect(await counting([bare])).toMatchObject({ value: { counted: 19, rejected: 1 } })
  })

  test('a download that was cut short is no round', async () => {
    const cut = { material: taken.material, ballots: taken.ballots.slice(1) }
    expect(await countHere(cut, keys)).toEqual({ ok: false, because: 'incomplete' })
  })
})

describe('a file or a passphrase that does not fit', () => {
  test('is told apart: a damaged file, a wrong passphrase, the key of another round, another key of this round', async () => {
    expect(readCouncilFile(made.file.slice(0, 400))).toBeUndefined()
    expect(readCouncilFile(made.file.replace('council-key', 'witness-key'))).toBeUndefined()
    expect(readCouncilFile('{}')).toBeUndefined()
    const file = readCouncilFile(made.file)!
    expect(await openCouncilFile(file, 'niet de goede wachtzin')).toBeUndefined()
    expect(await openCouncilFile({ ...file, round: 'R9' }, passphrase)).toBeUndefined()
    const others = [await makeCouncilKey('R9', passphrase), await makeCouncilKey(round, passphrase)]
    const found = await Promise.all(others.map(async other => countHere(taken, await opened(other))))
    expect(found.map(one => !one.ok && one.because)).toEqual(['otherRound', 'otherKey'])
  })

  test('a wrong passphrase takes as long as the right one, and locks nobody out', async () => {
    const file = readCouncilFile(made.file)!
    const begun = performance.now()
    for (let turn = 0; turn < 3; turn++) expect(await openCouncilFile(file, `poging ${turn}`)).toBeUndefined()
    expect((performance.now() - begun) / 3).toBeGreaterThan(30)
    expect(await openCouncilFile(file, passphrase)).toBeDefined()
  })
})

describe('public halves that are not those of a council key', () => {
  test('are refused, and once tokens go out so is every other key', async () => {
    const weak = publicBytes((await generateIssueKey()).publicKey).toString('base64url')
    for (const wrong of [{ boxKey: weak }, { boxKey: 'x' }, { signingKey: made.signingKey.replace(round, 'R9') }])
      expect(await recordHeldKeys({ ...made, ...wrong }, today)).toEqual({ ok: false, because: 'notAKey' })
    expect(await recordHeldKeys(made, today)).toEqual({ ok: false, because: 'tooLate' })
  })
})

describe('a forged count', () => {
  const change = async (changed: Partial<Tally>, by = keys) => {
    const found = await acceptCount(round, await signedHere({ ...honest, ...changed }, by), at)
    return found.ok ? 'published' : found.because
  }
  const cellWith = (changed: Partial<Tally['cells'][number]>) => ({
    cells: [{ ...honest.cells[0]!, ...changed }, ...honest.cells.slice(1)],
  })

  test('is refused with another signature, or with figures that were changed after signing', async () => {
    expect(await change({}, await opened(await makeCouncilKey(round, passphrase)))).toBe('signatureWrong')
    const signed = await signedHere(honest, keys)
    const bent = { ...honest, comments: [{ cellId: 'U1+U2', labels: [], unitIds: ['U1', 'U2'], bodies: ['x'] }] }
    expect(await acceptCount(round, { ...signed, tally: bent }, at)).toEqual({ ok: false, because: 'signatureWrong' })
  })

  test('is refused when it breaks a rule of disclosure, also with the right signature', async () => {
    expect(await change(cellWith({ n: 6 }))).toBe('cellTooSmall')
    expect(await change(cellWith({ itemId: 'P99' }))).toBe('questionUnknown')
    expect(await change(cellWith({ unitIds: ['U9'], cellId: 'U9' }))).toBe('unitUnknown')
    expect(await change(cellWith({ unitIds: ['U1', 'U2'], cellId: 'U1+U2' }))).toBe('cellsOverlap')
    expect(await change({ cells: honest.cells.slice(1) })).toBe('cellsOverlap')
    expect(await change(cellWith({ favourable: [1, 1] }))).toBe('figureImpossible')
    expect(await change(cellWith({ favourable: [0, 2] }))).toBe('figureImpossible')
    expect(await change({ counted: 20 })).toBe('countsDiffer')
    expect(await change({ counted: 21, rejected: -2 })).toBe('countsDiffer')
    const turnout = [{ ...honest.ballotsPerCell[0]!, ballots: 19 }]
    expect(await change({ ballotsPerCell: turnout })).toBe('cellsOverlap')
    const few = { cellId: 'U1+U2', labels: ['Voorbeeld'], unitIds: ['U1', 'U2'], bodies: ['x'] }
    expect(await change({ comments: [few] })).toBe('commentsTooFew')
    expect((await findRound(round))!.closingStep).toBe('boxShut')
  })

  test('cannot carry anything but figures', async () => {
    const signed = await signedHere(honest, keys)
    expect(readSubmission(JSON.stringify(signed))).toEqual(signed)
    expect(readSubmission(JSON.stringify({ ...signed, ballots: [] }))).toBeUndefined()
    expect(readSubmission(JSON.stringify({ ...signed, tally: { ...honest, answers: [] } }))).toBeUndefined()
    expect(readSubmission('not json')).toBeUndefined()
  })

  test('control: the honest count is taken, and only once', async () => {
    expect(await change({})).toBe('published')
    expect(await change({})).toBe('alreadyCounted')
  })
})

test('the box takes no ballot after closing, so nobody can add one while the council counts', async () => {
  const [ballot] = taken.ballots
  const bytes = { nullifier: crypto.getRandomValues(new Uint8Array(32)), sealed: fromBase64url(ballot!.sealed) }
  expect(castMany(ballotBox(), [{ ...bytes, round, unit: 'U1' }])).toEqual(['notOpen'])
})
