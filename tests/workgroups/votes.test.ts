import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db, engine, groupSeats, groupVotes, ledgerEntries, transact } from '#db'
import { dayIn } from '~/calendar'
import { exportLog } from '~/ledger/served.server'
import { waitingDecisions } from '~/workgroups/votes/adopted.server'
import { closeDueVotes } from '~/workgroups/votes/closing.server'
import { countOf } from '~/workgroups/votes/counting'
import { castVote, type VoteCast } from '~/workgroups/votes/rules'
import { contributionsTo, findProposal, ownVote } from '~/workgroups/votes/store.server'
import {
  contribute,
  inProposal,
  type Proposed,
  propose,
  recordOpening,
  recordVote,
  recordWords,
} from '~/workgroups/votes/voting.server'
import { verify } from '../../app/ledger/verify.mjs'
import { filesWith, tablesWith } from '../ledger/forensics'
import { hire } from '../people/cast'
import { at, end, got, groupOf, hoursLater, leaves, votedOn } from './votes-cast'

let nth = 0
const plan = (): Proposed => ({ subject: 'plan', title: `Plan ${++nth}`, words: 'Eerst de wachtwoorden.' })
const consent = { choice: 'consent', reason: '' } as const
const object = (reason: string) => ({ choice: 'object', reason }) as const

/** A group with a proposal of its first member. */
async function proposed(count: number, said: Proposed = plan()) {
  const { id: group, members } = await groupOf(count)
  const { id } = got(await propose(group, said, members[0]!, at))
  return { group, members, id }
}
const votesIn = (id: string) => db.select().from(groupVotes).where(eq(groupVotes.proposalId, id))
const now = async (id: string) => (await findProposal(id))!

test('a proposal is discussed, voted on by a rule of its own and adopted; the ledger knows the rule and the counts', async () => {
  const { members, id } = await proposed(4)
  const [first, second] = members as [string, string]
  for (let click = 0; click < 2; click++) got(await contribute(id, 'Goed plan.', second, at))
  expect(await contributionsTo(id)).toMatchObject([{ words: 'Goed plan.' }])
  const rule = { quorumPct: 75, majorityPct: 66, vetoPct: 20 }
  got(await recordOpening(id, 1, end, { personId: first, at, rule }))
  expect(await now(id)).toMatchObject({ state: 'voting', ...rule, closesAt: end })
  for (const member of members.slice(0, 3)) got(await recordVote(id, consent, member, at))
  got(await recordVote(id, { choice: 'aside', reason: '' }, second, at))
  expect(await ownVote(id, second)).toMatchObject({ choice: 'aside' })
  await closeDueVotes(hoursLater(71))
  expect(await now(id), 'it is open until its last hour').toMatchObject({ state: 'voting' })
  await closeDueVotes(end)
  expect(await now(id)).toMatchObject({ state: 'adopted', counts: { consent: 2, aside: 1, object: 0 } })
  const own = (await db.select().from(ledgerEntries).orderBy(ledgerEntries.seq)).map(row => JSON.parse(row.bytes))
  const { data } = own.find(({ type, data }) => type === 'vote.opened' && data.proposal === id)
  expect(data).toMatchObject({ quorum_pct: 75, majority_pct: 66, veto_pct: 20, closes: '2026-06-04' })
  expect(own.at(-1)).toMatchObject({ type: 'vote.closed', data: { outcome: 'adopted', consent: 2, aside: 1 } })
  expect((await verify(await exportLog())).problems).toEqual([])
  expect((await waitingDecisions(['plan'])).map(one => one.id)).toContain(id)
})

test('the last vote of all ends it, also of many at once; who said what is gone, reasons stay without names', async () => {
  const { members, id } = await proposed(6)
  await votedOn(id, members, [])
  const saying = members.map((_, place) => (place < 2 ? object(`merkteken-${9 - place}`) : consent))
  await Promise.all(members.map((member, place) => recordVote(id, saying[place]!, member, at)))
  expect(await now(id)).toMatchObject({ state: 'adopted', counts: { consent: 4, aside: 0, object: 2 } })
  expect((await now(id)).reasons, 'in the order of the alphabet, not of the votes').toEqual([
    'merkteken-8',
    'merkteken-9',
  ])
  expect(await votesIn(id)).toEqual([])
})

test('who chose what leaves the disk with the vote; control: until then it lies there', async () => {
  const { members, id } = await proposed(3)
  await votedOn(id, members, [])
  const gone = 'merkteken-bedacht'
  for (const cast of [object(gone), object(`${gone}-anders`), consent]) got(await recordVote(id, cast, members[0]!, at))
  got(await recordVote(id, object(`${gone}-weg`), members[1]!, at))
  expect(await tablesWith(gone)).toEqual(['group_votes'])
  if (engine === 'sqlite') expect(filesWith(gone)).not.toEqual([])
  got(await recordVote(id, consent, members[1]!, at))
  await closeDueVotes(end)
  expect(await tablesWith(gone)).toEqual([])
  if (engine === 'sqlite') expect(filesWith(gone)).toEqual([])
  expect(await votesIn(id)).toEqual([])
})

test.each<[string, ('consent' | 'aside' | 'object')[], string]>([
  ['adopted', ['consent', 'consent', 'consent'], 'adopted'],
  ['rejected', ['object', 'object', 'consent'], 'rejected'],
  ['lapsed', ['consent'], 'lapsed'],
])('what is %s cannot be voted on, opened, rewritten or discussed again', async (_end, said, state) => {
  const { members, id } = await proposed(4)
  await votedOn(id, members, said)
  await closeDueVotes(end)
  const closed = await now(id)
  expect(closed.state).toBe(state)
  const later = hoursLater(80)
  const again = [
    await recordVote(id, consent, members[3]!, at),
    await recordVote(id, consent, members[3]!, later),
    await recordOpening(id, closed.version, hoursLater(200), { personId: members[0]!, at: later }),
    await recordWords(id, { seen: closed.version, title: 'x', words: 'y' }, members[0]!, later),
    await contribute(id, 'Toch nog dit.', members[0]!, later),
  ]
  expect(again.map(one => one.ok || one.because)).toEqual([
    ...['notVoting', 'notVoting', 'notInDiscussion', 'notInDiscussion', 'voteEnded'],
  ])
  await closeDueVotes(later)
  expect(await now(id)).toEqual(closed)
})

/** The same deed without looking whether the vote still runs. */
const recordVoteCarelessly = (id: string, cast: VoteCast, personId: string, later: Date) =>
  inProposal(id, personId, later, async (tx, proposal) => {
    const decision = castVote({ state: 'voting', closesAt: hoursLater(999) }, cast, { isMember: true }, later)
    if (decision.ok) await tx.insert(groupVotes).values({ proposalId: proposal.id, personId, ...cast })
    return decision
  })

test('nobody votes after the last moment, from outside or about nothing; control: a store that does not look lets them', async () => {
  const { members, id } = await proposed(3)
  const stranger = await hire('vreemde@voorbeeld.nl', ['executive', 'workgroupMember'])
  expect(await recordVote(id, consent, members[0]!, at)).toMatchObject({ because: 'notVoting' })
  await votedOn(id, members, [])
  expect(await recordVote(id, consent, members[0]!, end)).toMatchObject({ because: 'voteEnded' })
  expect(await recordVote(id, object(' '), members[0]!, at)).toMatchObject({ because: 'reasonMissing' })
  for (const refused of [
    await recordVote(id, consent, stranger, at),
    await contribute(id, 'Ik vind', stranger, at),
    await recordOpening(id, 2, end, { personId: stranger, at }),
    await propose('W-1', plan(), stranger, at),
  ])
    expect(refused).toMatchObject({ because: 'notAMember' })
  expect(await recordVote('V-0', consent, stranger, at)).toMatchObject({ because: 'noSuchProposal' })
  expect(await votesIn(id)).toEqual([])
  expect(await recordVoteCarelessly(id, consent, members[0]!, end), 'control').toMatchObject({ ok: true })
  expect(await votesIn(id)).toHaveLength(1)
})

test('whoever leaves meanwhile is not counted, and their vote is dropped; control: counted among everybody it would be', async () => {
  const { group, members, id } = await proposed(5)
  await votedOn(id, members, ['object', 'object', 'consent', 'consent'])
  const cast = await votesIn(id)
  for (const member of members.slice(0, 2)) await leaves(group, member)
  expect(await recordVote(id, consent, members[0]!, at)).toMatchObject({ because: 'notAMember' })
  await closeDueVotes(end)
  expect(await now(id)).toMatchObject({ state: 'adopted', counts: { consent: 2, object: 0 }, reasons: [] })
  expect(countOf(cast, new Set(members))).toMatchObject({ consent: 2, object: 2 })
})

test('when the last who did not vote leaves, it ends; when everybody left, it waits for its day and lapses', async () => {
  const one = await proposed(4)
  await votedOn(one.id, one.members, ['consent', 'consent', 'consent'])
  await leaves(one.group, one.members[3]!)
  await closeDueVotes(at)
  expect(await now(one.id)).toMatchObject({ state: 'adopted' })
  const other = await proposed(3)
  await votedOn(other.id, other.members, ['consent'])
  for (const member of other.members) await leaves(other.group, member)
  await closeDueVotes(hoursLater(71))
  expect(await now(other.id)).toMatchObject({ state: 'voting' })
  await closeDueVotes(end)
  expect(await now(other.id)).toMatchObject({ state: 'lapsed', counts: { consent: 0 } })
  expect(await votesIn(other.id)).toEqual([])
})

test('one volunteer is no group: nothing is put to the vote until there are three; two who were three decide nothing', async () => {
  const alone = await proposed(1)
  await expect(votedOn(alone.id, alone.members, [])).rejects.toThrow('tooFewMembers')
  const one = await proposed(3)
  await votedOn(one.id, one.members, ['consent', 'consent'])
  await leaves(one.group, one.members[2]!)
  await closeDueVotes(at)
  expect(await now(one.id), 'a seat may be filled again').toMatchObject({ state: 'voting' })
  await closeDueVotes(end)
  expect(await now(one.id)).toMatchObject({ state: 'lapsed' })
})

test('whose term ends on the last day of a vote is counted, also where the house comes to it two days late', async () => {
  const { group, members, id } = await proposed(4)
  await votedOn(id, members, ['consent', 'consent', 'object'])
  const untilOn = dayIn('Europe/Amsterdam', end)
  await transact(tx => tx.update(groupSeats).set({ untilOn }).where(eq(groupSeats.workgroupId, group)))
  await closeDueVotes(hoursLater(72 + 48))
  expect(await now(id)).toMatchObject({ state: 'adopted', closedOn: '2026-06-06', counts: { consent: 2, object: 1 } })
})

test('a third is enough for a veto, at once', async () => {
  const veto = {
    subject: 'veto' as const,
    about: { gateId: 'G-1', version: 1, criterion: 2 },
    detail: { persuade: 'p' },
  }
  const { members, id } = await proposed(6, { ...plan(), ...veto })
  await votedOn(id, members, ['object', 'consent', 'consent'])
  expect(await now(id)).toMatchObject({ state: 'adopted', reasons: ['Reden 0'] })
})
