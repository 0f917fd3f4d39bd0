import { and, eq } from 'drizzle-orm'
import { type Db, db, keptFiles, promiseEvents, transact } from '#db'
import type { Day } from '~/calendar'
import { refuse } from '~/decision'
import { append } from '~/ledger/store.server'
import type { Person } from '~/people/rules'
import { findPromise } from '../reading.server'
import type { PromiseInFull } from '../register'
import { type Side, sideOf } from '../rules'
import { follow, todayHere } from '../store.server'
import { witnessOfEvidence } from '../witness'
import type { ReadyFile } from './file.server'

/** What somebody adds: words, and a file if there is one. */
export type Shown = { note: string; file?: ReadyFile }

/** Adds something by which anybody can see how a promise stands. It takes nothing away from what others have read. */
export function recordEvidence(id: string, { note, file }: Shown, by: Pick<Person, 'roles'>, at: Date) {
  const today = todayHere(at)
  return transact(async tx => {
    const side = sideOf(by)
    const promise = await findPromise(id, today, tx)
    if (!promise) return refuse('noSuchPromise')
    if (!side) return refuse('notYourDeed')
    if (isShownToday(promise, { note, side, hash: file?.hash, today })) return { ok: true, value: { id } } as const
    if (file) await keepFile(tx, file)
    const { status } = promise
    await follow(tx, promise, { kind: 'evidence', side, happenedOn: today, status, note, file })
    await append(tx, witnessOfEvidence(id, note, file), at)
    return { ok: true, value: { id } } as const
  })
}

type Same = { note: string; side: Side; hash?: string; today: Day }

/** A button that was pressed twice adds one piece of evidence. */
const isShownToday = ({ events }: PromiseInFull, { note, side, hash, today }: Same) =>
  events.some(
    one =>
      one.kind === 'evidence' &&
      one.note === note &&
      one.side === side &&
      one.file?.hash === hash &&
      one.happenedOn === today,
  )

/** Keeps a file. The same file twice is kept once: its name is its content. */
export const keepFile = (tx: Db, { hash, kind, content }: ReadyFile) =>
  tx.insert(keptFiles).values({ hash, kind, content }).onConflictDoNothing()

/** Finds a file that stands at this promise, with the name it was given there. */
export async function findFile(promiseId: string, hash: string) {
  const [row] = await db
    .select({ hash: keptFiles.hash, kind: keptFiles.kind, content: keptFiles.content, name: promiseEvents.fileName })
    .from(promiseEvents)
    .innerJoin(keptFiles, eq(keptFiles.hash, promiseEvents.fileHash))
    .where(and(eq(promiseEvents.promiseId, promiseId), eq(promiseEvents.fileHash, hash)))
    .limit(1)
  return row
}
