import { asc, desc, eq } from 'drizzle-orm'
import { db, ledgerCosignatures, ledgerEdge, ledgerEntries, ledgerWitnesses } from '#db'
import { type Day, dayIn } from '~/calendar'
import { config } from '~/config.server'
import type { Person } from '~/people/rules'
import { deedsOpenTo } from '../witness'
import { witnessKeyOf } from '../witness-key'
import { nextStep } from './next'
import type { CosigningFacts } from './reminder'
import { listProposals, presentWitnesses } from './store.server'

/** Bytes of the id of a key in a cosignature; the second of signing follows. @source C2SP tlog-cosignature */
const idBytes = 4

/** Returns the day on which a cosignature says that it was made. */
export function dayOfLine(line: string): Day {
  const bytes = Buffer.from(line.trim().split(' ').at(-1)!, 'base64')
  return dayIn(config.timeZone, new Date(Number(bytes.readBigUInt64BE(idBytes)) * 1000))
}

/** Returns how far witnessing got, in the way the verifier counts it: from the first witness there ever was. */
export async function cosigningFacts(): Promise<CosigningFacts> {
  const [edge] = await db.select({ size: ledgerEdge.size }).from(ledgerEdge)
  const [first] = await db.select().from(ledgerWitnesses).orderBy(asc(ledgerWitnesses.addedSeq)).limit(1)
  const [latest] = await db.select().from(ledgerCosignatures).orderBy(desc(ledgerCosignatures.size)).limit(1)
  const witnesses = (await presentWitnesses()).length
  const lastSignedOn = latest ? dayOfLine(latest.line) : null
  if (!edge || !first) return { witnesses, waiting: 0, waitingSince: null, lastSignedOn }
  const begin = Math.max(first.addedSeq, latest?.size ?? 0)
  const waiting = Math.max(0, edge.size - begin)
  return { witnesses, waiting, waitingSince: waiting > 0 ? await dayOfEntry(begin) : null, lastSignedOn }
}

/** Returns how many cosignatures of each witness of now the ledger holds, by its key. */
export async function cosignaturesByKey(): Promise<Record<string, number>> {
  const lines = await db
    .select({ size: ledgerCosignatures.size, witness: ledgerCosignatures.witness })
    .from(ledgerCosignatures)
  const signedBy = (name: string, since: number) => lines.filter(one => one.witness === name && one.size > since).length
  return Object.fromEntries(
    (await presentWitnesses()).map(({ key, name, addedSeq }) => [key, signedBy(name, addedSeq)]),
  )
}

/** Returns who looks along, what is proposed, and what the reader can do next. */
export async function witnessOverview(reader: Pick<Person, 'id' | 'roles'>) {
  const [standing, proposals, present] = [await cosigningFacts(), await listProposals(), await presentWitnesses()]
  const lines = await db.select().from(ledgerCosignatures).orderBy(desc(ledgerCosignatures.size))
  const witnesses = present.map(({ name, key, addedSeq }) => {
    const line = lines.find(each => each.witness === name && each.size > addedSeq)?.line
    return { addedSeq, ...witnessKeyOf(key)!, lastSignedOn: line ? dayOfLine(line) : null }
  })
  const shown = proposals.map(proposal => ({
    ...{ id: proposal.id, name: proposal.name, of: proposal.of, state: proposal.state },
    proposedOn: proposal.proposedOn,
    isOpen: deedsOpenTo(proposal, reader).length > 0,
  }))
  return { standing, witnesses, proposals: shown, next: nextStep(proposals, standing, reader) }
}

async function dayOfEntry(seq: number): Promise<Day> {
  const [entry] = await db.select({ bytes: ledgerEntries.bytes }).from(ledgerEntries).where(eq(ledgerEntries.seq, seq))
  return (JSON.parse(entry!.bytes) as { day: Day }).day
}
