import { conversations, ownKeys, personRoles, persons, teams, transact } from '#db'
import type { ConversationState } from '~/conversations/one-to-ones/rules'
import type { Role } from '~/people/rules'
import { answerOf, asPersonIn, formPost, foundOrganisation } from '../../people/cast'

/** A Monday, some time in the morning. */
export const today = '2026-03-02'
export const morning = new Date(`${today}T09:00:00Z`)

/** Under the lead of the whole are two teams with a lead each; in one of them a team of its own, without a lead. */
const tree = [
  ['top', null],
  ['a', 'top'],
  ['b', 'top'],
  ['night', 'a'],
] as const

const everybody: [id: string, teamId: string, roles: Role[]][] = [
  ['tess', 'top', ['teamLead']],
  ['lea', 'a', ['teamLead']],
  ['emma', 'a', ['agent']],
  ['eric', 'a', ['agent']],
  ['elif', 'a', ['agent']],
  ['noor', 'night', ['agent']],
  ['ben', 'b', ['teamLead']],
  ['bob', 'b', ['agent']],
  ['hans', 'top', ['hr']],
  ['cora', 'a', ['agent', 'worksCouncil']],
  ['dirk', 'top', ['executive']],
  ['piet', 'top', ['projectLead']],
  ['admin', 'top', ['platformAdmin']],
]

/** Everybody who is neither Emma nor Lea: a successor of Lea, the lead above her, colleagues, HR, the works council, management. */
export const others = everybody.map(([id]) => id).filter(id => id !== 'emma' && id !== 'lea')

/** Founds an organisation of teams; the leads have keys. */
export async function foundTalkHouse() {
  await foundOrganisation()
  await transact(async tx => {
    for (const [id, parentId] of tree) await tx.insert(teams).values({ id, name: `Team ${id}`, parentId, siteId: 's' })
    for (const [id, teamId, roles] of everybody) {
      const named = { givenName: id[0]!.toUpperCase() + id.slice(1), surnamePrefix: 'van', surname: 'Merktekendam' }
      await tx.insert(persons).values({ id, email: `${id}@voorbeeld.nl`, teamId, ...named })
      for (const role of roles) await tx.insert(personRoles).values({ personId: id, role })
    }
  })
  for (const lead of ['tess', 'lea', 'ben']) await giveKey(lead)
}

/** Gives somebody a key that stands there and opens nothing: whoever plans a talk never opens one. */
export const giveKey = (personId: string) =>
  transact(tx =>
    tx.insert(ownKeys).values({
      ...{ personId, publicKey: 'p', lockedKey: 'l', salt: 's', iv: 'i', stretching: 1, madeOn: today },
    }),
  )

type Row = Partial<typeof conversations.$inferInsert> & { state: ConversationState }

/** Puts a one-to-one of Emma and Lea there, as it stands. */
export const talkOf = (id: string, row: Row) =>
  transact(tx =>
    tx.insert(conversations).values({
      ...{ id, employeeId: 'emma', leadId: 'lea', invitedBy: 'lead', invitedOn: today, isCounted: false },
      ...row,
    }),
  )

type Route = { loader?: (args: never) => unknown; action?: (args: never) => unknown }
type Knock = { path?: string; params?: Record<string, string> }

/** Opens a page as somebody. */
export const open = (route: Route, personId: string, { path = '/app/somewhere', params = {} }: Knock = {}) =>
  answerOf(async () => route.loader!({ request: await asPersonIn(personId, path), params, context: {} } as never))

/** Sends a form as somebody. */
export const send = (route: Route, personId: string, values: Record<string, string>, params = {}) =>
  answerOf(async () => {
    const request = await asPersonIn(personId, '/app/somewhere', formPost(values))
    return route.action!({ request, params, context: {} } as never)
  })
