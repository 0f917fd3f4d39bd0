import { eq } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { db, issuances, ledgerCheckpoints, transact } from '#db'
import { awaitsWitness, witnessOfRound } from '~/ledger/awaiting.server'
import { keepCosignature } from '~/ledger/cosigning/store.server'
import { bodyOf, cosignatureLine, keyTypes, type Signer, verifierKey } from '~/ledger/note'
import { addWitness, append, removeWitness } from '~/ledger/store.server'
import { closeBallotBox } from '~/pulses/ballot-box.server'
import { endAsVoid } from '~/pulses/closing.server'
import { issue } from '~/pulses/issuing.server'
import { beginAnswering } from '~/pulses/opening.server'
import { findRound } from '~/pulses/store.server'
import { moveRounds } from '~/timetable.server'
import { blindedToken, foundHouse, issuingRound } from '../pulses/round-trip'
import { council, union } from './log-builder'

const at = new Date('2026-11-23T09:00:00Z')
let round = ''

beforeAll(async () => {
  await foundHouse({ A: 9 })
  return closeBallotBox
})

beforeEach(() => () => endAsVoid(round, 'mistake'))

const register = ({ name, key }: Signer) =>
  transact(tx => addWitness(tx, { name, key: verifierKey({ name, key }, keyTypes.witness), of: 'worksCouncil' }, at))
const remove = ({ name }: Signer) => transact(tx => removeWitness(tx, name, at))

/** Signs the checkpoint after `size` entries, as a witness does. */
async function cosign(witness: Signer, size: number) {
  const [point] = await db.select().from(ledgerCheckpoints).where(eq(ledgerCheckpoints.size, size))
  const line = cosignatureLine(bodyOf(point!.note), witness, at)
  return transact(tx => keepCosignature(tx, size, line, at))
}

const seqOf = async () => (await findRound(round))!.openedSeq!
const waits = async () => awaitsWitness(db, await seqOf())
const draws = async (person: string) => {
  const signed = await issue(person, round, (await blindedToken(round, 'U1')).blinded)
  return signed.ok || signed.because
}
const opens = async () => {
  const opened = await beginAnswering(round)
  return opened.ok || opened.because
}

test('without a witness nothing waits, and whoever becomes one later had no say in it', async () => {
  round = await issuingRound()
  expect([await waits(), await draws('A1')]).toEqual([false, true])
  await register(council)
  expect([await waits(), await draws('A2'), await witnessOfRound(round)]).toEqual([false, true, undefined])
})

describe('with a witness', () => {
  test('no token goes out and nothing opens until it has cosigned what covers the round', async () => {
    round = await issuingRound()
    const seq = await seqOf()
    expect([await waits(), await draws('A1'), await opens()]).toEqual([true, 'awaiting_witness', 'witnessMissing'])
    expect(await db.select().from(issuances).where(eq(issuances.roundId, round))).toEqual([])
    expect(await cosign(council, seq)).toBe(true)
    expect([await waits(), await draws('A1')]).toEqual([true, 'awaiting_witness'])
    expect(await cosign(council, seq + 1)).toBe(true)
    expect([await waits(), await draws('A1'), await opens()]).toEqual([false, true, true])
    expect(await witnessOfRound(round)).toEqual({ name: council.name, at })
    await register(union)
    expect([await waits(), await draws('A2')]).toEqual([false, true])
    await remove(council)
    await remove(union)
  })

  test('one that was removed is not waited for, and one who came back came too late', async () => {
    await register(union)
    round = await issuingRound()
    expect(await waits()).toBe(true)
    await remove(union)
    expect([await waits(), await draws('A1')]).toEqual([false, true])
    await register(union)
    expect([await waits(), await draws('A2')]).toEqual([false, true])
  })

  test('a later checkpoint covers the round as well, by any one of them', async () => {
    await register(council)
    round = await issuingRound()
    const last = await transact(tx => append(tx, { type: 'round.void', data: { round: 'R0', reason: 'mistake' } }, at))
    expect(await cosign(union, last + 1)).toBe(true)
    expect([await waits(), await opens()]).toEqual([false, true])
  })

  test('a round that is not witnessed before its last day is over ends as void', async () => {
    round = await issuingRound()
    await moveRounds(new Date('2026-12-04T11:00:00Z'))
    expect(await findRound(round)).toMatchObject({ state: 'issuing', awaitsWitness: true })
    await moveRounds(new Date('2026-12-05T11:00:00Z'))
    expect(await findRound(round)).toMatchObject({ state: 'void', voidReason: 'neverOpened' })
  })
})
