import { beforeAll, expect, test } from 'vitest'
import { roles, staffKeepers } from '~/people/rules'
import { findPerson, requirePerson, requireRole } from '~/people/session.server'
import { accessTable } from '../people/access-table'
import { foundOrganisation, hire } from '../people/cast'
import { faultsOf, type RouteModule } from '../people/knocking'

// The law of access: no address of the app without a line in the table, none that opens to a wrong role.

const modules = import.meta.glob<RouteModule>('../../app/routes/*.{ts,tsx}')
const routes = Object.entries(modules).map(([path, load]) => [path.split('/').at(-1)!, load] as const)

beforeAll(async () => {
  await foundOrganisation()
  for (const role of roles) await hire(`only-${role}@voorbeeld.nl`, [role])
})

test.each(routes)('%s opens only to whom the table names', async (name, load) => {
  expect(await faultsOf(name, await load(), accessTable[name])).toEqual([])
})

test('the table names no address that does not exist', () => {
  const names = routes.map(([name]) => name)
  expect(Object.keys(accessTable).filter(name => !names.includes(name))).toEqual([])
})

const door = { loader: staffKeepers } as const
const faultsOfLoader = (loader: RouteModule['loader']) => faultsOf('stub.tsx', { loader }, door)

test('control: a door without a check is caught for strangers and for every wrong role', async () => {
  const faults = await faultsOfLoader(() => ({ secret: 42 }))
  expect(faults).toHaveLength(1 + roles.length - staffKeepers.length)
})

test('control: a door that only asks for signing in is caught', async () => {
  const faults = await faultsOfLoader(({ request }) => requirePerson(request))
  expect(faults).toHaveLength(roles.length - staffKeepers.length)
})

test('control: a door that is checked for one role too many is caught', async () => {
  const faults = await faultsOfLoader(({ request }) => requireRole(request, [...staffKeepers, 'hr']))
  expect(faults).toEqual([expect.stringContaining('only hr')])
})

test('control: a door that does its work before it looks who knocks is caught', async () => {
  const faults = await faultsOfLoader(async ({ request }) => {
    if (!(await findPerson(request))) return { ok: false }
    return requireRole(request, staffKeepers)
  })
  expect(faults).toEqual([expect.stringContaining('without a session')])
})

test('control: an action that the table does not know is caught, and so is one that is gone', async () => {
  expect(await faultsOf('stub.tsx', { action: () => null }, {})).toHaveLength(1)
  expect(await faultsOf('stub.tsx', {}, { action: 'everyone' })).toHaveLength(1)
})
