import { asc, desc, isNull } from 'drizzle-orm'
import { db, ledgerCosignatures, ledgerEdge, ledgerWitnesses } from '#db'
import { dayIn } from '~/calendar'
import { config } from '~/config.server'
import { latestCheckpoint } from './served.server'
import { readNote } from './verify.mjs'

/** Returns what somebody must keep to expose a rewritten past, with the day of the last entry; nothing before the first. */
export async function ledgerStanding() {
  const [edge] = await db.select({ day: ledgerEdge.lastDay }).from(ledgerEdge)
  const checkpoint = await latestCheckpoint()
  if (!edge || !checkpoint) return undefined
  const [name, size, root] = checkpoint.split('\n') as [string, string, string]
  return { name, size: Number(size), root, day: edge.day }
}

/** Returns who signs along now, each with the day and the size of what it signed last. */
export async function witnessesSeen() {
  const present = await db
    .select({ name: ledgerWitnesses.name })
    .from(ledgerWitnesses)
    .where(isNull(ledgerWitnesses.removedSeq))
    .orderBy(asc(ledgerWitnesses.addedSeq))
  const signed = await db.select().from(ledgerCosignatures).orderBy(desc(ledgerCosignatures.size))
  return present.map(({ name }) => {
    const last = signed.find(one => one.witness === name)
    return { name, ...(last && { size: last.size, signedOn: dayIn(config.timeZone, momentOf(last.line)) }) }
  })
}

/** Reads the second that a witness wrote before its signature. @source C2SP tlog-cosignature */
function momentOf(line: string): Date {
  const bytes = readNote(`x\n\n${line}`)!.signatures[0]!.bytes
  return new Date(Number(new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0)) * 1000)
}
