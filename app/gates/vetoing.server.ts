import { count, eq } from 'drizzle-orm'
import { type Db, db, vetoes, vetoMoves, workgroups } from '#db'
import type { Day } from '~/calendar'
import { allow, refuse } from '~/decision'
import { append } from '~/ledger/store.server'
import { recordBreaking } from '~/promises/breaking.server'
import { markApplied } from '~/workgroups/votes/adopted.server'
import { decidedAbout } from './decided.server'
import { answerDueOn } from './holidays.server'
import { inStep, type StepPlace } from './moving.server'
import { moveVeto, type VetoAsked, type VetoMove, type VetoState } from './vetoes'
import { vetoMoved, vetoRaised } from './witness'

/** Which subject of a vote moves a veto; what management does needs no vote of the group. */
const voteFor: Partial<Record<VetoMove, 'persuaded' | 'escalate'>> = { persuaded: 'persuaded', escalate: 'escalate' }

/** Lets an adopted veto of the group stand: from this moment nothing of that step is open. The same vote raises one veto. */
export const raiseVeto = (place: StepPlace & { criterion: number }, proposalId: string, at: Date) =>
  inStep(place, at, async ({ tx, gate, step, today }) => {
    const found = await decidedAbout(tx, proposalId, { subject: 'veto', gate, about: place })
    if (!found.ok) return found
    if (step.frozenOn === null) return refuse('notFrozen')
    if (!step.criteria.some(({ number }) => number === place.criterion)) return refuse('noSuchCriterion')
    const [raised] = await tx.select().from(vetoes).where(eq(vetoes.proposalId, proposalId))
    if (raised) return allow({ id: raised.id })
    const number = await nextNumber(tx)
    const said = { evidence: found.value.words, persuade: found.value.detail.persuade ?? '' }
    const veto = { id: `X-${number}`, ...place, ...said, proposalId, answerDueOn: await answerDueOn(today, tx) }
    await markApplied(tx, proposalId, today)
    await tx.insert(vetoes).values({ ...veto, number, state: 'raised', raisedOn: today })
    await append(tx, vetoRaised(veto), at)
    return allow({ id: veto.id })
  })

/** Moves a veto a step, and with it the gate. What the group does needs its adopted vote. */
export async function recordVetoMove(vetoId: string, asked: VetoAsked & { proposalId?: string }, at: Date) {
  const [found] = await db.select().from(vetoes).where(eq(vetoes.id, vetoId))
  if (!found) return refuse('noSuchVeto')
  return inStep(found, at, async ({ tx, gate, today }) => {
    const veto = (await tx.select().from(vetoes).where(eq(vetoes.id, vetoId)))[0]!
    const subject = voteFor[asked.move]
    const decided = subject && (await decidedAbout(tx, asked.proposalId ?? '', { subject, gate, about: { vetoId } }))
    if (decided && !decided.ok) return decided
    if (decided?.value.appliedOn) return allow({ state: veto.state })
    const decision = moveVeto(veto, asked)
    if (!decision.ok) return decision
    const { state } = decision.value
    if (state === 'overridden' && !(await breakVetoPromise(tx, gate.workgroupId, asked.reason, at)))
      return refuse('noVetoPromise')
    if (asked.proposalId) await markApplied(tx, asked.proposalId, today)
    await tx.update(vetoes).set({ state }).where(eq(vetoes.id, vetoId))
    await follow(tx, vetoId, { ...asked, state, movedOn: today })
    await append(
      tx,
      vetoMoved({ ...asked, id: vetoId, state: state as Exclude<VetoState, 'raised'>, side: asked.by }),
      at,
    )
    return decision
  })
}

/**
 * Whoever overrides a veto breaks the promise not to; the register says so in the same breath, whatever it said before.
 *
 * @returns whether there is such a promise: without one nobody could see what an override costs
 * @source product.md, rule 6
 */
async function breakVetoPromise(tx: Db, workgroupId: string, reason: string, at: Date) {
  const [group] = await tx.select().from(workgroups).where(eq(workgroups.id, workgroupId))
  if (!group?.vetoPromiseId) return false
  await recordBreaking(tx, group.vetoPromiseId, reason, at)
  return true
}

async function follow(tx: Db, vetoId: string, move: VetoAsked & { state: VetoState; movedOn: Day }) {
  const own = eq(vetoMoves.vetoId, vetoId)
  const [row] = await tx
    .select({ moves: count().mapWith(Number) })
    .from(vetoMoves)
    .where(own)
  const { state, by, movedOn, reason, name } = move
  const moved = { vetoId, number: (row?.moves ?? 0) + 1, state, side: by, movedOn, reason, signedBy: name ?? null }
  await tx.insert(vetoMoves).values(moved)
}

async function nextNumber(tx: Db): Promise<number> {
  const [row] = await tx.select({ all: count().mapWith(Number) }).from(vetoes)
  return (row?.all ?? 0) + 1
}
