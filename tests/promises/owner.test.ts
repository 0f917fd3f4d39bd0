import { beforeAll, expect, test } from 'vitest'
import { db, ledgerEntries, ledgerOpenings } from '#db'
import { findPromise } from '~/promises/reading.server'
import { recordAmendment, recordPromise } from '~/promises/store.server'
import { foundOrganisation } from '../people/cast'

const director = { roles: ['executive' as const] }
const at = new Date('2026-03-02T10:00:00Z')
const today = '2026-03-02'
const said = {
  ...{ text: 'Elke week 1 uur.', why: 'w', scope: 's', exclusions: 'e', measure: 'm', ownerRole: 'executive' as const },
  ...{ madeOn: today, dueOn: '2026-12-31', ownerName: 'Marieke de Boer' },
}

const log = async () => (await db.select().from(ledgerEntries).orderBy(ledgerEntries.seq)).map(row => row.bytes)
const owners = async () =>
  (await db.select().from(ledgerOpenings).orderBy(ledgerOpenings.seq)).flatMap(row =>
    row.key === 'owner' ? row.text : [],
  )

beforeAll(foundOrganisation)

test('whoever answers for a promise by name stands on its page, and in the ledger only as a commitment', async () => {
  await recordPromise(said, director, at)
  expect(await findPromise('P-1', today)).toMatchObject({ now: { ownerName: said.ownerName } })
  expect((await log()).join()).not.toContain('Marieke')
  expect(JSON.parse((await log()).at(-1)!).commit.owner).toMatch(/^[0-9a-f]{64}$/)
})

test('somebody else takes over, or nobody by name any more: each time as an amendment', async () => {
  const amended = async (ownerName: string, seen: number) => {
    const words = { ...(await findPromise('P-1', today))!.now, ownerName }
    return recordAmendment('P-1', { seen, words, reason: 'Een andere functie.' }, director, at)
  }
  expect(await amended('Sam Yilmaz', 1)).toMatchObject({ ok: true })
  expect(await amended('Sam Yilmaz', 2)).toMatchObject({ because: 'nothingChanged' })
  expect(await amended('', 2)).toMatchObject({ ok: true })
  expect(await findPromise('P-1', today)).toMatchObject({
    first: { ownerName: said.ownerName },
    now: { ownerName: '' },
  })
  expect(await owners()).toEqual([said.ownerName, 'Sam Yilmaz', ''])
})

test('a promise without a name commits to none', async () => {
  await recordPromise({ ...said, text: 'Zonder naam', ownerName: '' }, director, at)
  expect(JSON.parse((await log()).at(-1)!).commit).not.toHaveProperty('owner')
})
