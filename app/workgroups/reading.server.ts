import { db } from '#db'
import { hasRole, type Person, promisers } from '~/people/rules'
import { successorsOf } from '~/promises/showing.server'
import { budgetOf } from './budget/store.server'
import { hoursOf } from './hours/store.server'
import { membersOf, restingIn, sitsIn } from './members.server'
import { ruleFieldsFor } from './rule-fields'
import { endGroup, founders, isAboutVetoes } from './rules'
import { drawShown, seatsShown } from './seats/holding.server'
import { isDrawing, ownOffer } from './seats/offering.server'
import { offerToSit } from './seats/rules'
import { maySeat } from './seats/seating.server'
import { endingTerm } from './seats/terms.server'
import type { GroupFigures, GroupLine, GroupShown, OwnStanding, SeatsShown } from './shown'
import { factsOf, findGroup, listGroups, mandatesOf, sitesHere, todayHere, type Workgroup } from './store.server'
import { listProposals } from './votes/store.server'

/** Returns every group with how many sit in it. */
export async function groupLines(at: Date): Promise<GroupLine[]> {
  const today = todayHere(at)
  const all = await listGroups()
  return Promise.all(
    all.map(async ({ id, name, state, seats }) => {
      return { id, name, state, seats, seated: (await membersOf(id, today)).length }
    }),
  )
}

/**
 * Returns a group as its pages show it, with its mandates and who sits in it.
 *
 * @throws a 404 where there is no such group
 */
export async function groupShown(id: string, at: Date) {
  const group = await requireGroup(id)
  const members = await membersOf(id, todayHere(at))
  const resting = (await restingIn(id, todayHere(at))).map(({ name }) => name)
  return { group: asShown(group), mandates: await mandatesOf(id), members, resting }
}

/**
 * Finds a group.
 *
 * @throws a 404 where there is none
 */
export async function requireGroup(id: string): Promise<Workgroup> {
  const group = await findGroup(id)
  if (!group) throw new Response(null, { status: 404 })
  return group
}

const asShown = ({ id, name, state, seats, weeklyMinutes, foundedOn, vetoPromiseId }: Workgroup): GroupShown => ({
  ...{ id, name, state, seats, weeklyMinutes, foundedOn, vetoPromiseId },
})

/** Returns how the seats stand; how many wait is told to who may seat them only. */
export async function seatsFor(id: string, person: Pick<Person, 'id' | 'roles'>, at: Date): Promise<SeatsShown> {
  const group = await requireGroup(id)
  const seats = await seatsShown(group, at)
  if (await maySeat(id, person, todayHere(at))) return seats
  return {
    ...seats,
    waiting: undefined,
    room: undefined,
    rules: seats.rules.map(rule => ({ ...rule, offered: undefined })),
  }
}

/** Returns where somebody stands towards a group. */
export async function ownStanding(id: string, person: Pick<Person, 'id' | 'roles'>, at: Date): Promise<OwnStanding> {
  const today = todayHere(at)
  const [offer, draw] = [await ownOffer(id, person.id), await drawShown(id)]
  return {
    sits: await sitsIn(id, person.id, today),
    offers: offer !== undefined,
    mayOffer: offerToSit(person).ok,
    maySeat: await maySeat(id, person, today),
    mayStay: (await endingTerm(id, person.id, today)) !== undefined,
    number: draw && offer?.number,
  }
}

/** Returns the fields in which the form asks who has to be at the table. */
export const ruleFieldsHere = async () => ruleFieldsFor((await sitesHere()).map(site => site.id))

/** Returns what somebody may do about a mandate, and for a director which promises could be bound to a group without one. */
export async function mandateDeeds(group: GroupShown, person: Pick<Person, 'roles'>, at: Date) {
  const facts = await factsOf((await findGroup(group.id))!, todayHere(at))
  const mayBind = hasRole(person, promisers) && group.state !== 'ended' && !group.vetoPromiseId
  return {
    may: { write: hasRole(person, founders) && group.state !== 'ended', end: endGroup(facts, person).ok },
    choices: mayBind ? (await successorsOf('', at)).filter(({ text }) => isAboutVetoes(text)) : undefined,
  }
}

/** Returns why somebody can neither offer to sit in a group now nor take it back; nothing where they can. */
export async function offerClosed(
  id: string,
  person: Pick<Person, 'id' | 'roles'>,
  at: Date,
): Promise<'groupEnded' | 'alreadySits' | 'otherSideOfTheTable' | 'drawRunning' | undefined> {
  const group = await requireGroup(id)
  const offering = offerToSit(person)
  if (group.state === 'ended') return 'groupEnded'
  const today = todayHere(at)
  if (!(await endingTerm(id, person.id, today)) && (await sitsIn(id, person.id, today))) return 'alreadySits'
  if (!offering.ok) return offering.because
  return (await isDrawing(db, id)) ? 'drawRunning' : undefined
}

/** Returns the few figures of a group that its first page shows; each has a page of its own. */
export async function figuresOf(id: string, at: Date): Promise<GroupFigures> {
  const [budget, hours, all] = [await budgetOf(id), await hoursOf(id, todayHere(at)), await listProposals(id)]
  return {
    leftCents: budget.booked > 0 ? budget.leftCents : undefined,
    releasedPct: hours.lately?.releasedPct,
    voting: all.filter(({ state }) => state === 'voting').length,
  }
}
