import { and, eq, inArray, isNotNull, isNull, ne } from 'drizzle-orm'
import { conversations, type Db, db, keyWraps, ownKeys, personRoles, persons } from '#db'
import type { Day } from '~/calendar'
import { allow, refuse } from '~/decision'
import { fullName } from '~/people/rules'
import { cleanSoon } from '../retention/disk.server'
import { areForPresentKeys, findPublicKeys } from '../sealing/store.server'
import { shareUntil } from './days'
import { shareRoles } from './rules'
import type { BodyOf } from './sent'
import type { Candidate } from './shown'
import { inRecord, keptUntil, mayDoHere, type RecordHeld, type RecordSeen } from './store.server'
import { type By, logged } from './writing.server'

/** Lists by name with whom the employee can share a record: those who may be asked in, work here and have a key. */
export async function listCandidates({ employee, lead }: RecordHeld): Promise<Candidate[]> {
  const rows = await db
    .select({ person: persons, role: personRoles.role })
    .from(persons)
    .innerJoin(ownKeys, eq(ownKeys.personId, persons.id))
    .innerJoin(personRoles, eq(personRoles.personId, persons.id))
    .where(and(isNull(persons.leftAt), inArray(personRoles.role, [...shareRoles])))
    .orderBy(persons.surname, persons.givenName, persons.id)
  const others = rows.filter(({ person }) => person.id !== employee.id && person.id !== lead.id)
  const byId = new Map(others.map(({ person }) => [person.id, { id: person.id, name: fullName(person) }]))
  return [...byId.values()].map(one => ({
    ...one,
    roles: others.flatMap(({ person, role }) => (person.id === one.id ? [role] : [])),
  }))
}

/** Finds the public key for which somebody's browser may wrap: of the other party, or of whom the employee can share with. */
export async function findKeyToWrapFor(seen: RecordSeen, personId: string): Promise<string | undefined> {
  const { held } = seen
  const isParty = personId === held.lead.id || personId === held.employee.id
  if (!mayDoHere(isParty ? 'rewrap' : 'share', seen).ok) return undefined
  if (!isParty && !(await listCandidates(held)).some(one => one.id === personId)) return undefined
  return (await findPublicKeys([personId]))[personId]
}

/** Lets one more person read what both agreed to, until a day. */
export const shareRecord = (by: By, { personId, wrapped, forKey, endsOn }: BodyOf<'share'>, at: Date) =>
  inRecord(by, at, async here => {
    const allowed = mayDoHere('share', here)
    if (!allowed.ok) return allowed
    const until = shareUntil(endsOn, here.today, keptUntil(here.held))
    if (!until.ok) return until
    const { id: leadId } = here.held.lead
    if (personId === leadId || personId === by.personId) return refuse('notShareable')
    if (!(await mayBeAsked(here.tx, personId))) return refuse('notShareable')
    if (!(await areForPresentKeys([{ personId, forKey }], here.tx))) return refuse('wrapsNotRight')
    await give(here.tx, { thingId: by.conversationId, personId, wrapped, givenOn: here.today, endsOn })
    await logged(here, 'shared')
    return allow(true)
  })

/** Ends a share at once: what wrapped the key for that person is gone. */
export const endShare = (by: By, personId: string, at: Date) =>
  inRecord(by, at, async here => {
    const allowed = mayDoHere('endShare', here)
    if (!allowed.ok) return allowed
    const share = and(
      eq(keyWraps.thingId, by.conversationId),
      eq(keyWraps.personId, personId),
      isNotNull(keyWraps.endsOn),
    )
    const ended = await here.tx.delete(keyWraps).where(share).returning({ personId: keyWraps.personId })
    if (ended.length > 0) await logged(here, 'ended')
    cleanSoon()
    return allow(true)
  })

/**
 * Lets the other of the two read again, who made a new own key. Whoever can read already is given nothing: a key that
 * fits is never written over by the other.
 */
export const rewrapRecord = (by: By, { personId, wrapped, forKey }: BodyOf<'rewrap'>, at: Date) =>
  inRecord(by, at, async here => {
    const allowed = mayDoHere('rewrap', here)
    if (!allowed.ok) return allowed
    const { employee, lead } = here.held
    const other = by.personId === employee.id ? lead : employee
    if (personId !== other.id || other.leftOn) return refuse('notTheOther')
    if (!(await findPublicKeys([personId], here.tx))[personId]) return refuse('otherHasNoKey')
    if (here.held.wraps.some(one => one.personId === personId)) return refuse('otherReads')
    if (!(await areForPresentKeys([{ personId, forKey }], here.tx))) return refuse('wrapsNotRight')
    await here.tx.insert(keyWraps).values({ thingId: by.conversationId, personId, wrapped, givenOn: here.today })
    await logged(here, 'rewrapped')
    return allow(true)
  })

/** Lists the records that others share with somebody today. */
export async function listSharedWith(personId: string, today: Day) {
  const rows = await db
    .select({
      conversationId: conversations.id,
      heldOn: conversations.heldOn,
      endsOn: keyWraps.endsOn,
      person: persons,
    })
    .from(keyWraps)
    .innerJoin(conversations, eq(conversations.id, keyWraps.thingId))
    .innerJoin(persons, eq(persons.id, conversations.employeeId))
    .where(and(eq(keyWraps.personId, personId), isNotNull(keyWraps.endsOn), ne(conversations.leadId, personId)))
    .orderBy(keyWraps.endsOn, conversations.id)
  return rows
    .filter(({ endsOn }) => endsOn! >= today)
    .map(({ conversationId, heldOn, endsOn, person }) => ({ conversationId, heldOn, endsOn, of: fullName(person) }))
}

async function mayBeAsked(tx: Db, personId: string): Promise<boolean> {
  const rows = await tx
    .select({ id: persons.id })
    .from(persons)
    .innerJoin(ownKeys, eq(ownKeys.personId, persons.id))
    .innerJoin(personRoles, eq(personRoles.personId, persons.id))
    .where(and(eq(persons.id, personId), isNull(persons.leftAt), inArray(personRoles.role, [...shareRoles])))
  return rows.length > 0
}

const give = (tx: Db, wrap: typeof keyWraps.$inferInsert) =>
  tx
    .insert(keyWraps)
    .values(wrap)
    .onConflictDoUpdate({
      target: [keyWraps.thingId, keyWraps.personId],
      set: { wrapped: wrap.wrapped, givenOn: wrap.givenOn, endsOn: wrap.endsOn },
    })
