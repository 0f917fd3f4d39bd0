import { expect, test } from 'vitest'
import { db, ledgerEntries } from '#db'
import { allow } from '~/decision'
import { presentationsOf, recordHanding, recordPresentation } from '~/workgroups/presenting/store.server'
import { findProposal } from '~/workgroups/votes/store.server'
import { type Proposed, propose, recordOpening, recordWords } from '~/workgroups/votes/voting.server'
import { at, end, got, groupOf, hoursLater, votedOn } from './votes-cast'

let nth = 0
const plan = (): Proposed => ({ subject: 'plan', title: `Plan ${++nth}`, words: 'Eerst de wachtwoorden.' })
/** A group with a proposal of its first member. */
async function proposed(count: number, said: Proposed = plan()) {
  const { id: group, members } = await groupOf(count)
  const { id } = got(await propose(group, said, members[0]!, at))
  return { group, members, id }
}
const now = async (id: string) => (await findProposal(id))!

test('the same is open once: about the same thing, or under the same title; of two clicks the second leads to the first', async () => {
  const { group, members, id } = await proposed(3)
  const { title } = await now(id)
  const by = members[1]!
  expect(await propose(group, { ...plan(), title }, by, at)).toMatchObject({ because: 'alreadyProposed', id })
  const key = { subject: 'key' as const, about: { gateId: 'G-1', version: 1 } }
  const twice = await Promise.all([1, 2, 3].map(() => propose(group, { ...plan(), ...key }, by, at)))
  expect(twice.filter(one => one.ok)).toHaveLength(1)
  const turned = { subject: 'key' as const, about: { version: 1, gateId: 'G-1' } }
  expect(await propose(group, { ...plan(), ...turned }, by, at)).toMatchObject({ because: 'alreadyProposed' })
  expect(await propose(group, { ...plan(), ...key, about: { gateId: 'G-1', version: 2 } }, by, at)).toMatchObject({
    ok: true,
  })
  await votedOn(id, members, ['consent', 'consent', 'consent'])
  expect(await propose(group, { ...plan(), title }, by, at), 'decided, it can be proposed again').toMatchObject({
    ok: true,
  })
})

test('words can change until the vote opens, and whoever read others is told; of two who open at once one does', async () => {
  const { members, id } = await proposed(3, { ...plan(), subject: 'expense', detail: { cents: 5000 } })
  const [first, second] = members as [string, string]
  got(await recordWords(id, { seen: 1, title: 'Beter', words: 'Zo', detail: { cents: 4000 } }, second, at))
  expect(await now(id)).toMatchObject({ title: 'Beter', detail: { cents: 4000 }, version: 2 })
  expect(await recordOpening(id, 1, end, { personId: first, at })).toMatchObject({ because: 'changedMeanwhile' })
  const both = await Promise.all(members.map(personId => recordOpening(id, 2, end, { personId, at })))
  expect(both.filter(one => one.ok)).toHaveLength(1)
  expect(await recordWords(id, { seen: 3, title: 'x', words: 'y' }, first, at)).toMatchObject({
    because: 'notInDiscussion',
  })
})

const seen = { heldOn: '2026-06-01', audience: 14, changed: 'Niet op maandag.' }
const entriesOf = async (id: string) =>
  (await db.select().from(ledgerEntries).orderBy(ledgerEntries.seq))
    .map(row => JSON.parse(row.bytes))
    .filter(({ data }) => data.proposal === id)
    .map(({ type }) => type)

test('colleagues first: a plan goes to management after it was presented, once; control: a store that does not look lets it', async () => {
  const { members, id } = await proposed(3)
  const by = members[0]!
  expect(await recordPresentation(id, seen, by, at)).toMatchObject({ because: 'notDecided' })
  await votedOn(id, members, ['consent', 'consent', 'object'])
  expect(await recordHanding(id, by, at)).toMatchObject({ because: 'notPresented' })
  expect(await recordPresentation(id, { ...seen, heldOn: '2026-05-31' }, by, at)).toMatchObject({
    because: 'beforeDecision',
  })
  expect(await recordPresentation(id, { ...seen, heldOn: '2026-06-02' }, by, at)).toMatchObject({
    because: 'inTheFuture',
  })
  await Promise.all([1, 2, 3].map(() => recordPresentation(id, seen, by, hoursLater(1))))
  expect(await presentationsOf(id)).toHaveLength(1)
  const handed = await Promise.all(members.map(member => recordHanding(id, member, hoursLater(2))))
  expect(handed.filter(one => one.ok)).toHaveLength(1)
  expect(await entriesOf(id)).toEqual(['vote.opened', 'vote.closed', 'plan.presented', 'plan.handed'])

  const careless = await proposed(3)
  await votedOn(careless.id, careless.members, ['consent', 'consent', 'consent'])
  expect(await recordHanding(careless.id, careless.members[0]!, at, () => allow(null)), 'control').toMatchObject({
    ok: true,
  })
  expect(await presentationsOf(careless.id)).toEqual([])
})

test('only a plan is presented and handed over', async () => {
  const { members, id } = await proposed(3, { ...plan(), subject: 'other' })
  await votedOn(id, members, ['consent', 'consent', 'consent'])
  expect(await recordPresentation(id, seen, members[0]!, at)).toMatchObject({ because: 'notAPlan' })
  expect(await recordHanding(id, members[0]!, at)).toMatchObject({ because: 'notAPlan' })
})
