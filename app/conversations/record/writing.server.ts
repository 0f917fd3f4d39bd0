import { and, eq, lt } from 'drizzle-orm'
import { conversationRecords, type Db, keyWraps } from '#db'
import { allow, refuse } from '~/decision'
import { areForPresentKeys, findPublicKeys } from '../sealing/store.server'
import { followUp, lastBegin } from './days'
import { logDeed } from './log.server'
import { agreeTo, dropDraft, type RecordDeed, type Seen, saveChange } from './rules'
import type { BodyOf } from './sent'
import { type AtWork, inRecord, mayDoHere, type RecordHeld } from './store.server'

/** A record and who does something with it. */
export type By = { conversationId: string; personId: string }

/** Begins a record because the employee wants one; its key comes wrapped for the two who talked, and for nobody else. */
export const beginRecord = (by: By, { wraps, ...written }: BodyOf<'begin'>, at: Date) =>
  inRecord(by, at, async here => {
    const { tx, held, today, stands, standing } = here
    if (stands.draft || stands.agreed) return standing === 'employee' ? refuse('changedMeanwhile') : refuse('notYours')
    const allowed = mayDoHere('begin', here)
    if (!allowed.ok) return allowed
    const two = [held.employee.id, held.lead.id]
    if (!two.every(id => wraps.some(one => one.personId === id))) return refuse('wrapsNotRight')
    const keys = await findPublicKeys(two, tx)
    if (held.lead.leftOn) return refuse('leadLeft')
    if (today > lastBegin(held.heldOn!)) return refuse('tooLate')
    if (!two.every(id => keys[id])) return refuse('otherHasNoKey')
    if (!(await areForPresentKeys(wraps, tx))) return refuse('wrapsNotRight')
    if (!followUp(written.followUpOn, held.heldOn!).ok) return refuse('followUpNotRight')
    await tx.delete(keyWraps).where(eq(keyWraps.thingId, by.conversationId))
    const given = { thingId: by.conversationId, givenOn: today }
    await tx.insert(keyWraps).values(wraps.map(({ personId, wrapped }) => ({ personId, wrapped, ...given })))
    await tx.insert(conversationRecords).values({ ...rowOf(written), ...ofRecord(by, { version: 1, revision: 1 }) })
    await logged(here, 'began')
    return allow({ version: 1, revision: 1 })
  })

/** Keeps a change that started from the newest text. Whoever said "this is right" said it of another text: that falls away. */
export const saveRecord = (by: By, { version, revision, ...written }: BodyOf<'save'>, at: Date) =>
  inRecord(by, at, async here => {
    const { tx, held, stands, standing } = here
    const key = mayDoHere('save', here)
    const own = written.sealedOwn !== undefined
    const allowed = key.ok ? saveChange(stands, { version, revision }, { by: standing, own }) : key
    if (!allowed.ok) return allowed
    if (!followUp(written.followUpOn, held.heldOn!).ok) return refuse('followUpNotRight')
    const next = { ...rowOf(written), revision: revision + 1, leadAgreedOn: null, employeeAgreedOn: null }
    await tx.update(conversationRecords).set(next).where(isVersion(by, version))
    await logged(here, 'wrote')
    return allow({ version, revision: revision + 1 })
  })

/** Begins a newer version beside the one that both agreed to; that one stays until the newer is agreed to as well. */
export const beginVersion = (by: By, { from, ...written }: BodyOf<'newVersion'>, at: Date) =>
  inRecord(by, at, async here => {
    const { tx, held, stands, standing } = here
    const isOwn = written.sealedOwn !== undefined && standing !== 'employee'
    if (isOwn) return refuse('notYours')
    if (stands.draft && mayDoHere('save', here).ok) return refuse('changedMeanwhile')
    const allowed = mayDoHere('newVersion', here)
    if (!allowed.ok) return allowed
    if (held.agreed?.version !== from) return refuse('changedMeanwhile')
    if (!followUp(written.followUpOn, held.heldOn!).ok) return refuse('followUpNotRight')
    const { sealedOwn, sealedObjection } = held.agreed
    const next = { version: from + 1, revision: 1 }
    await tx
      .insert(conversationRecords)
      .values({ sealedOwn, sealedObjection, ...rowOf(written), ...ofRecord(by, next) })
    await logged(here, 'wrote')
    return allow(next)
  })

/** What else happens when a record is agreed to for the first time, in the same transaction. */
type WhenFixed = (tx: Db, held: RecordHeld) => Promise<unknown>

/** Records that somebody says "this is right". With the employee's word the version is fixed, and the one before it goes. */
export const recordAgreement = (by: By, seen: Seen, at: Date, whenFixed: WhenFixed) =>
  inRecord(by, at, async here => {
    const { tx, held, stands, standing, today } = here
    const { agreed } = stands
    if (agreed?.version === seen.version && agreed.revision === seen.revision && standing !== 'reader')
      return allow({ ...seen, isFixed: true })
    const key = mayDoHere('agree', here)
    const allowed = key.ok ? agreeTo(stands, seen, standing) : key
    if (!allowed.ok) return allowed
    const said = standing === 'lead' ? { leadAgreedOn: today } : { employeeAgreedOn: today }
    await tx.update(conversationRecords).set(said).where(isVersion(by, seen.version))
    await logged(here, 'agreed')
    if (!allowed.value.isFixed) return allow({ ...seen, isFixed: false })
    await tx
      .delete(conversationRecords)
      .where(
        and(eq(conversationRecords.conversationId, by.conversationId), lt(conversationRecords.version, seen.version)),
      )
    if (!held.agreed) await whenFixed(tx, held)
    return allow({ ...seen, isFixed: true })
  })

/** Lets the newer version go; what both agreed to stands as it did. */
export const dropVersion = (by: By, { version, revision }: Seen, at: Date) =>
  inRecord(by, at, async here => {
    const key = mayDoHere('dropVersion', here)
    const allowed = key.ok ? dropDraft(here.stands, { version, revision }, here.standing) : key
    if (!allowed.ok) return allowed
    await here.tx.delete(conversationRecords).where(isVersion(by, version))
    await logged(here, 'wrote')
    return allow(true)
  })

/** Puts the employee's objection beside the text, whichever version is read; an empty one takes it away. */
export const recordObjection = (by: By, { sealedObjection }: BodyOf<'object'>, at: Date) =>
  inRecord(by, at, async here => {
    const allowed = mayDoHere('object', here)
    if (!allowed.ok) return allowed
    const ofThis = eq(conversationRecords.conversationId, by.conversationId)
    await here.tx.update(conversationRecords).set({ sealedObjection }).where(ofThis)
    await logged(here, 'objected')
    return allow(true)
  })

/** Writes down what was just done. */
export const logged = ({ tx, held, personId, at }: AtWork, deed: RecordDeed) =>
  logDeed(tx, { thingId: held.conversationId, actorId: personId, deed, at })

type Written = Pick<BodyOf<'save'>, 'sealedShared' | 'sealedOwn' | 'followUpOn'>

/** What was not sent stays as it is. */
const rowOf = ({ sealedShared, sealedOwn, followUpOn }: Written) => ({
  ...{ sealedShared, followUpOn },
  ...(sealedOwn === undefined ? {} : { sealedOwn }),
})

const ofRecord = ({ conversationId }: By, seen: Seen) => ({ conversationId, ...seen })

const isVersion = ({ conversationId }: By, version: number) =>
  and(eq(conversationRecords.conversationId, conversationId), eq(conversationRecords.version, version))
