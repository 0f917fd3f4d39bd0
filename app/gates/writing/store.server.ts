import { and, eq, inArray, isNull, or } from 'drizzle-orm'
import { criteria, type Db, db, proposals } from '#db'
import type { Day } from '~/calendar'
import { allow, type Decision, refuse } from '~/decision'
import { sitsIn } from '~/workgroups/members.server'
import { asProposal, type Proposal } from '~/workgroups/votes/store.server'
import { proposeIn } from '~/workgroups/votes/voting.server'
import { freeze } from '../criteria'
import { inStep, type StepPlace } from '../moving.server'
import type { GateShown, StepShown } from '../store.server'
import { type CriterionSaid, type CriterionWords, mostCriteria, readingOf } from './criterion'

/** Who writes, and how criteria read in their language: what is proposed already is said anew when they change. */
export type Writer = { personId: string; inWords: (criteria: readonly CriterionWords[]) => string }
/** The criterion that is meant and how it read; a new one has neither. */
export type Meant = { number?: number; seen?: string }

/** Writes a criterion, or writes one anew, until the group votes on them. The same one twice is written once. */
export const writeCriterion = (place: StepPlace, said: CriterionSaid & Meant, by: Writer, at: Date) =>
  inWriting(place, by, at, async (tx, step) => {
    const { number, seen, ...words } = said
    if (number === undefined) return add(tx, step, { place, words })
    const old = step.criteria.find(one => one.number === number)
    if (!old || (readingOf(old) !== seen && readingOf(old) !== readingOf(words))) return refuse('changedMeanwhile')
    await tx.update(criteria).set(words).where(rowOf(place, number))
    return allow({ number })
  })

async function add(tx: Db, step: StepShown, { place, words }: { place: StepPlace; words: CriterionSaid }) {
  const same = step.criteria.find(one => readingOf(one) === readingOf(words))
  if (same) return allow({ number: same.number })
  if (step.criteria.length >= mostCriteria) return refuse('tooManyCriteria')
  const number = Math.max(0, ...step.criteria.map(one => one.number)) + 1
  await tx.insert(criteria).values({ ...place, number, ...words })
  return allow({ number })
}

/** Takes a criterion away, until the group votes on them; of what is proposed one has to stay. One that is gone stays gone. */
export const removeCriterion = (place: StepPlace, meant: Required<Meant>, by: Writer, at: Date) =>
  inWriting(place, by, at, async (tx, step, isProposed) => {
    const old = step.criteria.find(one => one.number === meant.number)
    if (!old) return allow({ number: meant.number })
    if (readingOf(old) !== meant.seen) return refuse('changedMeanwhile')
    if (isProposed && step.criteria.length === 1) return refuse('lastCriterion')
    await tx.delete(criteria).where(rowOf(place, meant.number))
    return allow({ number: meant.number })
  })

const rowOf = ({ gateId, version }: StepPlace, number: number) =>
  and(eq(criteria.gateId, gateId), eq(criteria.version, version), eq(criteria.number, number))

type Written = Decision<{ number: number }, 'changedMeanwhile' | 'tooManyCriteria' | 'lastCriterion'>

/** Works on the criteria of a step for a member: before they are fixed, and not while the group votes on them. */
function inWriting(
  place: StepPlace,
  { personId, inWords }: Writer,
  at: Date,
  work: (tx: Db, step: StepShown, isProposed: boolean) => Promise<Written>,
) {
  return inStep(place, at, async ({ tx, gate, step, today }) => {
    if (!(await sitsIn(gate.workgroupId, personId, today, tx))) return refuse('notAMember')
    if (step.frozenOn !== null) return refuse('alreadyFrozen')
    const proposed = await findProposed(gate, place.version, tx)
    if (proposed && proposed.state !== 'discussion') return refuse('votePending')
    const done = await work(tx, step, proposed !== undefined)
    if (done.ok && proposed) await sayAnew(tx, proposed, inWords(await criteriaOf(place, tx)))
    return done
  })
}

async function criteriaOf({ gateId, version }: StepPlace, tx: Db): Promise<CriterionWords[]> {
  const own = and(eq(criteria.gateId, gateId), eq(criteria.version, version))
  return tx.select().from(criteria).where(own).orderBy(criteria.number)
}

/** What is still discussed reads as the criteria do now; whoever opens the vote has to have seen that. */
async function sayAnew(tx: Db, { id, version }: Proposal, words: string) {
  await tx
    .update(proposals)
    .set({ words, version: version + 1 })
    .where(eq(proposals.id, id))
}

/** Finds the proposal to fix the criteria of a step that is still discussed, voted on, or waits to be done. */
export async function findProposed(
  { id, workgroupId }: Pick<GateShown, 'id' | 'workgroupId'>,
  version: number,
  from: Db = db,
) {
  const waits = and(eq(proposals.state, 'adopted'), isNull(proposals.appliedOn))
  const open = and(
    eq(proposals.workgroupId, workgroupId),
    eq(proposals.subject, 'criteria'),
    or(inArray(proposals.state, ['discussion', 'voting']), waits),
  )
  const rows = await from.select().from(proposals).where(open).orderBy(proposals.id)
  const about = rows.map(asProposal).filter(one => isAbout(one, id, version))
  return about.find(({ state }) => state !== 'discussion') ?? about[0]
}

const isAbout = ({ about }: Proposal, gateId: string, version: number) =>
  about !== undefined && 'gateId' in about && about.gateId === gateId && about.version === version

type Asked = { title: string; measuringFrom: Day }

/**
 * Puts the criteria of a step before the group, once: they stay as they are from the moment the vote opens. What the group
 * reads is made from them as they stand then, not as somebody saw them before.
 */
export const proposeCriteria = (place: StepPlace, { title, measuringFrom }: Asked, by: Writer, at: Date) =>
  inStep(place, at, async ({ tx, gate, step, today }) => {
    const decision = freeze({ frozenOn: step.frozenOn, criteria: step.criteria.length }, measuringFrom, today)
    if (!decision.ok) return decision
    const proposed = await findProposed(gate, place.version, tx)
    if (proposed) return allow({ id: proposed.id })
    const { gateId, version } = place
    const about = { gateId, version }
    const said = {
      subject: 'criteria' as const,
      title,
      words: by.inWords(step.criteria),
      about,
      detail: { measuringFrom },
    }
    return proposeIn(tx, said, { workgroupId: gate.workgroupId, personId: by.personId, at })
  })
