import { accessLog, conversationRecords, conversations, keyWraps, ownKeys, persons, sites, teams, transact } from '#db'
import { makeOwnKey, makeRecordKey, sealWords, wrapFor } from '~/conversations/sealing/seal.client'

type Conversation = typeof conversations.$inferInsert
type Kept = typeof conversationRecords.$inferInsert

/** A talk that was held on 2 March 2026, of an employee `em` with a lead `lo`. */
export const held = (over: Partial<Conversation> = {}): Conversation => ({
  ...{ id: 'c1', employeeId: 'em', leadId: 'lo', invitedBy: 'employee', state: 'held' },
  ...{ invitedOn: '2026-02-20', heldOn: '2026-03-02', isCounted: false, ...over },
})

/** A record that both agreed to, of the words somebody made up for the test. */
export const agreed = (over: Partial<Kept> = {}): Kept => ({
  ...{ conversationId: 'c1', version: 1, revision: 3, sealedShared: 'sealed', followUpOn: null },
  ...{ leadAgreedOn: '2026-03-05', employeeAgreedOn: '2026-03-06', ...over },
})

/** Keeps a talk with its records, wrapped for these readers. */
export const keep = (talk: Conversation, records: Kept[], readers: Partial<typeof keyWraps.$inferInsert>[] = []) =>
  transact(async tx => {
    await tx.insert(conversations).values(talk)
    for (const record of records) await tx.insert(conversationRecords).values({ ...record, conversationId: talk.id })
    for (const reader of [{ personId: talk.employeeId }, { personId: talk.leadId }, ...readers]) {
      const wrap = { thingId: talk.id, wrapped: `wrap of ${reader.personId}`, givenOn: '2026-03-06', ...reader }
      await tx.insert(keyWraps).values(wrap as typeof keyWraps.$inferInsert)
    }
    const log = { id: `log-${talk.id}`, thingId: talk.id, actorId: talk.leadId }
    await tx.insert(accessLog).values({ ...log, deed: 'read', at: new Date('2026-03-06T10:00:00Z') })
  })

/** Hires three people who each made an own key: the employee, the lead and somebody the record is shared with. */
export async function threeWithKeys() {
  const people = await Promise.all(
    ['em', 'lo', 'ho'].map(async id => ({ id, key: await makeOwnKey(id, 'vier koude kleine vissen') })),
  )
  await transact(async tx => {
    await tx.insert(sites).values({ id: 's', name: 'Zwolle', jurisdiction: 'NL' })
    await tx.insert(teams).values({ id: 't', name: 'Team Een', parentId: null, siteId: 's' })
    for (const { id, key } of people) {
      const name = { givenName: id, surnamePrefix: '', surname: 'Test', teamId: 't' }
      await tx.insert(persons).values({ id, email: `${id}@voorbeeld.nl`, ...name })
      await tx.insert(ownKeys).values({ personId: id, ...key, madeOn: '2026-03-01' })
    }
  })
  return people.map(({ id, key }) => ({ personId: id, publicKey: key.publicKey }))
}

type Reader = { personId: string; publicKey: string }

/** Keeps a record as two browsers make it: every word sealed, its key wrapped for each reader. @returns what was stored */
export async function keepSealed(id: string, words: string, readers: Reader[]) {
  const key = await makeRecordKey()
  const seal = (part: 'shared' | 'own' | 'objection') =>
    sealWords(key, { text: `${words} ${part}` }, { thingId: id, part, version: 1 })
  const [sealedShared, sealedOwn, sealedObjection] = [await seal('shared'), await seal('own'), await seal('objection')]
  const wraps = await Promise.all(
    readers.map(async reader => ({ personId: reader.personId, wrapped: await wrapFor(key, reader, id) })),
  )
  await keep(held({ id }), [agreed({ sealedShared, sealedOwn, sealedObjection })])
  await transact(async tx => {
    for (const { personId, wrapped } of wraps) {
      const wrap = { thingId: id, personId, wrapped, givenOn: '2026-03-06' }
      const target = [keyWraps.thingId, keyWraps.personId]
      await tx.insert(keyWraps).values(wrap).onConflictDoUpdate({ target, set: { wrapped } })
    }
  })
  return { sealed: [sealedShared, sealedOwn, sealedObjection], wrapped: wraps.map(wrap => wrap.wrapped) }
}
