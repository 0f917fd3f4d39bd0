import type { LoaderFunctionArgs } from '@remix-run/node'
import { roles } from '~/people/rules'
import type { Access, Door } from './access-table'
import { asPersonIn } from './cast'

type Deed = (args: LoaderFunctionArgs) => unknown
/** A route file as the law sees it. */
export type RouteModule = { loader?: Deed; action?: Deed }

const unknownParams = {
  roundId: 'unknown',
  promiseId: 'unknown',
  personId: 'unknown',
  talkId: 'unknown',
  agreementId: 'unknown',
  token: 'unknown',
  '*': 'unknown',
}

/** Knocks at one door as everybody who may not enter. @returns a sentence for each time it opened, and for each surprise. */
export async function faultsOf(name: string, route: RouteModule, door: Door | undefined): Promise<string[]> {
  const faults: string[] = []
  for (const method of ['loader', 'action'] as const) {
    const deed = route[method]
    const access = door?.[method]
    if (deed && !access) faults.push(`${name}: its ${method} is not in tests/people/access-table.ts`)
    if (!deed && access) faults.push(`${name}: the table names a ${method} that it does not have`)
    if (deed && access) faults.push(...(await knock({ name: `${name} ${method}`, deed, access, door: door! })))
  }
  return faults
}

type Knock = { name: string; deed: Deed; access: Access; door: Door }

async function knock({ name, deed, access, door }: Knock): Promise<string[]> {
  if (access === 'everyone') return []
  const init = name.endsWith('action') ? { method: 'POST', body: new URLSearchParams() } : {}
  const params = { ...unknownParams, ...door.params }
  const faults: string[] = []
  const stranger = await outcomeOf(deed, new Request('http://localhost:3000/app/somewhere', init), params)
  const expected = door.signedOut ? String(door.signedOut) : 'to sign-in'
  if (stranger !== expected) faults.push(`${name}: without a session it answers "${stranger}", not "${expected}"`)
  if (access === 'signedIn') return faults
  for (const role of roles.filter(role => !access.includes(role))) {
    const answer = await outcomeOf(deed, await asPersonIn(`only-${role}`, '/app/somewhere', init), params)
    const refusal = String(door.wrongRole ?? 403)
    if (answer !== refusal)
      faults.push(`${name}: to a person who is only ${role} it answers "${answer}", not ${refusal}`)
  }
  return faults
}

async function outcomeOf(deed: Deed, request: Request, params: Record<string, string>): Promise<string> {
  const context = { nonce: '', sourceKey: 'law', reference: '' }
  try {
    return describe(await deed({ request, params, context } as unknown as LoaderFunctionArgs))
  } catch (thrown) {
    return thrown instanceof Response ? describe(thrown) : `fault ${(thrown as Error).message}`
  }
}

function describe(answer: unknown): string {
  if (answer instanceof Response) {
    const to = answer.headers.get('Location')
    return to?.startsWith('/app/sign-in') ? 'to sign-in' : to ? `redirect ${to}` : String(answer.status)
  }
  const status = (answer as { init?: { status?: number } | null } | null)?.init?.status
  return `data ${status ?? 200}`
}
