import { randomUUID } from 'node:crypto'
import { and, asc, eq, isNotNull, isNull } from 'drizzle-orm'
import { type Db, db, teamAgreements, transact } from '#db'
import { type Day, dayIn } from '~/calendar'
import { config } from '~/config.server'
import { allow, refuse } from '~/decision'
import type { AgreementFacts } from './agreements'
import { findOwn, isOwn, type Lead } from './planning.server'
import { type AgreementOutcome, type AgreementOwner, agree, askPromise, endAgreement } from './rules'
import { findAgreement } from './store.server'

type Said = { action: string; owner: AgreementOwner; dueOn: Day }

/** Writes down what was agreed in a talk. The very same agreement sent twice is one agreement. */
export function recordAgreement(talkId: string, said: Said, lead: Lead, at: Date) {
  return transact(async tx => {
    const talk = await findOwn(talkId, lead, tx)
    if (!talk) return refuse('noSuchTalk')
    const there = await tx.select().from(teamAgreements).where(eq(teamAgreements.talkId, talkId))
    const same = there.find(one => one.action === said.action && one.owner === said.owner && one.dueOn === said.dueOn)
    if (same) return allow({ id: same.id })
    const decision = agree(talk, { dueOn: said.dueOn, before: there.length }, todayHere(at))
    if (!decision.ok) return decision
    const id = randomUUID()
    const { action, owner, dueOn } = said
    const row = { id, talkId, teamId: talk.teamId, action, owner, dueOn, agreedOn: talk.heldOn! }
    await tx.insert(teamAgreements).values(row)
    return allow({ id })
  })
}

/** Ends an agreement: done, or dropped for a reason. */
export function recordEnd(id: string, asked: { outcome: AgreementOutcome; because: string }, lead: Lead, at: Date) {
  return transact(async tx => {
    const agreement = await findOwnAgreement(id, lead, tx)
    if (!agreement) return refuse('noSuchAgreement')
    const decision = endAgreement(agreement, asked)
    if (!decision.ok || decision.value === 'before') return decision
    const because = asked.outcome === 'dropped' ? asked.because : null
    await write(tx, id, { outcome: asked.outcome, because, endedOn: todayHere(at) })
    return decision
  })
}

/** Puts an agreement before management, which may make a promise of it. */
export function recordPromiseAsked(id: string, lead: Lead, at: Date) {
  return transact(async tx => {
    const agreement = await findOwnAgreement(id, lead, tx)
    if (!agreement) return refuse('noSuchAgreement')
    const decision = askPromise(agreement)
    if (decision.ok && decision.value === 'now') await write(tx, id, { promiseAskedOn: todayHere(at) })
    return decision
  })
}

/** Ties the promise that management made to the agreement it was asked for; the first promise stays. */
export const linkPromise = (id: string, promiseId: string) =>
  transact(async tx => {
    const waiting = and(
      eq(teamAgreements.id, id),
      isNotNull(teamAgreements.promiseAskedOn),
      isNull(teamAgreements.promiseId),
    )
    await tx.update(teamAgreements).set({ promiseId }).where(waiting)
  })

/** Finds an agreement that management is asked to make a promise of; nothing for one that nobody asked about. */
export async function findAsked(id: string): Promise<AgreementFacts | undefined> {
  const agreement = await findAgreement(id)
  return agreement?.promiseAskedOn ? agreement : undefined
}

/** Returns the agreements that management is asked to make a promise of and has not, the longest waiting first. */
export const listAsked = (): Promise<AgreementFacts[]> =>
  db
    .select()
    .from(teamAgreements)
    .where(
      and(isNotNull(teamAgreements.promiseAskedOn), isNull(teamAgreements.promiseId), isNull(teamAgreements.outcome)),
    )
    .orderBy(asc(teamAgreements.promiseAskedOn), asc(teamAgreements.id))

const todayHere = (at: Date): Day => dayIn(config.timeZone, at)

async function findOwnAgreement(id: string, lead: Lead, from: Db) {
  const agreement = await findAgreement(id, from)
  return agreement && (await isOwn(agreement.teamId, lead, from)) ? agreement : undefined
}

const write = (tx: Db, id: string, changed: Partial<AgreementFacts>) =>
  tx.update(teamAgreements).set(changed).where(eq(teamAgreements.id, id))
