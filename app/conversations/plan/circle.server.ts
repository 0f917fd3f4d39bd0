import { and, eq, inArray, isNull, ne } from 'drizzle-orm'
import { db, developmentPlans, keyWraps, personRoles, persons } from '#db'
import { fullName, hasRole, type Person } from '~/people/rules'
import { findById } from '~/people/store.server'
import { findLeads } from '../one-to-ones/leads.server'
import { findPublicKeys } from '../sealing/store.server'
import { isOpenTo, type PlanReader, type PlanSight, planReadingRoles } from './rules'
import type { CirclePerson } from './shown'

// Who a plan can be opened to follows from who leads its owner and who is of HR at the moment it is asked. Whoever takes
// over gets nothing by that alone, and whoever is neither any more reads nothing from then on.

type InCircle = { id: string; name: string; as: PlanReader[] }

/** Returns to whom somebody can open their plan: their nearest lead, or leads where a team has two, and HR. */
export async function circleOf(self: Person): Promise<InCircle[]> {
  const leads = await nearestLeads(self)
  const hr = await peopleOfHr(self.id)
  const isHr = (id: string) => hr.some(one => one.id === id)
  const leading = leads.map(({ id, name }): InCircle => ({ id, name, as: isHr(id) ? ['lead', 'hr'] : ['lead'] }))
  const others = hr.filter(({ id }) => !leads.some(lead => lead.id === id))
  return [...leading, ...others.map((one): InCircle => ({ ...one, as: ['hr'] }))]
}

/** Returns the same people, each with the key they made and whether they can read the plan now. */
export async function circleWithKeys(
  self: Person,
  plan: { id: string; sight: PlanSight } | null,
): Promise<CirclePerson[]> {
  const circle = await circleOf(self)
  const keys = await findPublicKeys(circle.map(({ id }) => id))
  const holders = plan ? await holdersOf(plan.id) : []
  return circle.map(person => ({
    ...person,
    publicKey: keys[person.id] ?? null,
    canRead: plan !== null && isOpenTo(plan.sight, person.as) && holders.includes(person.id),
  }))
}

/** Lists the plans of others that somebody can read now. */
export async function plansOpenTo(reader: Person): Promise<{ planId: string; ownerId: string; of: string }[]> {
  const { id, personId, sight } = developmentPlans
  const rows = await db
    .select({ planId: id, sight, owner: persons })
    .from(keyWraps)
    .innerJoin(developmentPlans, eq(id, keyWraps.thingId))
    .innerJoin(persons, eq(persons.id, personId))
    .where(and(eq(keyWraps.personId, reader.id), ne(personId, reader.id), isNull(persons.leftAt)))
    .orderBy(id)
  const isHr = hasRole(reader, planReadingRoles)
  const open = await Promise.all(
    rows.map(
      async ({ sight, owner }) =>
        (isHr && isOpenTo(sight, ['hr'])) || (isOpenTo(sight, ['lead']) && isLed(owner.id, reader)),
    ),
  )
  return rows
    .filter((_, at) => open[at])
    .map(({ planId, owner }) => ({ planId, ownerId: owner.id, of: fullName(owner) }))
}

async function isLed(ownerId: string, reader: Person): Promise<boolean> {
  const owner = await findById(ownerId)
  return owner !== undefined && (await nearestLeads(owner)).some(({ id }) => id === reader.id)
}

/** Whoever leads the team above reads nothing: a plan that is open to "my lead" is open to the nearest. */
async function nearestLeads(owner: Person) {
  const leads = await findLeads(owner)
  return leads.filter(({ teamId }) => teamId === leads[0]!.teamId)
}

async function holdersOf(planId: string): Promise<string[]> {
  const rows = await db.select({ id: keyWraps.personId }).from(keyWraps).where(eq(keyWraps.thingId, planId))
  return rows.map(({ id }) => id)
}

async function peopleOfHr(but: string) {
  const rows = await db
    .select({ person: persons })
    .from(persons)
    .innerJoin(personRoles, eq(personRoles.personId, persons.id))
    .where(and(inArray(personRoles.role, [...planReadingRoles]), isNull(persons.leftAt), ne(persons.id, but)))
    .orderBy(persons.surname, persons.givenName, persons.id)
  return rows.map(({ person }) => ({ id: person.id, name: fullName(person) }))
}
