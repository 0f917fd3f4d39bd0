import { and, asc, eq, sql } from 'drizzle-orm'
import { type Db, db, keptFiles, phaseOutputs, sites, useCases, workgroups } from '#db'
import { type Day, dayIn } from '~/calendar'
import { config } from '~/config.server'
import { missingOutputs, notBefore, type Output } from '../phases'
import { proofsOf } from './proving.server'
import type { OutputShown, UseCase } from './use-case'

/** Returns today's day where the house is. */
export const todayHere = (at: Date): Day => dayIn(config.timeZone, at)

const rowsFrom = (from: Db) =>
  from
    .select({ useCase: useCases, workgroup: workgroups.name })
    .from(useCases)
    .innerJoin(workgroups, eq(workgroups.id, useCases.workgroupId))

/** Returns every use case, in the order in which they began. */
export async function listUseCases(today: Day): Promise<UseCase[]> {
  const rows = await rowsFrom(db).orderBy(asc(useCases.number))
  return Promise.all(rows.map(row => inFull(row, today, db)))
}

/** Finds a use case as it stands today. */
export async function findUseCase(id: string, today: Day, from: Db = db): Promise<UseCase | undefined> {
  const [row] = await rowsFrom(from).where(eq(useCases.id, id))
  return row && inFull(row, today, from)
}

type Row = { useCase: typeof useCases.$inferSelect; workgroup: string }

async function inFull({ useCase, workgroup }: Row, today: Day, from: Db): Promise<UseCase> {
  const { id, name, workgroupId, phase, enteredOn } = useCase
  const shown = await shownBy(id, from)
  const proofs = await proofsOf({ id, workgroupId, enteredOn, phase }, today, from)
  const has = [...Object.keys(proofs), ...shown.filter(one => one.phase === phase).map(one => one.output)] as Output[]
  const missing = missingOutputs({ phase, shown: has })
  return { id, name, workgroupId, workgroup, phase, enteredOn, shown, proofs, missing }
}

async function shownBy(useCaseId: string, from: Db): Promise<OutputShown[]> {
  const byteCount = sql<number>`length(${keptFiles.content})`.mapWith(Number)
  const rows = await from
    .select({ shown: phaseOutputs, file: { kind: keptFiles.kind, byteCount } })
    .from(phaseOutputs)
    .leftJoin(keptFiles, eq(keptFiles.hash, phaseOutputs.fileHash))
    .where(eq(phaseOutputs.useCaseId, useCaseId))
    .orderBy(asc(phaseOutputs.shownOn), asc(phaseOutputs.output))
  return rows.map(({ shown: { phase, output, proof, shownOn, fileHash, fileName }, file }) => ({
    ...{ phase, output, proof, shownOn },
    ...(fileHash && file?.kind && { file: { ...file, hash: fileHash, name: fileName ?? '' } }),
  }))
}

/** Finds a file that was shown of a use case, with the name it was given there. */
export async function findShownFile(useCaseId: string, hash: string) {
  const [row] = await db
    .select({ hash: keptFiles.hash, kind: keptFiles.kind, content: keptFiles.content, name: phaseOutputs.fileName })
    .from(phaseOutputs)
    .innerJoin(keptFiles, eq(keptFiles.hash, phaseOutputs.fileHash))
    .where(and(eq(phaseOutputs.useCaseId, useCaseId), eq(phaseOutputs.fileHash, hash)))
    .limit(1)
  return row
}

/** Returns the groups a use case may belong to: those whose mandate runs. */
export async function openGroups(): Promise<{ id: string; name: string }[]> {
  const rows = await db.select().from(workgroups).orderBy(asc(workgroups.number))
  return rows.filter(({ state }) => state !== 'ended').map(({ id, name }) => ({ id, name }))
}

/** Returns what the law alone takes before anything may begin for customers; in Belgium from the day of the written information. */
export async function notBeforeOf({ phase, shown }: UseCase, today: Day) {
  const rows = await db.selectDistinct({ country: sites.jurisdiction }).from(sites)
  const countries = rows.map(({ country }) => country)
  const informedOn = shown.find(({ output }) => output === 'cao39')?.shownOn ?? null
  return { phase, isDutch: countries.includes('NL'), belgian: notBefore({ countries, informedOn }, today) }
}
