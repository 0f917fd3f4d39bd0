import { conversationRecords, conversations, db, keyWraps, ownKeys, transact } from '#db'
import { type Base, beginBody, type RecordKey, saveBody } from '~/conversations/record/bodies.client'
import { nothingWritten, type Typed } from '~/conversations/record/words'
import { beginRecord, recordAgreement, saveRecord } from '~/conversations/record/writing.server'
import { makeOwnKey } from '~/conversations/sealing/seal.client'
import { openOwnKey, type StoredKey, unwrapRecordKey } from '~/conversations/sealing/sealed'
import { foundOrganisation, hire } from '../../people/cast'

export const passphrase = 'zeven natte sokken'
export const noon = new Date('2026-03-10T12:00:00Z')
export const heldOn = '2026-03-02'

/** The own keys of everybody in these tests, as they are stored. Making one takes a while: each is made once. */
export const keys: Record<string, StoredKey> = {}

/** Founds an organisation with an employee, a lead, a successor of the lead and somebody of HR, each with an own key. */
export async function foundTwo() {
  await foundOrganisation()
  await hire('eva@voorbeeld.nl')
  await hire('lea@voorbeeld.nl', ['teamLead'])
  await hire('sam@voorbeeld.nl', ['teamLead'])
  await hire('hans@voorbeeld.nl', ['hr'])
  for (const id of ['eva', 'lea', 'sam', 'hans']) await giveKey(id)
}

/** Gives somebody an own key, in place of any other. */
export async function giveKey(personId: string) {
  const stored = await makeOwnKey(personId, passphrase)
  keys[personId] = stored
  await transact(async tx => {
    await tx
      .insert(ownKeys)
      .values({ personId, ...stored, madeOn: heldOn })
      .onConflictDoUpdate({ target: ownKeys.personId, set: stored })
  })
}

/** A talk of Eva and Lea that was held. */
export async function talk(id: string, on = heldOn) {
  const two = { employeeId: 'eva', leadId: 'lea', invitedBy: 'lead' } as const
  const days = { invitedOn: '2026-02-20', heldOn: on, plannedFor: null, endedOn: null }
  await transact(tx => tx.insert(conversations).values({ id, ...two, ...days, state: 'held', isCounted: false }))
}

export const eva = (conversationId: string) => ({ conversationId, personId: 'eva' })
export const lea = (conversationId: string) => ({ conversationId, personId: 'lea' })

/** The readers for whom Eva's browser wraps. */
export const two = () => ['eva', 'lea'].map(personId => ({ personId, publicKey: keys[personId]!.publicKey }))

/** A talk with a record that Eva began. @returns its key as Eva's browser opens it */
export async function begun(id: string): Promise<RecordKey> {
  await talk(id)
  await beginRecord(eva(id), await beginBody(id, two()), noon)
  return (await keyOf(id, 'eva'))!
}

/** Opens the key of a record as somebody's browser does. */
export async function keyOf(conversationId: string, personId: string): Promise<RecordKey | undefined> {
  const wraps = await db.select().from(keyWraps)
  const wrap = wraps.find(one => one.thingId === conversationId && one.personId === personId)
  const opener = await openOwnKey(keys[personId]!, personId, passphrase)
  const key = wrap && opener && (await unwrapRecordKey(opener, wrap.wrapped, { thingId: conversationId, personId }))
  return key && { conversationId, key }
}

/** What somebody typed. */
export const typed = (text: string, own?: string): Typed => ({
  shared: { ...nothingWritten, text },
  followUpOn: '',
  ...(own === undefined ? {} : { own }),
})

type By = ReturnType<typeof eva>

/** Saves as a browser does. */
export async function save(by: By, of: RecordKey, base: Base, what: Typed) {
  const body = await saveBody(of, base, what)
  if (body.intent !== 'save') throw new Error('not a save')
  return saveRecord(by, body, noon)
}

/** Says "this is right". */
export const agree = (by: By, version: number, revision: number) =>
  recordAgreement(by, { version, revision }, noon, async () => {})

/** A record that both agreed to, as its first version. */
export async function agreed(id: string, text = 'Afgesproken.'): Promise<RecordKey> {
  const of = await begun(id)
  await save(lea(id), of, { version: 1, revision: 1 }, typed(text))
  await agree(lea(id), 1, 2)
  await agree(eva(id), 1, 2)
  return of
}

/** Returns the stored versions of a record. */
export async function rowsOf(id: string) {
  const rows = await db.select().from(conversationRecords)
  return rows.filter(row => row.conversationId === id).sort((one, other) => one.version - other.version)
}
