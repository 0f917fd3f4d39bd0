import { count, eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { db, migrate, organisation, transact } from '#db'

const organisations = async () => {
  const [row] = await db.select({ n: count().mapWith(Number) }).from(organisation)
  return row!.n
}

beforeAll(() => migrate())

test('what is written inside one transact is kept as a whole or not at all', async () => {
  await expect(
    transact(async tx => {
      await tx.insert(organisation).values({ id: 'lost', name: 'Nobody' })
      throw new Error('the rule says no')
    }),
  ).rejects.toThrow('the rule says no')
  expect(await organisations()).toBe(0)

  await transact(tx => tx.insert(organisation).values({ id: 'kept', name: 'Somebody' }))
  expect(await organisations()).toBe(1)
})

test('the engine itself refuses to write outside transact', async () => {
  await expect((async () => db.insert(organisation).values({ id: 'sly', name: 'Sly' }))()).rejects.toThrow()
  expect(await organisations()).toBe(1)
})

test('a nested transact is refused instead of waiting for itself for ever', async () => {
  await expect(transact(() => transact(async () => 1))).rejects.toThrow(/nested/)
})

test('fifty writers at once wait for each other and lose nothing', async () => {
  await transact(tx => tx.insert(organisation).values({ id: 'counter', name: '0' }))
  const addOne = () =>
    transact(async tx => {
      const [row] = await tx.select().from(organisation).where(eq(organisation.id, 'counter'))
      await tx
        .update(organisation)
        .set({ name: String(Number(row!.name) + 1) })
        .where(eq(organisation.id, 'counter'))
    })
  await Promise.all(Array.from({ length: 50 }, addOne))
  const [row] = await db.select().from(organisation).where(eq(organisation.id, 'counter'))
  expect(row!.name).toBe('50')
})
