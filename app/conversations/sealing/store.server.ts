import { createPublicKey } from 'node:crypto'
import { and, eq, inArray } from 'drizzle-orm'
import { type Db, db, ownKeys, transact } from '#db'
import { fromBase64url } from '~/ballot-box/bytes'
import type { Day } from '~/calendar'
import { allow, type Decision, refuse } from '~/decision'
import { cleanSoon } from '../retention/disk.server'
import { keyPrint, ownKeyBits, type StoredKey, type Wrap } from './sealed'

/** Somebody's own key as the server holds it: it can open nothing with it. */
export type OwnKey = StoredKey & { madeOn: Day }

/** Finds somebody's own key, for their own browser to open. */
export async function findOwnKey(personId: string, from: Db = db): Promise<OwnKey | null> {
  const [row] = await from.select().from(ownKeys).where(eq(ownKeys.personId, personId))
  if (!row) return null
  const { personId: _, ...key } = row
  return key
}

/** Finds the public keys of those among these people who made a key, by person. */
export async function findPublicKeys(
  personIds: readonly string[],
  from: Db = db,
): Promise<Record<string, string | undefined>> {
  if (personIds.length === 0) return {}
  const rows = await from
    .select({ personId: ownKeys.personId, publicKey: ownKeys.publicKey })
    .from(ownKeys)
    .where(inArray(ownKeys.personId, [...personIds]))
  return Object.fromEntries(rows.map(({ personId, publicKey }) => [personId, publicKey]))
}

/**
 * Tells whether keys were wrapped for the own keys that these people have at this moment. Whatever passes here opens for
 * its reader; giving up an own key takes its wraps along, so that a wrap that is there fits the present key.
 */
export async function areForPresentKeys(wraps: readonly Omit<Wrap, 'wrapped'>[], tx: Db): Promise<boolean> {
  const ids = wraps.map(({ personId }) => personId)
  const keys = await findPublicKeys(ids, tx)
  const prints = await Promise.all(ids.map(id => keys[id] && keyPrint(keys[id])))
  return wraps.every(({ forKey }, nth) => forKey === prints[nth])
}

/** Keeps somebody's first own key. A key that is there already is never written over by it: see `replaceOwnKey`. */
export async function keepOwnKey(
  personId: string,
  stored: StoredKey,
  madeOn: Day,
): Promise<Decision<undefined, 'keyNotRight' | 'keyIsThere'>> {
  if (!isOwnKey(stored.publicKey)) return refuse('keyNotRight')
  return transact(async tx => {
    if (await findOwnKey(personId, tx)) return refuse('keyIsThere')
    await tx.insert(ownKeys).values({ personId, ...stored, madeOn })
    return allow(undefined)
  })
}

/** Keeps the same key behind a new passphrase; what was sealed for it stays readable. The old lock leaves the disk within a minute. */
export async function relockOwnKey(personId: string, stored: StoredKey): Promise<Decision<undefined, 'otherKey'>> {
  const { publicKey, ...lock } = stored
  const isTheSame = and(eq(ownKeys.personId, personId), eq(ownKeys.publicKey, publicKey))
  return transact(async tx => {
    const relocked = await tx.update(ownKeys).set(lock).where(isTheSame).returning({ id: ownKeys.personId })
    if (relocked.length === 0) return refuse('otherKey')
    cleanSoon()
    return allow(undefined)
  })
}

/** Tells whether this is a public key of the kind that records are wrapped for. */
export function isOwnKey(publicKey: string): boolean {
  try {
    const key = createPublicKey({ key: Buffer.from(fromBase64url(publicKey)), format: 'der', type: 'spki' })
    const { modulusLength, publicExponent } = key.asymmetricKeyDetails ?? {}
    return key.asymmetricKeyType === 'rsa' && modulusLength === ownKeyBits && publicExponent === 65537n
  } catch {
    return false
  }
}
