import { desc, like, or } from 'drizzle-orm'
import { db, ledgerEdge, ledgerEntries, transact } from '#db'
import { allow, refuse } from '~/decision'
import { forgetOldLogKeys } from './log-key.server'
import { rotateKey } from './store.server'

/** Returns the key that signs now, and since which day; nothing before the first entry. */
export async function currentKey() {
  const [edge] = await db.select({ name: ledgerEdge.name, key: ledgerEdge.key }).from(ledgerEdge)
  const ofKeys = or(
    like(ledgerEntries.bytes, '%"type":"key.rotated"%'),
    like(ledgerEntries.bytes, '%"type":"log.opened"%'),
  )
  const [named] = await db.select().from(ledgerEntries).where(ofKeys).orderBy(desc(ledgerEntries.seq)).limit(1)
  return edge && named && { ...edge, since: JSON.parse(named.bytes).day as string }
}

/**
 * Hands the ledger over to a new key, if `seen` still is the key that signs: a button pressed twice changes it once.
 * The old private key is destroyed only after the change is kept; a fall in between leaves it for the next start.
 */
export async function handOverKey(seen: string, at: Date) {
  const decision = await transact(async tx => {
    const [edge] = await tx.select({ key: ledgerEdge.key }).from(ledgerEdge)
    if (edge?.key !== seen) return refuse('keyChangedMeanwhile')
    return allow({ seq: await rotateKey(tx, at) })
  })
  if (decision.ok) await destroyOldKeys()
  return decision
}

/** Destroys every private key of the ledger that no longer signs, also what a fall left behind. */
export async function destroyOldKeys() {
  const [edge] = await db.select({ name: ledgerEdge.name, key: ledgerEdge.key }).from(ledgerEdge)
  if (edge) forgetOldLogKeys(edge.name, edge.key)
}
