import QRCode from 'qrcode'
import { beforeAll, expect, test } from 'vitest'
import { migrate, transact } from '#db'
import { config } from '~/config.server'
import { keepCosignature } from '~/ledger/cosigning/store.server'
import { witnessesSeen } from '~/ledger/ledger-page.server'
import { bodyOf, cosignatureLine, keyTypes, verifierKey } from '~/ledger/note'
import { exportLog, latestCheckpoint } from '~/ledger/served.server'
import { addWitness, openLedger } from '~/ledger/store.server'
import { verifierSha256 } from '~/ledger/verifier.server'
import * as page from '~/routes/ledger.poster'
import { council } from './log-builder'

const noon = new Date('2026-03-02T12:00:00Z')
const facts = async () => (await page.loader({ request: new Request('http://localhost/ledger/poster') } as never)).facts

beforeAll(() => migrate())

test('without a ledger there is nothing to print', async () => {
  expect(await facts()).toBeNull()
})

test('the poster holds what somebody needs to expose a rewritten past', async () => {
  await openLedger(noon)
  const [name, size, root] = (await exportLog()).checkpoint.split('\n')
  const shown = await facts()
  expect(shown).toMatchObject({ name, size: Number(size), root, day: '2026-03-02', witnesses: [], verifierSha256 })
  expect(shown!.address).toBe(`${config.origin}/ledger`)
})

test('its code is that of the address, square for square; control: not of another', async () => {
  const { code, address } = (await facts())!
  expect(squaresOf(address)).toEqual([...code.path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)].map(([, x, y]) => `${x} ${y}`))
  expect(squaresOf(`${address}x`)).not.toEqual(squaresOf(address))
})

function squaresOf(address: string) {
  const { size, data } = QRCode.create(address, { errorCorrectionLevel: 'M' }).modules
  const places = Array.from({ length: size * size }, (_, place) => place).filter(place => data[place])
  return places.map(place => `${place % size} ${Math.floor(place / size)}`)
}

test('a witness stands there with the day of what it signed last', async () => {
  const key = verifierKey(council, keyTypes.witness)
  await transact(tx => addWitness(tx, { name: council.name, key, of: 'worksCouncil' }, noon))
  expect(await witnessesSeen()).toEqual([{ name: council.name }])
  const body = bodyOf((await latestCheckpoint())!)
  await transact(tx => keepCosignature(tx, 2, cosignatureLine(body, council, noon), noon))
  expect(await witnessesSeen()).toEqual([{ name: council.name, size: 2, signedOn: '2026-03-02' }])
  expect((await facts())!.witnesses).toEqual([council.name])
})
