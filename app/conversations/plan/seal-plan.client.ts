import { makeRecordKey, sealWords, wrapToSend } from '../sealing/seal.client'
import { openWords, unwrapRecordKey, type Wrap } from '../sealing/sealed'
import type { PlanStored } from './shown'
import { asPlan, type PlanWords, placeOf } from './words'

type Reader = { personId: string; publicKey: string }

/** Makes the id of a plan. The first save sent twice is one plan when both name the same one. */
export const makePlanId = () => crypto.randomUUID()

/** Seals a plan with a key of its own, and wraps that for whom it is open to. */
export async function sealPlan(plan: PlanWords, at: { planId: string; revision: number }, readers: readonly Reader[]) {
  const key = await makeRecordKey()
  const sealed = await sealWords(key, plan, placeOf(at.planId, at.revision))
  const wraps = readers.map(reader => wrapToSend(key, reader, at.planId))
  return { sealed, wraps: await Promise.all(wraps) }
}

/** Opens a plan. @returns nothing when it is not wrapped for this person and key, or was changed */
export async function openPlan(
  opener: CryptoKey,
  { id, sealed, revision, wrapped }: PlanStored,
  personId: string,
): Promise<PlanWords | undefined> {
  const key = wrapped === null ? undefined : await unwrapRecordKey(opener, wrapped, { thingId: id, personId })
  return key && asPlan(await openWords(key, sealed, placeOf(id, revision)))
}

/** Wraps the key of a plan anew for whoever it belongs to. @returns nothing when the reader cannot open it */
export async function wrapForOwner(
  opener: CryptoKey,
  { id, wrapped }: PlanStored,
  { readerId, owner }: { readerId: string; owner: Reader },
): Promise<Wrap | undefined> {
  const key = wrapped === null ? undefined : await unwrapRecordKey(opener, wrapped, { thingId: id, personId: readerId })
  return key && wrapToSend(key, owner, id)
}
