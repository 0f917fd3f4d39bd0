import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { persons, transact } from '#db'
import { monthCounted } from '~/conversations/figures/counted.server'
import { findMonthKey, slipKeyOf } from '~/conversations/figures/month-key.server'
import { foundTeams } from '../team/cast'

const at = new Date('2026-11-22T12:00:00Z')
const leave = (id: string) => transact(tx => tx.update(persons).set({ leftAt: at }).where(eq(persons.id, id)))

/** Which teams each lead may know the talks of. */
async function known() {
  await findMonthKey(at)
  const cut = { tree: { id: 'U1', label: 'U1' }, units: [] }
  const { knownWith } = await monthCounted('2026-11', cut, slipKeyOf('2026-11')!)
  const groups = new Set([...knownWith.values()].flat())
  return Object.fromEntries(
    [...groups].map(one => [
      one,
      [...knownWith]
        .filter(([, some]) => some.includes(one))
        .map(([team]) => team)
        .sort(),
    ]),
  )
}

let cast: Awaited<ReturnType<typeof foundTeams>>
beforeAll(async () => {
  cast = await foundTeams()
})

test('a lead may know the talks of the own teams, and a lead above those of every team below', async () => {
  expect(await known()).toMatchObject({
    'nearest morning': ['morning'],
    'nearest dept': ['dept', 'night'],
    'below dept': ['dept', 'morning', 'night'],
    'below morning': ['morning'],
  })
})

test('of two leads one goes, and of a team whose last lead went the one above knows the talks', async () => {
  await leave(cast.second.id)
  expect(await known()).toHaveProperty('nearest morning')
  await leave(cast.lead.id)
  const now = await known()
  expect(now).not.toHaveProperty('nearest morning')
  expect(now['nearest dept']).toEqual(['dept', 'morning', 'night'])
})
