import { count, eq } from 'drizzle-orm'
import { type Db, vetoes, vetoMoves } from '#db'
import type { Day } from '~/calendar'
import { allow, type Decision, refuse } from '~/decision'
import { append } from '~/ledger/store.server'
import { adoptedAbout } from '~/workgroups/votes/adopted.server'
import { answerDueOn } from './holidays.server'
import { inStep, type StepPlace } from './moving.server'
import { moveVeto, type VetoAsked, type VetoMove, type VetoRefusal, type VetoState } from './vetoes'
import { vetoMoved, vetoRaised } from './witness'

/** What a veto says, as the group wrote it. */
export type VetoSaid = { criterion: number; evidence: string; persuade: string }

/** Which subject of a vote moves a veto; what management does needs no vote of the group. */
const voteFor: Partial<Record<VetoMove, 'persuaded' | 'escalate'>> = { persuaded: 'persuaded', escalate: 'escalate' }

/** Lets an adopted veto of the group stand: from this moment nothing of that step is open. The same vote raises one veto. */
export const raiseVeto = (place: StepPlace, said: VetoSaid, proposalId: string, at: Date) =>
  inStep(place, at, async ({ tx, step, today }) => {
    const about = { ...place, criterion: said.criterion }
    const adopted = await adoptedAbout(tx, proposalId, 'veto', about)
    if (!adopted.ok) return adopted
    if (!step.criteria.some(({ number }) => number === said.criterion)) return refuse('noSuchCriterion')
    const [raised] = await tx.select().from(vetoes).where(eq(vetoes.proposalId, proposalId))
    if (raised) return allow({ id: raised.id })
    const number = await nextNumber(tx)
    const veto = { id: `X-${number}`, ...place, ...said, proposalId, answerDueOn: await answerDueOn(today, tx) }
    await tx.insert(vetoes).values({ ...veto, number, state: 'raised', raisedOn: today })
    await append(tx, vetoRaised(veto), at)
    return allow({ id: veto.id })
  })

/** Moves a veto a step, and with it the gate. What the group does needs its adopted vote. */
export async function recordVetoMove(vetoId: string, asked: VetoAsked & { proposalId?: string }, at: Date, from: Db) {
  const [found] = await from.select().from(vetoes).where(eq(vetoes.id, vetoId))
  if (!found) return refuse('noSuchVeto')
  return inStep(found, at, async ({ tx, today }) => {
    const veto = (await tx.select().from(vetoes).where(eq(vetoes.id, vetoId)))[0]!
    const decision: Decision<{ state: VetoState }, VetoRefusal> = moveVeto(veto, asked)
    if (!decision.ok) return decision
    const subject = voteFor[asked.move]
    const adopted = subject && (await adoptedAbout(tx, asked.proposalId ?? '', subject, { vetoId }))
    if (adopted && !adopted.ok) return adopted
    await tx.update(vetoes).set(decision.value).where(eq(vetoes.id, vetoId))
    await follow(tx, vetoId, { ...asked, state: decision.value.state, movedOn: today })
    const state = decision.value.state as Exclude<VetoState, 'raised'>
    await append(tx, vetoMoved({ ...asked, id: vetoId, state, side: asked.by }), at)
    return decision
  })
}

async function follow(tx: Db, vetoId: string, move: VetoAsked & { state: VetoState; movedOn: Day }) {
  const own = eq(vetoMoves.vetoId, vetoId)
  const [row] = await tx.select({ moves: count().mapWith(Number) }).from(vetoMoves).where(own)
  const { state, by, movedOn, reason, name } = move
  const moved = { vetoId, number: (row?.moves ?? 0) + 1, state, side: by, movedOn, reason, signedBy: name ?? null }
  await tx.insert(vetoMoves).values(moved)
}

async function nextNumber(tx: Db): Promise<number> {
  const [row] = await tx.select({ all: count().mapWith(Number) }).from(vetoes)
  return (row?.all ?? 0) + 1
}
