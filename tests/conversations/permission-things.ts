import { eq } from 'drizzle-orm'
import {
  accessLog,
  boardLines,
  conversationRecords,
  conversations,
  developmentPlans,
  keyWraps,
  ownKeys,
  persons,
  teamAgreements,
  teams,
  teamTalks,
  transact,
} from '#db'
import type { PlanSight } from '~/conversations/plan/rules'
import type { Role } from '~/people/rules'
import { foundOrganisation } from '../people/cast'
import type { Column } from './permission-table'
import { hireInto, inDays, today } from './team/cast'

/** Who somebody in a column is; nobody for the stranger. */
export const actors: Record<Column, string | undefined> = {
  ...{ employee: 'em', lead: 'lo', otherLead: 'ot', hr: 'hr', worksCouncil: 'or', executive: 'di' },
  ...{ platformAdmin: 'pa', projectLead: 'pl', workgroupMember: 'wm', stranger: undefined },
  ...{ successor: 'su', leftLead: 'lo' },
}

/** Founds a team with a lead and an employee, and an office with everybody else; each has an own key. */
export async function foundEverybody() {
  await foundOrganisation()
  await transact(tx => tx.insert(teams).values({ id: 'office', name: 'Kantoor', parentId: null, siteId: 's' }))
  await hireInto('t', 'em')
  await hireInto('t', 'lo', ['teamLead'])
  const others = { ot: 'teamLead', hr: 'hr', or: 'worksCouncil', di: 'executive', pa: 'platformAdmin' }
  const more = { ...others, pl: 'projectLead', wm: 'workgroupMember' }
  for (const [id, role] of Object.entries(more)) await hireInto('office', id, [role as Role])
  for (const id of ['em', 'lo', ...Object.keys(more)]) await giveLockedKey(id)
}

/** Takes the first lead out of the team, and puts another one in that place. */
export async function successorComes() {
  await transact(tx => tx.update(persons).set({ leftAt: new Date() }).where(eq(persons.id, 'lo')))
  await hireInto('t', 'su', ['teamLead'])
  await giveLockedKey('su')
}

const giveLockedKey = (personId: string) =>
  transact(tx =>
    tx.insert(ownKeys).values({
      ...{ personId, publicKey: `key-of-${personId}`, lockedKey: `lock-of-${personId}`, salt: 'AA', iv: 'AA' },
      ...{ stretching: 600_000, madeOn: inDays(-30) },
    }),
  )

/** What is sealed in a thing, as far as a door can tell. */
export const wordsOf = (id: string) => `words-${id}`
export const newerWordsOf = (id: string) => `newer-${id}`

type State = (typeof conversations.$inferSelect)['state']
const talk = (id: string, state: State) =>
  transact(tx =>
    tx.insert(conversations).values({
      ...{ id, employeeId: 'em', leadId: 'lo', invitedBy: 'lead', state, invitedOn: inDays(-5), isCounted: true },
      plannedFor: state === 'planned' ? new Date() : null,
      heldOn: state === 'invited' || state === 'planned' ? null : inDays(-3),
      endedOn: state === 'withdrawn' ? today : null,
    }),
  )

type Kept = Partial<typeof conversationRecords.$inferInsert>
async function record(id: string, kept: Kept = {}) {
  const standing = { version: 1, revision: 1, sealedShared: wordsOf(id) }
  await transact(tx => tx.insert(conversationRecords).values({ conversationId: id, ...standing, ...kept }))
}

async function recorded(id: string, kept: Kept = {}, readers = ['em', 'lo']) {
  await talk(id, 'held')
  await record(id, kept)
  await wrap(id, readers)
}

const wrap = (thingId: string, readers: string[], endsOn: string | null = null) =>
  transact(tx =>
    tx
      .insert(keyWraps)
      .values(readers.map(personId => ({ thingId, personId, wrapped: `wrap-${personId}`, givenOn: today, endsOn }))),
  )

const agreedOn = { leadAgreedOn: today, employeeAgreedOn: today }

async function shared(id: string) {
  await recorded(id, agreedOn)
  await wrap(id, ['hr'], inDays(20))
  const log = (actorId: string) => ({ id: `log-${actorId}-${id}`, thingId: id, actorId, at: new Date() })
  await transact(tx => tx.insert(accessLog).values(['em', 'lo'].map(who => ({ ...log(who), deed: 'agreed' as const }))))
}

const plan = (sight: PlanSight, readers: string[]) => async (id: string) => {
  await transact(async tx => {
    await tx.delete(developmentPlans)
    const words = { revision: 1, sealed: wordsOf(id), sight, reviewOn: null, changedOn: today }
    await tx.insert(developmentPlans).values({ id, personId: 'em', ...words })
  })
  await wrap(id, readers)
}

/** The list names the next talk of a team only, so that one takes the place of any other. */
const teamTalk = (id: string, heldOn: string | null = null) =>
  transact(async tx => {
    await tx.delete(teamTalks).where(eq(teamTalks.state, 'planned'))
    const days = { plannedFor: new Date(), heldOn, state: heldOn ? ('held' as const) : ('planned' as const) }
    await tx.insert(teamTalks).values({ id, teamId: 't', leadId: 'lo', version: 1, ...days })
  })

async function agreement(id: string) {
  await teamTalk(`talk-${id}`, today)
  const rest = { action: 'Bellen', owner: 'hr', agreedOn: today, dueOn: inDays(9) } as const
  await transact(tx => tx.insert(teamAgreements).values({ id, talkId: `talk-${id}`, teamId: 't', ...rest }))
}

const boardLine = (id: string) =>
  transact(tx => tx.insert(boardLines).values({ id, part: 'known', version: 1, line: wordsOf(id), changedOn: today }))

/** Makes a thing anew for every knock, so that no knock changes what the next one meets. */
export const things: Record<string, (id: string) => Promise<unknown>> = {
  nothing: async () => {},
  invited: id => talk(id, 'invited'),
  planned: id => talk(id, 'planned'),
  held: id => talk(id, 'held'),
  withdrawn: id => talk(id, 'withdrawn'),
  draft: id => recorded(id),
  leadAgreed: id => recorded(id, { leadAgreedOn: today }),
  agreed: id => recorded(id, agreedOn),
  leadLostKey: id => recorded(id, agreedOn, ['em']),
  emLostKey: id => recorded(id, agreedOn, ['lo']),
  shared,
  rewritten: async id => {
    await shared(id)
    await record(id, { version: 2, sealedShared: newerWordsOf(id) })
  },
  planForMe: plan('onlyMe', ['em']),
  planForLead: plan('lead', ['em', 'lo']),
  planForBoth: plan('leadAndHr', ['em', 'lo', 'hr']),
  teamTalk: id => teamTalk(id),
  agreement,
  boardLine,
}
