import { randomBytes } from 'node:crypto'
import { and, asc, desc, eq, inArray, isNull } from 'drizzle-orm'
import { type Db, db, ledgerWitnesses, transact, witnessProposals } from '#db'
import { dayIn } from '~/calendar'
import { config } from '~/config.server'
import { allow, refuse } from '~/decision'
import type { Person } from '~/people/rules'
import { findWaitingRound } from '../awaiting.server'
import { addWitness, removeWitness } from '../store.server'
import { decideProposal, decideRemoval, type ProposalDeed, proposeWitness, type WitnessKind } from '../witness'
import { witnessKeyOf } from '../witness-key'

type By = Pick<Person, 'id' | 'roles'>

const todayHere = (at: Date) => dayIn(config.timeZone, at)
const underWay = inArray(witnessProposals.state, ['proposed', 'registered'])

/** Keeps a proposed key until an administrator registers it. The same key sent twice is one proposal. */
export function recordProposal(said: { key: string; of: WitnessKind }, by: By, at: Date) {
  const read = witnessKeyOf(said.key)
  if (!read) throw new RangeError('not the key of a witness')
  const { name, key } = read
  return transact(async tx => {
    const waiting = await tx.select().from(witnessProposals).where(underWay)
    const same = waiting.find(other => other.key === key)
    if (same) return allow({ id: same.id })
    const decision = proposeWitness(name, [...waiting, ...(await presentWitnesses(tx))])
    if (!decision.ok) return decision
    const id = randomBytes(9).toString('base64url')
    const row = { id, name, key, of: said.of, proposedBy: by.id, proposedOn: todayHere(at) }
    await tx.insert(witnessProposals).values({ ...row, ...decision.value })
    return allow({ id })
  })
}

/** Takes the next step with a proposal; with the last one the witness stands in the ledger, or neither happened. */
export function recordProposalDeed(id: string, deed: ProposalDeed, by: By, at: Date) {
  return transact(async tx => {
    const [proposal] = await tx.select().from(witnessProposals).where(eq(witnessProposals.id, id))
    if (!proposal) return refuse('noSuchProposal')
    const decision = decideProposal(proposal, deed, by)
    if (!decision.ok) return decision
    const { name, key, of } = proposal
    if (deed === 'confirm') {
      const isFree = proposeWitness(name, await presentWitnesses(tx))
      if (!isFree.ok) return isFree
      await addWitness(tx, { name, key, of }, at)
    }
    const today = todayHere(at)
    const marks = deed === 'register' ? { registeredOn: today, registeredBy: by.id } : { decidedOn: today }
    await tx
      .update(witnessProposals)
      .set({ state: decision.value, ...marks })
      .where(eq(witnessProposals.id, id))
    return decision
  })
}

/** Ends the task of the witness that was entered as `addedSeq`, and says so in the ledger. */
export function endWitness(addedSeq: number, at: Date) {
  return transact(async tx => {
    const decision = await mayEnd(addedSeq, tx)
    if (decision.ok) await removeWitness(tx, decision.value.name, at)
    return decision
  })
}

/** Decides whether the witness that was entered as `addedSeq` may be removed now. */
export async function mayEnd(addedSeq: number, from: Db = db) {
  const isRoundWaiting = (await findWaitingRound(from)) !== undefined
  return decideRemoval(await presentWitnesses(from), addedSeq, isRoundWaiting)
}

/** Returns who looks along now, in the order in which they came. */
export const presentWitnesses = (from: Db = db) =>
  from.select().from(ledgerWitnesses).where(isNull(ledgerWitnesses.removedSeq)).orderBy(asc(ledgerWitnesses.addedSeq))

/** @source PostgreSQL's documentation, integer: 4 bytes */
const mostEntries = 2 ** 31 - 1

/** Finds a witness of now by the number of the entry that made it one. */
export async function findWitness(addedSeq: number) {
  if (!Number.isInteger(addedSeq) || addedSeq > mostEntries) return undefined
  const place = and(eq(ledgerWitnesses.addedSeq, addedSeq), isNull(ledgerWitnesses.removedSeq))
  const [witness] = await db.select().from(ledgerWitnesses).where(place)
  return witness
}

/** Returns the proposals, the latest first. */
export const listProposals = () =>
  db.select().from(witnessProposals).orderBy(desc(witnessProposals.proposedOn), desc(witnessProposals.id))

/** Finds a proposal. */
export async function findProposal(id: string) {
  const [proposal] = await db.select().from(witnessProposals).where(eq(witnessProposals.id, id))
  return proposal
}

/** Returns the names that a new witness cannot take. */
export async function namesInUse(): Promise<string[]> {
  const waiting = await db.select({ name: witnessProposals.name }).from(witnessProposals).where(underWay)
  return [...waiting, ...(await presentWitnesses())].map(({ name }) => name)
}
