import { migrate, organisation, personRoles, persons, sites, teams, transact } from '#db'
import type { Role } from '~/people/rules'
import { startSession } from '~/people/session.server'

/** An organisation with one site and one team, to hire people into. */
export async function foundOrganisation() {
  await migrate()
  await transact(async tx => {
    await tx.insert(organisation).values({ id: 'o', name: 'Voorbeeld' }).onConflictDoNothing()
    await tx.insert(sites).values({ id: 's', name: 'Zwolle', jurisdiction: 'NL' }).onConflictDoNothing()
    await tx.insert(teams).values({ id: 't', name: 'Team Een', parentId: null, siteId: 's' }).onConflictDoNothing()
  })
}

/** Hires somebody; the id is the part of the e-mail before the @. */
export async function hire(email: string, roles: Role[] = ['agent'], passwordHash: string | null = null) {
  const id = email.split('@')[0]!
  const row = { id, email, givenName: id, surnamePrefix: '', surname: 'Test', teamId: 't', passwordHash }
  await transact(async tx => {
    await tx.insert(persons).values(row)
    for (const role of roles) await tx.insert(personRoles).values({ personId: id, role })
  })
  return id
}

/** A request as a signed-in browser sends it. */
export async function asPersonIn(personId: string, path: string, init: RequestInit = {}) {
  const cookie = (await startSession(personId)).split(';')[0]!
  return new Request(`http://localhost:3000${path}`, { ...init, headers: { ...init.headers, Cookie: cookie } })
}

/** A form post as a browser without JavaScript sends it. */
export const formPost = (values: Record<string, string>): RequestInit => ({
  method: 'POST',
  body: new URLSearchParams(values),
})

/** Runs a deed that answers by throwing a Response, as doors do. */
export async function answerOf(deed: () => Promise<unknown>): Promise<unknown> {
  try {
    return await deed()
  } catch (thrown) {
    if (thrown instanceof Response) return thrown
    throw thrown
  }
}
