import { openWords, unwrapRecordKey } from '../sealing/sealed'
import type { RecordKey } from './bodies.client'
import type { Newer, RecordShown, VersionShown } from './shown'
import { asShared, asText, placeOf, type SharedWords } from './words'

/** A version whose words are open in this browser; without `shared` its text does not open. */
export type OpenedVersion = VersionShown & { shared?: SharedWords; own: string; objection: string }
/** A record that is open in this browser. */
export type OpenedRecord = { key: RecordKey; agreed?: OpenedVersion; draft?: OpenedVersion }

/** What of a record is needed to open it. */
type ToOpen = Pick<RecordShown, 'conversationId' | 'agreed' | 'draft'> & {
  me: Pick<RecordShown['me'], 'id' | 'wrapped'>
}

/** Opens a record with the own key of whoever reads. @returns nothing when its key was wrapped for another own key */
export async function openRecord(record: ToOpen, opener: CryptoKey): Promise<OpenedRecord | undefined> {
  const { conversationId, me, agreed, draft } = record
  const to = { thingId: conversationId, personId: me.id }
  const key = me.wrapped ? await unwrapRecordKey(opener, me.wrapped, to) : undefined
  if (!key) return undefined
  const of = { conversationId, key }
  return {
    key: of,
    agreed: agreed ? await openVersion(of, agreed) : undefined,
    draft: draft ? await openVersion(of, draft) : undefined,
  }
}

async function openVersion(of: RecordKey, version: VersionShown): Promise<OpenedVersion> {
  return { ...version, ...(await openNewer(of, version)), objection: await objectionIn(of, version) }
}

/** Opens the text that another saved meanwhile. */
export async function openNewer({ conversationId, key }: RecordKey, newer: Omit<Newer, 'isAgreed'>) {
  const { version, sealedShared, sealedOwn } = newer
  const own = sealedOwn && (await openWords(key, sealedOwn, placeOf(conversationId, 'own', version)))
  return {
    shared: asShared(await openWords(key, sealedShared, placeOf(conversationId, 'shared', version))),
    own: asText(own),
  }
}

async function objectionIn({ conversationId, key }: RecordKey, { sealedObjection, version }: VersionShown) {
  const place = placeOf(conversationId, 'objection', version)
  return asText(sealedObjection && (await openWords(key, sealedObjection, place)))
}
