import { eq } from 'drizzle-orm'
import { councilKeys, type Db, db, transact } from '#db'
import { readPublicKey } from '~/ballot-box/blind-signing.server'
import { fromBase64url } from '~/ballot-box/bytes'
import type { Day } from '~/calendar'
import { refuse } from '~/decision'
import { log } from '~/log.server'
import { findRound } from '../store.server'
import { type PublicHalves, signingBytes } from './file'
import { boxKeyBits, handInKey } from './rules'

/** The public halves of the key of a round, as the works council handed them in. */
export type HeldKeys = { boxKeySpki: Uint8Array; signingKey: string; madeOn: Day }

/** Finds the public halves of a round; nothing when the server holds the key, or the council has not made it yet. */
export async function findHeldKeys(roundId: string, from: Db = db): Promise<HeldKeys | undefined> {
  const [row] = await from.select().from(councilKeys).where(eq(councilKeys.roundId, roundId))
  if (!row?.boxKeySpki || !row.signingKey || !row.madeOn) return undefined
  return { boxKeySpki: row.boxKeySpki, signingKey: row.signingKey, madeOn: row.madeOn }
}

/** Takes the public halves of the council's key. The private ones never come here: nothing in the request could hold them. */
export async function recordHeldKeys({ round: roundId, boxKey, signingKey }: PublicHalves, madeOn: Day) {
  const boxKeySpki = readBoxKey(boxKey)
  if (!boxKeySpki || !(await signingBytes(roundId, signingKey))) return refuse('notAKey')
  const recorded = await transact(async tx => {
    const round = await findRound(roundId, tx)
    if (!round) return refuse('noSuchRound')
    const decision = handInKey(round)
    const halves = { boxKeySpki, signingKey, madeOn }
    if (decision.ok) await tx.update(councilKeys).set(halves).where(eq(councilKeys.roundId, roundId))
    return decision
  })
  if (recorded.ok) log('round.keyHeld', { round: roundId })
  return recorded
}

/** Reads a public key to which ballots can be sealed; nothing when it is of another kind or weaker than the server's own. */
function readBoxKey(text: string): Uint8Array | undefined {
  try {
    const spki = fromBase64url(text)
    const { asymmetricKeyType, asymmetricKeyDetails } = readPublicKey(spki)
    const { modulusLength, publicExponent } = asymmetricKeyDetails ?? {}
    const isRight = asymmetricKeyType === 'rsa' && modulusLength === boxKeyBits && publicExponent === 65537n
    return isRight ? spki : undefined
  } catch {
    return undefined
  }
}
