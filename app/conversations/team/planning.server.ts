import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { type Db, teamTalks, transact } from '#db'
import { type Day, dayIn } from '~/calendar'
import { config } from '~/config.server'
import { allow, refuse } from '~/decision'
import type { Person } from '~/people/rules'
import { type ClockTime, instantOf } from '../clock'
import type { GuideSlug } from '../guides/rules'
import { changeTalk, holdTalk, planTalk } from './rules'
import { findTalk, type TalkRow } from './store.server'
import { ownTeamsOf } from './teams.server'

export type Lead = Pick<Person, 'id' | 'roles' | 'teamId'>
/** When a talk is, and what it is about. */
export type Plan = { plannedOn: Day; time: ClockTime; guideSlug?: GuideSlug; roundId?: string }

const todayHere = (at: Date): Day => dayIn(config.timeZone, at)

/** Plans a talk with a team of this lead. The same one sent twice is one talk. */
export function recordPlan(plan: Plan & { teamId: string }, lead: Lead, at: Date) {
  return transact(async tx => {
    const plannedFor = momentOf(plan, at)
    if (!plannedFor.ok) return plannedFor
    if (!(await isOwn(plan.teamId, lead, tx))) return refuse('notYourTeam')
    const same = await findSame(tx, plan.teamId, plannedFor.value)
    if (same) return allow({ id: same })
    const id = randomUUID()
    await tx.insert(teamTalks).values({
      ...{ id, teamId: plan.teamId, leadId: lead.id, state: 'planned' as const, version: 1 },
      ...about(plan, plannedFor.value),
    })
    return allow({ id })
  })
}

/** Gives a talk another time, card or result. */
export function recordChange(id: string, plan: Plan & { seen: number }, lead: Lead, at: Date) {
  return transact(async tx => {
    const talk = await findOwn(id, lead, tx)
    if (!talk) return refuse('noSuchTalk')
    const plannedFor = momentOf(plan, at)
    if (!plannedFor.ok) return plannedFor
    const wanted = about(plan, plannedFor.value)
    if (talk.version === plan.seen + 1 && talk.state === 'planned' && isAbout(talk, wanted)) return allow({ id })
    const decision = changeTalk(talk, plan.seen)
    if (!decision.ok) return decision
    await write(tx, talk, { ...wanted, leadId: lead.id })
    return allow({ id })
  })
}

/** Calls a talk off; called off twice is called off. */
export function recordCancel(id: string, seen: number, lead: Lead) {
  return transact(async tx => {
    const talk = await findOwn(id, lead, tx)
    if (!talk) return refuse('noSuchTalk')
    if (talk.state === 'cancelled') return allow({ id })
    const decision = changeTalk(talk, seen)
    if (!decision.ok) return decision
    await write(tx, talk, { state: 'cancelled' })
    return allow({ id })
  })
}

/** Says that a talk was held; said twice for the same day is said once. */
export function recordHeld(id: string, asked: { seen: number; heldOn: Day }, lead: Lead, at: Date) {
  return transact(async tx => {
    const talk = await findOwn(id, lead, tx)
    if (!talk) return refuse('noSuchTalk')
    if (talk.state === 'held' && talk.heldOn === asked.heldOn) return allow({ id })
    const decision = holdTalk(talk, asked, todayHere(at))
    if (!decision.ok) return decision
    await write(tx, talk, { state: 'held', heldOn: decision.value })
    return allow({ id })
  })
}

/** Finds a talk of a team that this lead leads now; what is of another team does not exist. */
export async function findOwn(id: string, lead: Lead, from: Db): Promise<TalkRow | undefined> {
  const talk = await findTalk(id, from)
  return talk && (await isOwn(talk.teamId, lead, from)) ? talk : undefined
}

/** Tells whether this lead leads a team now. */
export const isOwn = async (teamId: string, lead: Lead, from: Db): Promise<boolean> =>
  (await ownTeamsOf(lead, from)).some(team => team.id === teamId)

/** Returns the instant of a plan, when there is such a time and it is near enough. */
function momentOf({ plannedOn, time }: Plan, at: Date) {
  const decision = planTalk(plannedOn, todayHere(at))
  if (!decision.ok) return decision
  const plannedFor = instantOf(plannedOn, time, config.timeZone)
  return plannedFor ? allow(plannedFor) : refuse('skippedByClock')
}

const about = ({ guideSlug, roundId }: Plan, plannedFor: Date) => ({
  plannedFor,
  guideSlug: guideSlug ?? null,
  roundId: roundId ?? null,
})

const isAbout = (talk: TalkRow, { plannedFor, guideSlug, roundId }: ReturnType<typeof about>) =>
  talk.plannedFor.getTime() === plannedFor.getTime() && talk.guideSlug === guideSlug && talk.roundId === roundId

const write = (tx: Db, { id, version }: TalkRow, changed: Partial<TalkRow>) =>
  tx
    .update(teamTalks)
    .set({ ...changed, version: version + 1 })
    .where(eq(teamTalks.id, id))

/** Finds the talk with the same team at the same time: a button that was pressed twice. */
async function findSame(tx: Db, teamId: string, plannedFor: Date): Promise<string | undefined> {
  const there = and(eq(teamTalks.teamId, teamId), eq(teamTalks.plannedFor, plannedFor), eq(teamTalks.state, 'planned'))
  const [row] = await tx.select({ id: teamTalks.id }).from(teamTalks).where(there)
  return row?.id
}
