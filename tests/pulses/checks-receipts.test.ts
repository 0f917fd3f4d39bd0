import { beforeAll, describe, expect, test } from 'vitest'
import { checkList, holdsReceipt, typedReceipt } from '~/ballot-box/receipt-list'
import { ballotsOf, roundOf } from '~/ballot-box/store.server'
import { receiptOf } from '~/ballot-box/token'
import { ballotBox, closeBallotBox } from '~/pulses/ballot-box.server'
import { closeAndCount } from '~/pulses/closing.server'
import { loader } from '~/routes/ledger.rounds.$round_.results[.json]'
import { answerOf } from '../people/cast'
import { castAll, foundHouse, issuingRound, openedRound, peopleOf } from './round-trip'

const teams = { A: 9, B: 9 }
let round = ''
let receipt = ''
let list = ''
let proof = ''

const proofOf = (id: string) =>
  answerOf(() => loader({ params: { round: id }, request: new Request('http://localhost/'), context: {} } as never))
const bytes = (text: string) => new TextEncoder().encode(text) as Uint8Array<ArrayBuffer>

beforeAll(async () => {
  await foundHouse(teams)
  round = await issuingRound()
  await openedRound(round)
  await castAll(
    round,
    peopleOf(teams).map(person => ({ person, unit: person.startsWith('A') ? 'U1' : 'U2', answer: 4 })),
  )
  receipt = await receiptOf([...ballotsOf(ballotBox(), round)][0]!.sealed)
  await closeAndCount(round)
  list = roundOf(ballotBox(), round)!.receipts!
  proof = await ((await proofOf(round)) as Response).text()
  return closeBallotBox
})

describe('the list of receipts', () => {
  test('is the one in the ledger, and holds the receipt that somebody kept', async () => {
    const verdict = await checkList(bytes(list), proof, { round })
    if (verdict.is !== 'inLedger') throw new Error(verdict.is)
    expect(verdict.receipts).toHaveLength(18)
    expect(holdsReceipt(verdict.receipts, receipt)).toBe(true)
    expect(holdsReceipt(verdict.receipts, receipt.slice(0, 12))).toBe(true)
    expect(holdsReceipt(verdict.receipts, `${'0'.repeat(63)}1`)).toBe(false)
    expect(await checkList(bytes(list), proof, { round, seen: verdict.seen })).toMatchObject({ is: 'inLedger' })
  })

  test('control: one receipt left out, put in, changed or doubled no longer fits the ledger', async () => {
    const lines = list.split('\n').filter(Boolean)
    const other = `${'0'.repeat(63)}1`
    for (const tampered of [lines.slice(1), [...lines, other], [other, ...lines.slice(1)], [...lines, lines[0]!]]) {
      const verdict = await checkList(bytes(tampered.map(line => `${line}\n`).join('')), proof, { round })
      expect(verdict).toEqual({ is: 'differs' })
    }
  })

  test('control: a proof of another round, a changed entry or a broken path proves nothing', async () => {
    const read = JSON.parse(proof)
    const changed = [
      { ...read, entry: read.entry.replace('"rejected":0', '"rejected":1') },
      { ...read, path: read.path.slice(1) },
      { ...read, checkpoint: read.checkpoint.replace(/\d+\n/, '99\n') },
    ]
    for (const one of changed)
      expect(await checkList(bytes(list), JSON.stringify(one), { round })).toEqual({ is: 'differs' })
    expect(await checkList(bytes(list), proof, { round: 'R9' })).toEqual({ is: 'differs' })
    expect(await checkList(bytes(list), 'nonsense', { round })).toEqual({ is: 'differs' })
  })

  test('has no proof before the round is published, or for a round that is not there', async () => {
    expect(await proofOf('R9')).toMatchObject({ status: 404 })
    expect(await proofOf('R_')).toMatchObject({ status: 404 })
  })
})

test('a receipt is understood as people keep it', () => {
  const whole = 'ab'.repeat(32)
  expect(typedReceipt(`https://voorbeeld.nl/ballot/R1\n${whole}\n`)).toBe(whole)
  expect(typedReceipt('ABAB-ABAB-ABAB')).toBe('abababababab')
  for (const typed of ['', 'abab', 'https://voorbeeld.nl/ballot/R1', 'zzzz-zzzz-zzzz']) {
    expect(typedReceipt(typed)).toBeUndefined()
  }
})
