import { asc, eq, inArray } from 'drizzle-orm'
import { conversationRecords, conversations, type Db, db, keyWraps, persons, transact } from '#db'
import { type Day, dayIn } from '~/calendar'
import { config } from '~/config.server'
import { refuse } from '~/decision'
import { fullName } from '~/people/rules'
import { type ConversationState, hasLapsed, partyIn } from '../one-to-ones/rules'
import { retainUntil } from '../retention/rules'
import { wroteSince } from './log.server'
import { mayDo, needsKey, type RecordAct, type RecordStands, type Standing } from './rules'

/** One of the two who talked. */
export type Talker = { id: string; name: string; leftOn: Day | null }
/** A version as it is stored; nothing in it can be read here. */
export type VersionRow = typeof conversationRecords.$inferSelect
/** For whom the key of a record is wrapped. */
export type WrapRow = typeof keyWraps.$inferSelect

/** Everything the server holds of a record. */
export type RecordHeld = {
  conversationId: string
  state: ConversationState
  heldOn: Day | null
  endedOn: Day | null
  isCounted: boolean
  employee: Talker
  lead: Talker
  agreed?: VersionRow
  draft?: VersionRow
  wraps: WrapRow[]
}

/** A record, and who somebody is to it. */
export type RecordSeen = { held: RecordHeld; standing: Standing; holdsKey: boolean; stands: RecordStands }

/** Returns the calendar day here. */
export const todayHere = (at: Date): Day => dayIn(config.timeZone, at)

/**
 * Finds the record of a conversation for one of the two who talked, or for whom it is shared with today. For anybody
 * else there is none, whatever their role.
 */
export async function findRecord(
  conversationId: string,
  personId: string,
  today: Day,
  from: Db = db,
): Promise<RecordSeen | undefined> {
  const held = await readHeld(conversationId, today, from)
  if (!held) return undefined
  const wrap = held.wraps.find(one => one.personId === personId && (one.endsOn === null || one.endsOn >= today))
  const party = partyIn({ employeeId: held.employee.id, leadId: held.lead.id }, personId)
  const isReader = wrap !== undefined && wrap.endsOn !== null && held.agreed !== undefined
  const standing = party ?? (isReader ? 'reader' : undefined)
  if (!standing) return undefined
  const isRedraft = held.agreed !== undefined && held.draft !== undefined
  const leadWroteAlone = isRedraft && !(await wroteSince(conversationId, held.employee.id, from))
  return { held, standing, holdsKey: wrap !== undefined, stands: { ...standsOf(held), leadWroteAlone } }
}

async function readHeld(conversationId: string, today: Day, from: Db): Promise<RecordHeld | undefined> {
  const [row] = await from.select().from(conversations).where(eq(conversations.id, conversationId))
  if (!row || hasLapsed(row, today)) return undefined
  const two = await from
    .select()
    .from(persons)
    .where(inArray(persons.id, [row.employeeId, row.leadId]))
  const isOfThis = eq(conversationRecords.conversationId, conversationId)
  const versions = await from.select().from(conversationRecords).where(isOfThis)
  const { state, heldOn, endedOn, isCounted } = row
  return {
    ...{ conversationId, state, heldOn, endedOn, isCounted },
    employee: talkerOf(two.find(one => one.id === row.employeeId)!),
    lead: talkerOf(two.find(one => one.id === row.leadId)!),
    agreed: versions.find(isAgreed),
    draft: versions.find(version => !isAgreed(version)),
    wraps: await from
      .select()
      .from(keyWraps)
      .where(eq(keyWraps.thingId, conversationId))
      .orderBy(asc(keyWraps.givenOn)),
  }
}

const isAgreed = ({ leadAgreedOn, employeeAgreedOn }: VersionRow) => leadAgreedOn !== null && employeeAgreedOn !== null

const talkerOf = (row: typeof persons.$inferSelect): Talker => ({
  id: row.id,
  name: fullName(row),
  leftOn: row.leftAt && todayHere(row.leftAt),
})

function standsOf({ state, agreed, draft, lead }: RecordHeld): RecordStands {
  const asStands = (row: VersionRow) => ({
    version: row.version,
    revision: row.revision,
    leadAgreed: row.leadAgreedOn !== null,
    employeeAgreed: row.employeeAgreedOn !== null,
  })
  return {
    state,
    agreed: agreed && asStands(agreed),
    draft: draft && asStands(draft),
    leadIsHere: lead.leftOn === null,
  }
}

/** Returns the last day on which a record is kept; nothing while there is none. */
export function keptUntil({ heldOn, agreed, draft, employee, lead }: RecordHeld): Day | undefined {
  if (!heldOn || !(agreed || draft)) return undefined
  return retainUntil({
    heldOn,
    isAgreed: agreed !== undefined,
    followUpOn: agreed?.followUpOn ?? null,
    employeeLeftOn: employee.leftOn,
    leadLeftOn: lead.leftOn,
  })
}

/** What a deed on a record has at hand: everything as it stands at this moment, while nobody else writes. */
export type AtWork = RecordSeen & { tx: Db; personId: string; today: Day; at: Date }

/** Works on a record as the only one, for somebody to whom it exists. */
export function inRecord<Done>(
  { conversationId, personId }: { conversationId: string; personId: string },
  at: Date,
  work: (at: AtWork) => Promise<Done>,
) {
  const today = todayHere(at)
  return transact(async tx => {
    const seen = await findRecord(conversationId, personId, today, tx)
    return seen ? work({ ...seen, tx, personId, today, at }) : refuse('noSuchRecord')
  })
}

/** Decides whether somebody may do something here and now. */
export function mayDoHere(act: RecordAct, { stands, standing, holdsKey }: RecordSeen) {
  const allowed = mayDo(act, stands, standing)
  return allowed.ok && needsKey.includes(act) && !holdsKey ? refuse('noAccess') : allowed
}
