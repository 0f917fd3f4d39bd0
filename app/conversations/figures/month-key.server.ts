import { createHmac, createPrivateKey, createPublicKey, generateKeyPair, randomBytes } from 'node:crypto'
import { promisify } from 'node:util'
import { eq } from 'drizzle-orm'
import { type Db, db, persons, talkMarks, talkTallies, topicSlips, transact } from '#db'
import { dayIn } from '~/calendar'
import { config } from '~/config.server'
import { destroyKeys, findKey, keepKey } from '~/keys.server'
import { type Month, monthOf } from './months'
import type { SlipPlace } from './topics.client'

// A month has two keys, in `keys/talks-<month>/`: one opens what talks were about, the other makes the marks by which a
// person counts once. Both are destroyed when the month is told; neither is ever in a backup.

/** Bits, the same as of a round's ballot box: slips are sealed in the same way. @source anonymity.md §0.3 */
const slipKeyBits = 3072

const folderOf = (month: Month) => `talks-${month}`
const making = new Map<Month, Promise<void>>()

/** Returns the public half of the key of this month, and makes the keys of the month when it has none yet. */
export async function findMonthKey(at: Date): Promise<Omit<SlipPlace, 'teamId'>> {
  const month = monthOf(dayIn(config.timeZone, at))
  if (!slipKeyOf(month)) {
    const made = making.get(month) ?? makeKeys(month).finally(() => making.delete(month))
    making.set(month, made)
    await made
  }
  const opener = { key: slipKeyOf(month)!, format: 'der', type: 'pkcs8' } as const
  return {
    month,
    spki: createPublicKey(createPrivateKey(opener)).export({ format: 'der', type: 'spki' }).toString('base64url'),
  }
}

/** Returns where what a talk of this person was about goes now, for their browser to seal. */
export async function findSlipPlace(personId: string, at: Date): Promise<SlipPlace> {
  const [person] = await db.select({ teamId: persons.teamId }).from(persons).where(eq(persons.id, personId))
  return { ...(await findMonthKey(at)), teamId: person!.teamId }
}

/** Reads the key that opens the slips of a month; nothing when it is told already. */
export const slipKeyOf = (month: Month) => findKey(folderOf(month), 'slips')

/** Makes the mark by which somebody counts once for something in a month; nothing when the key of the month is gone. */
export function markOf(month: Month, personId: string, counted: 'ending' | 'topics'): string | undefined {
  const key = findKey(folderOf(month), 'marks')
  return key && createHmac('sha256', key).update(`${counted}|${personId}`).digest('base64url')
}

/** Destroys the keys of a month; harmless to repeat. */
export const destroyMonthKeys = (month: Month) => destroyKeys(folderOf(month))

/** Removes all that was counted in a month, and how. */
export async function forgetCounts(tx: Db, month: Month) {
  await tx.delete(topicSlips).where(eq(topicSlips.month, month))
  await tx.delete(talkMarks).where(eq(talkMarks.month, month))
  await tx.delete(talkTallies).where(eq(talkTallies.month, month))
}

/**
 * The marks come first: whoever finds the other key finds both. What a restored backup brought back of this month was
 * counted with keys that are lost, so that somebody could count twice: it goes.
 */
async function makeKeys(month: Month) {
  const { privateKey } = await promisify(generateKeyPair)('rsa', {
    modulusLength: slipKeyBits,
    publicKeyEncoding: { type: 'spki', format: 'der' },
    privateKeyEncoding: { type: 'pkcs8', format: 'der' },
  })
  if (slipKeyOf(month)) return
  await transact(tx => forgetCounts(tx, month))
  keepKey(folderOf(month), 'marks', randomBytes(32))
  keepKey(folderOf(month), 'slips', privateKey)
}
