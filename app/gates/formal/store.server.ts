import { and, eq } from 'drizzle-orm'
import { db, gateKeys, keptFiles } from '#db'
import { allow, refuse } from '~/decision'
import type { Person } from '~/people/rules'
import type { ReadyFile } from '~/promises/evidence/file.server'
import { keepFile } from '~/promises/evidence/store.server'
import { mayTurnFormalKey } from '../hands'
import { inStep, lose, type StepPlace, turn } from '../moving.server'

type By = Pick<Person, 'roles'>

/** Turns the key of the formal procedure: a statement by the works council, with its reason and a document if there is one. */
export const turnFormalKey = (place: StepPlace, said: { reason: string; file?: ReadyFile }, by: By, at: Date) =>
  inStep(place, at, async ({ tx, step, today }) => {
    if (!mayTurnFormalKey(by)) return refuse('notYourMove')
    if (said.reason.trim() === '') return refuse('reasonMissing')
    if (step.frozenOn === null) return refuse('notFrozen')
    if (step.keys.formal) return allow('turned' as const)
    if (said.file) await keepFile(tx, said.file)
    return turn(tx, { ...place, holder: 'formal', ...said }, { today, at })
  })

/** Turns the key of the formal procedure back, at once, with the reason of the works council. */
export const turnFormalKeyBack = (place: StepPlace, reason: string, by: By, at: Date) =>
  inStep(place, at, async ({ tx, step }) => {
    if (!mayTurnFormalKey(by)) return refuse('notYourMove')
    if (reason.trim() === '') return refuse('reasonMissing')
    return step.keys.formal ? lose(tx, { ...place, holder: 'formal', reason }, at) : allow('turnedBack' as const)
  })

/** Finds the document that stands at a key of this gate, as long as that key is turned. */
export async function findDocument(gateId: string, hash: string) {
  const [row] = await db
    .select({ hash: keptFiles.hash, kind: keptFiles.kind, content: keptFiles.content, name: gateKeys.fileName })
    .from(gateKeys)
    .innerJoin(keptFiles, eq(keptFiles.hash, gateKeys.fileHash))
    .where(and(eq(gateKeys.gateId, gateId), eq(gateKeys.fileHash, hash)))
    .limit(1)
  return row
}
