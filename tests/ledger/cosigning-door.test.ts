import { beforeAll, expect, test, vi } from 'vitest'
import * as database from '#db'
import { receiveCosignature } from '~/ledger/cosigning/door.server'
import { bodyOf, cosignatureLine, keyTypes, verifierKey } from '~/ledger/note'
import { exportLog } from '~/ledger/served.server'
import { addWitness, append, openLedger } from '~/ledger/store.server'
import { findWitness } from '~/ledger/witnesses/store.server'
import { foundOrganisation } from '../people/cast'
import { signer } from './log-builder'

vi.mock('#db', async original => {
  const real = await original<typeof database>()
  return { ...real, transact: vi.fn(real.transact) }
})

const anna = signer('or.voorbeeld.nl/anna')
const at = new Date()

/** Sends what anybody can send. @returns the outcome, and how often everybody else had to wait for it */
async function sent(body: unknown) {
  const before = vi.mocked(database.transact).mock.calls.length
  const request = new Request('http://localhost', { method: 'POST', body: JSON.stringify(body) })
  const decision = await receiveCosignature(request, at)
  const said = decision.ok ? 'kept' : decision.because
  return [said, vi.mocked(database.transact).mock.calls.length - before]
}

const lineOf = async (by = anna) => {
  const { checkpoint } = await exportLog()
  return { size: Number(checkpoint.split('\n')[1]), line: cosignatureLine(bodyOf(checkpoint), by, at) }
}

beforeAll(async () => {
  await foundOrganisation()
  await openLedger(at)
  const key = verifierKey(anna, keyTypes.witness)
  await database.transact(tx => addWitness(tx, { name: anna.name, key, of: 'worksCouncil' }, at))
  await database.transact(tx => append(tx, { type: 'client.released', data: { files: [] } }, at))
})

test('what would not be kept makes nobody wait; control: what is kept does, once', async () => {
  const good = await lineOf()
  expect(await sent({ ...good, size: 9999 })).toEqual(['unknown_checkpoint', 0])
  expect(await sent({ ...good, line: 'x' })).toEqual(['malformed', 0])
  expect(await sent(await lineOf(signer('or.voorbeeld.nl/niemand')))).toEqual(['unknown_witness', 0])
  expect(await sent(await lineOf({ ...signer('x'), name: anna.name }))).toEqual(['unknown_witness', 0])
  expect(await sent(good)).toEqual(['kept', 1])
  expect(await sent(good)).toEqual(['already_signed', 0])
})

test('a size or a line that no database takes is no fault of ours', async () => {
  const good = await lineOf()
  for (const size of [2 ** 31, 2 ** 53 - 1, 2 ** 60, -1, 1.5, null])
    expect(await sent({ ...good, size })).toEqual(['malformed', 0])
  expect(await sent({ ...good, size: 2 ** 31 - 1 })).toEqual(['unknown_checkpoint', 0])
  expect(await sent({ ...good, line: good.line.replace('anna', 'an\0na') })).toEqual(['malformed', 0])
})

test('a witness under a number that is none, or far too large, is absent', async () => {
  for (const number of [Number.NaN, 1.5, 2 ** 31, 2 ** 53]) expect(await findWitness(number)).toBeUndefined()
  expect(await findWitness(1), 'control').toMatchObject({ name: anna.name })
})
