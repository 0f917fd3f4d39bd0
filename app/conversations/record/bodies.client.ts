import type { Day } from '~/calendar'
import { makeRecordKey, sealWords, wrapToSend } from '../sealing/seal.client'
import type { Seen } from './rules'
import type { BodyOf } from './sent'
import { nothingWritten, placeOf, type Typed } from './words'

// Everything that leaves this browser about a record is made here, and every word in it is sealed first.

/** The key of one record, opened. */
export type RecordKey = { conversationId: string; key: CryptoKey }
/** Somebody for whom the key of a record is wrapped. */
export type ToWrapFor = { personId: string; publicKey: string }
/** What a change starts from: the newest of a version that is written, or one that both agreed to. */
export type Base = Seen | { from: number }

/** Makes the key of a new record, wraps it for the two who talked, and seals an empty sheet. */
export async function beginBody(conversationId: string, two: readonly ToWrapFor[]): Promise<BodyOf<'begin'>> {
  const key = await makeRecordKey()
  const sealedShared = await sealWords(key, nothingWritten, placeOf(conversationId, 'shared', 1))
  const wraps = await Promise.all(two.map(reader => wrapBody({ conversationId, key }, reader)))
  return { intent: 'begin', sealedShared, followUpOn: null, wraps }
}

/** Seals what was typed. The employee's own words travel only when they are the employee's. */
export async function saveBody(
  { conversationId, key }: RecordKey,
  base: Base,
  { shared, own, followUpOn }: Typed,
): Promise<BodyOf<'save' | 'newVersion'>> {
  const version = 'from' in base ? base.from + 1 : base.version
  const written = {
    sealedShared: await sealWords(key, shared, placeOf(conversationId, 'shared', version)),
    ...(own === undefined ? {} : { sealedOwn: await sealWords(key, own, placeOf(conversationId, 'own', version)) }),
    followUpOn: followUpOn === '' ? null : followUpOn,
  }
  return 'from' in base ? { intent: 'newVersion', ...base, ...written } : { intent: 'save', ...base, ...written }
}

/** Seals an objection; without words it is taken away. */
export async function objectionBody({ conversationId, key }: RecordKey, text: string): Promise<BodyOf<'object'>> {
  const place = placeOf(conversationId, 'objection', 1)
  return { intent: 'object', sealedObjection: text === '' ? null : await sealWords(key, text, place) }
}

/** Wraps the key of a record for one more reader, until a day. */
export const shareBody = async (of: RecordKey, reader: ToWrapFor, endsOn: Day): Promise<BodyOf<'share'>> => ({
  intent: 'share',
  ...(await wrapBody(of, reader)),
  endsOn,
})

/** Wraps the key of a record again for the other, who made a new own key. */
export const rewrapBody = async (of: RecordKey, reader: ToWrapFor): Promise<BodyOf<'rewrap'>> => ({
  intent: 'rewrap',
  ...(await wrapBody(of, reader)),
})

const wrapBody = ({ conversationId, key }: RecordKey, reader: ToWrapFor) => wrapToSend(key, reader, conversationId)
