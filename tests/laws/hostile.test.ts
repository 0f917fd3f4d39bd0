import { beforeAll, describe, expect, test } from 'vitest'
import { personRoles, transact } from '#db'
import { roles } from '~/people/rules'
import { gateToMeasure, seatIn } from '../gates/measuring-world'
import { accessTable } from '../people/access-table'
import { asPersonIn } from '../people/cast'
import type { RouteModule } from '../people/knocking'
import { foundHouse, issuingRound } from '../pulses/round-trip'
import { bodiesOf, fieldNames, hostileTexts } from './hostile-bodies'
import { filesMatching } from './reading'

// The law of bad input: whatever is sent to an address of the app, by whoever may do everything, is refused in words
// and never ends in a fault. PostgreSQL refuses texts that SQLite keeps, so this runs on both.

const modules = import.meta.glob<RouteModule>('../../app/routes/*.{ts,tsx}')
const routes = Object.entries(modules).map(([path, load]) => [path.split('/').at(-1)!, load] as const)
const names = fieldNames(filesMatching(/^app\/.*\.tsx?$/))
const everyBody = await bodiesOf(names)
/** Doors that take no word of what is sent, and make keys each time. */
const readNothing = ['app.rounds.$roundId.issue.tsx']
let roundId: string
let gate: Params

beforeAll(async () => {
  await foundHouse({ A: 9 })
  await transact(async tx => {
    for (const role of roles) await tx.insert(personRoles).values({ personId: 'A1', role })
  })
  roundId = await issuingRound()
  const gateId = await gateToMeasure()
  gate = { gateId, groupId: gateId.replace('G', 'W'), useCaseId: gateId.replace('G', 'U') }
  await seatIn(gateId, 'A1')
})

type Deed = NonNullable<RouteModule['loader']>
type Params = Record<string, string>

/** Returns how a deed ended: a status, or `fault` where nothing was said to whoever asked. */
async function endOf(deed: Deed, request: Request, params: Params): Promise<string> {
  const context = { nonce: '', sourceKey: 'law', reference: '' }
  try {
    const answer = await deed({ request, params, context } as never)
    const status = answer instanceof Response ? answer.status : ((answer as Said)?.init?.status ?? 200)
    return status < 500 ? 'said' : `status ${status}`
  } catch (thrown) {
    if (thrown instanceof Response) return thrown.status < 500 ? 'said' : `status ${thrown.status}`
    return `fault ${(thrown as Error).message.slice(0, 200)}`
  }
}
type Said = { init?: { status?: number } | null } | null

/** The parts of an address: those of a round that exists, and some that nobody is given. The web server refuses `%00`. */
const places = ['roundId', 'round', 'promiseId', 'personId', 'token', 'hash', 'commentId', '*']
const paramsOf = (text: string): Params =>
  Object.fromEntries([...places, 'groupId', 'gateId', 'useCaseId', 'proposalId', 'vetoId'].map(name => [name, text]))
const manyParams = (): Params[] => [
  { ...paramsOf('unknown'), roundId, round: roundId, personId: 'A2', ...gate },
  ...['a\ud800b', 'x'.repeat(9000), '__proto__', '👩‍👩‍👧'].map(paramsOf),
]

async function faultsOf(deed: Deed, method: 'loader' | 'action', all = everyBody): Promise<string[]> {
  const found = new Set<string>()
  const { headers } = await asPersonIn('A1', '/')
  const as = (path: string, init: RequestInit = {}) =>
    new Request(`http://localhost:3000${path}`, {
      ...init,
      headers: { ...init.headers, Cookie: headers.get('Cookie')! },
    })
  const look = async (request: Request, params: Params, sent: string) => {
    const end = await endOf(deed, request, params)
    if (end !== 'said') found.add(`${sent}: ${end}`)
  }
  for (const params of manyParams()) {
    if (method === 'action') {
      // What is wrong with a body is tried in full at a round that exists, elsewhere with a few.
      const bodies = params.roundId === roundId ? all : all.slice(0, 2)
      for (const { name, ...init } of bodies) {
        await look(as('/app/somewhere', { method: 'POST', ...init }), params, name)
      }
    }
    for (const [sent, text] of Object.entries(hostileTexts)) {
      if (method === 'action' || text.includes('\0')) continue
      const asked = new URLSearchParams(names.map(name => [name, text.slice(0, 200)]))
      await look(as(`/app/somewhere?${asked}`), params, sent)
    }
  }
  return [...found]
}

describe('whatever is sent to an address of the app, it is refused in words', () => {
  for (const method of ['loader', 'action'] as const) {
    const doors = routes.filter(([name]) => accessTable[name]?.[method])
    test.each(doors)(`${method} of %s`, async (name, load) => {
      const deed = (await load())[method]!
      const bodies = readNothing.includes(name) ? everyBody.slice(0, 2) : undefined
      expect(await faultsOf(deed, method, bodies)).toEqual([])
    })
  }

  test('control: a door that reads what it is sent without care is found', async () => {
    const careless: Deed = async ({ request }) => new Response((await request.json()).unit.trim())
    expect(await faultsOf(careless, 'action')).not.toEqual([])
    expect(await faultsOf(() => new Response(null, { status: 500 }), 'loader')).not.toEqual([])
  })
})
