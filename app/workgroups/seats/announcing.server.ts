import { randomBytes, randomInt } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { type Db, draws, volunteers } from '#db'
import { canonical } from '~/ballot-box/canonical'
import { daysBetween } from '~/calendar'
import { allow, refuse } from '~/decision'
import { append } from '~/ledger/store.server'
import type { Person } from '~/people/rules'
import { lastDraw, todayHere } from '../store.server'
import { isVoting } from '../votes/running.server'
import { drawAnnounced } from '../witness'
import { dayOfEntry, firstWitness, otherHalf } from './chance.server'
import { inGroup } from './closing.server'
import { seatable } from './keeping'
import { offersBySeat, type Volunteer } from './offering.server'
import { asLot, stillAsked } from './rules'
import { maySeat, rulesByName } from './seating.server'
import { type DrawList, hashOf } from './seed'

/** Days after which a draw whose chance never came may be announced again. @source verify.mjs, `longestWait`: a witness signs at least every eight days */
const patienceDays = 8

/** Announces a draw: the list of numbers is entered in the ledger, and the chance comes afterwards from elsewhere. */
export function announceDraw(workgroupId: string, by: Pick<Person, 'id' | 'roles'>, at: Date) {
  const today = todayHere(at)
  return inGroup(workgroupId, at, async (tx, group) => {
    if (!(await maySeat(workgroupId, by, today, tx))) return refuse('notYourDeed')
    if (group.state === 'ended') return refuse('groupEnded')
    if (await isUnderWay(tx, workgroupId, at)) return refuse('drawRunning')
    if (await isVoting(tx, workgroupId)) return refuse('voteRunning')
    const { waiting, staying, free } = await offersBySeat(group, today, tx)
    if (free === 0) return refuse('noSeatFree')
    const rules = stillAsked(
      await rulesByName(tx, workgroupId),
      staying.map(({ traits }) => traits),
    )
    const seats = seatable(
      waiting.map(({ traits }) => traits),
      rules,
      free,
    )
    if (seats === 0 && waiting.length > 0) return refuse('seatsKept')
    if (waiting.length <= seats) return refuse('seatsForAll')
    return allow({ announcedSeq: await enter(tx, workgroupId, { waiting, rules, seats }, at) })
  })
}

type Announced = Pick<DrawList, 'rules' | 'seats'> & { waiting: readonly Volunteer[] }

/** Enters the list of numbers, with the sealed half of the house. */
async function enter(tx: Db, workgroupId: string, { waiting, rules, seats }: Announced, at: Date): Promise<number> {
  const numbered = await giveNumbers(tx, workgroupId, waiting)
  const lots = numbered.map(({ number, traits }) => asLot(number, traits, rules))
  const half = randomBytes(32).toString('hex')
  const sealedHalf = await hashOf(half)
  const list: DrawList = { v: 1, seats, rules, lots, sealedHalf, witness: (await firstWitness(tx)) ?? '' }
  const text = canonical(list)
  const announcedSeq = await append(tx, drawAnnounced(workgroupId, list, text), at)
  await tx.insert(draws).values({ workgroupId, announcedSeq, list: text, seed: half })
  return announcedSeq
}

/** A draw runs until it is held; one whose chance did not come in time may be followed by another. */
async function isUnderWay(tx: Db, workgroupId: string, at: Date): Promise<boolean> {
  const last = await lastDraw(workgroupId, tx)
  if (!last || last.heldOn !== null) return false
  // Its chance may be known while it waits for a vote: whoever does not like it announces no other.
  if (await otherHalf(tx, last.announcedSeq, JSON.parse(last.list) as DrawList)) return true
  const announcedOn = await dayOfEntry(tx, last.announcedSeq)
  return daysBetween(announcedOn, todayHere(at)) <= patienceDays
}

/** Gives volunteers numbers in no order, so that a number tells nothing of who has it. */
async function giveNumbers(tx: Db, workgroupId: string, waiting: readonly Volunteer[]) {
  const left = [...waiting]
  const drawn: (Volunteer & { number: number })[] = []
  while (left.length > 0) {
    const [one] = left.splice(randomInt(left.length), 1)
    drawn.push({ ...one!, number: drawn.length + 1 })
  }
  for (const { personId, number } of drawn) {
    const own = and(eq(volunteers.workgroupId, workgroupId), eq(volunteers.personId, personId))
    await tx.update(volunteers).set({ number }).where(own)
  }
  return drawn
}
