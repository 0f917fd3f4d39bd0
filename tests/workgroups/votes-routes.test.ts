import type { LoaderFunctionArgs } from '@remix-run/node'
import { beforeAll, expect, test } from 'vitest'
import { addDays, dayIn } from '~/calendar'
import * as list from '~/routes/app.groups.$groupId.proposals._index'
import * as making from '~/routes/app.groups.$groupId.proposals.new'
import * as home from '~/routes/app.home'
import * as page from '~/routes/app.proposals.$proposalId._index'
import * as hand from '~/routes/app.proposals.$proposalId.hand'
import * as opening from '~/routes/app.proposals.$proposalId.opening'
import * as poll from '~/routes/app.proposals.$proposalId.poll'
import * as present from '~/routes/app.proposals.$proposalId.present'
import * as words from '~/routes/app.proposals.$proposalId.words'
import { closeDueVotes } from '~/workgroups/votes/closing.server'
import { answerOf, asPersonIn, formPost, hire } from '../people/cast'
import { groupOf } from './votes-cast'

const today = dayIn('Europe/Amsterdam', new Date())
let group: Awaited<ReturnType<typeof groupOf>>
let other: Awaited<ReturnType<typeof groupOf>>
beforeAll(async () => {
  group = await groupOf(3)
  other = await groupOf(1)
  await hire('directeur@voorbeeld.nl', ['executive', 'workgroupMember'])
})

type Deed = (args: LoaderFunctionArgs) => unknown
const path = '/app/proposals'
const run = async (deed: Deed, request: Request, params: object) =>
  answerOf(async () => deed({ request, params, context: {} } as never)) as Promise<never>
const enter = async (deed: Deed, person: string, params = {}, at = path) =>
  run(deed, await asPersonIn(person, at), params)
const send = async (deed: Deed, person: string, values: Record<string, string>, params = {}) =>
  run(deed, await asPersonIn(person, path, formPost(values)), params)
const wayOf = (answer: unknown) => (answer as Response).headers.get('Location') ?? ''
const first = () => group.members[0]!

const plan = { subject: 'plan', title: 'Eerst de wachtwoorden', words: 'Twee weken proberen.', amount: '' }
const rule = { quorumPct: '66', majorityPct: '50', vetoPct: '33' }
/** @returns what stands in the address of a new proposal */
async function proposed(said: Record<string, string> = plan) {
  const answer = await send(making.action, first(), said, { groupId: group.id })
  return { proposalId: wayOf(answer).split('/').at(-1)! }
}

test('a proposal lacks nothing, keeps what was typed, and sent twice it is there once', async () => {
  const params = { groupId: group.id }
  const lacking = await send(making.action, first(), { ...plan, subject: 'expense', title: ' ' }, params)
  expect(lacking).toMatchObject({
    data: { failed: { problems: { title: 'required', amount: 'required' }, values: { words: plan.words } } },
    init: { status: 422 },
  })
  const unclear = { ...plan, subject: 'expense', amount: 'veel' }
  expect(await send(making.action, first(), unclear, params)).toMatchObject({
    data: { failed: { problems: { amount: 'notANumber' }, values: { amount: 'veel' } } },
  })
  const [once, again] = [await proposed(), await proposed()]
  expect(again).toEqual(once)
  expect(await enter(list.loader, 'directeur', params)).toMatchObject({
    isMember: false,
    lines: [{ title: plan.title }],
  })
  const expense = await proposed({ ...plan, subject: 'expense', title: 'Vilt', amount: '1.250,50' })
  expect(await enter(page.loader, 'directeur', expense)).toMatchObject({
    shown: { proposal: { detail: { cents: 125050 } } },
  })
  expect(await enter(words.loader, first(), expense)).toMatchObject({ amount: '1250,50' })
  const said = { title: 'Viltstiften', words: 'Zwart', amount: '12,5', seen: '1' }
  expect(wayOf(await send(words.action, first(), said, expense))).toContain(expense.proposalId)
  expect(await send(words.action, first(), said, expense)).toMatchObject({
    data: { refused: 'changedMeanwhile', failed: { values: { title: 'Viltstiften' } } },
    init: { status: 409 },
  })
})

test('a vote is opened after a look at it, voted on, changed and closed; then its page says how', async () => {
  const params = await proposed()
  const closesOn = addDays(today, 7)
  const asked = { ...rule, closesOn, seen: '1' }
  expect(await send(opening.action, first(), { ...asked, closesOn: today }, params)).toMatchObject({
    data: { refused: 'tooShort' },
  })
  expect(await send(opening.action, first(), { ...asked, quorumPct: '1' }, params)).toMatchObject({
    init: { status: 422 },
  })
  const looked = await send(opening.action, first(), { ...asked, step: 'preview' }, params)
  expect(looked).toMatchObject({ data: { previewed: { closesOn, quorumPct: 66 } } })
  expect(await enter(page.loader, first(), params)).toMatchObject({ shown: { proposal: { state: 'discussion' } } })
  expect(wayOf(await send(opening.action, first(), { ...asked, step: 'publish' }, params))).toContain(params.proposalId)
  expect(await enter(home.loader, first())).toMatchObject({ asks: [{ kind: 'voteOpen' }] })
  const unreasoned = { step: 'vote', choice: 'object', reason: ' ' }
  expect(await send(page.action, first(), unreasoned, params)).toMatchObject({ data: { refused: 'reasonMissing' } })
  await send(page.action, first(), { ...unreasoned, reason: 'Te snel' }, params)
  expect(await enter(page.loader, first(), params)).toMatchObject({ shown: { voted: 1, own: { choice: 'object' } } })
  const seenByOthers = JSON.stringify(await enter(page.loader, group.members[1]!, params))
  expect(seenByOthers).toContain('"voted":1')
  expect(seenByOthers, 'nobody else reads what was chosen').not.toContain('Te snel')
  expect(await enter(home.loader, first())).not.toMatchObject({ asks: [{ kind: 'voteOpen' }] })
  for (const member of group.members) await send(page.action, member, { step: 'vote', choice: 'consent' }, params)
  expect(await enter(page.loader, 'directeur', params)).toMatchObject({
    shown: { proposal: { state: 'adopted', counts: { consent: 3, object: 0 }, reasons: [] }, members: 3, own: null },
  })
  expect(await send(page.action, first(), { step: 'vote', choice: 'aside' }, params)).toMatchObject({
    data: { refused: 'notVoting' },
    init: { status: 409 },
  })
  await colleaguesFirst(params)
})

/** A plan goes to colleagues before it goes to management; what they changed may become a plan of its own. */
async function colleaguesFirst(params: { proposalId: string }) {
  const held = { heldOn: today, audience: '14', changed: 'Niet op maandag.', step: 'publish' }
  expect(await enter(hand.loader, first(), params)).toMatchObject({ because: 'notPresented' })
  expect(await send(hand.action, first(), {}, params)).toMatchObject({ data: { because: 'notPresented' } })
  const wrong = { ...held, heldOn: addDays(today, 1) }
  expect(await send(present.action, first(), wrong, params)).toMatchObject({ data: { refused: 'inTheFuture' } })
  expect(await send(present.action, first(), { ...held, audience: '0' }, params)).toMatchObject({
    init: { status: 422 },
  })
  expect(await send(present.action, first(), { ...held, step: 'preview' }, params)).toMatchObject({
    data: { previewed: { audience: 14 } },
  })
  for (let click = 0; click < 2; click++) await send(present.action, first(), held, params)
  expect(await enter(page.loader, 'directeur', params)).toMatchObject({ presentations: [{ audience: 14 }] })
  for (let click = 0; click < 2; click++)
    expect(wayOf(await send(hand.action, first(), {}, params))).toContain(params.proposalId)
  expect(await enter(page.loader, 'directeur', params)).toMatchObject({ shown: { proposal: { handedOn: today } } })
  const from = `/app/groups/${group.id}/proposals/new?from=${params.proposalId}`
  expect(await enter(making.loader, first(), { groupId: group.id }, from)).toMatchObject({
    started: { title: plan.title },
  })
  expect(await enter(poll.loader, first(), params)).toMatchObject({ step: 'ask' })
  await send(poll.action, first(), { step: 'ask' }, params)
  expect(await enter(poll.loader, first(), params)).toMatchObject({ step: 'takeBack' })
  expect(await enter(page.loader, 'directeur', params)).toMatchObject({ poll: { round: null }, mayAsk: false })
  await send(poll.action, first(), { step: 'takeBack' }, params)
}

test('whoever has no seat in this group reads and does nothing else: not a director, not a member of another group', async () => {
  const params = await proposed({ ...plan, title: 'Van ons' })
  for (const stranger of ['directeur', other.members[0]!]) {
    expect(await enter(page.loader, stranger, params)).toMatchObject({ shown: { isMember: false }, mayAsk: false })
    for (const door of [words, opening, present, hand, poll]) {
      expect(await enter(door.loader, stranger, params)).toMatchObject({ status: 403 })
      expect(await send(door.action, stranger, { step: 'ask' }, params)).toMatchObject({ status: 403 })
    }
    expect(await enter(making.loader, stranger, { groupId: group.id })).toMatchObject({ status: 403 })
    const deeds: Record<string, string>[] = [
      { step: 'say', contribution: 'Ik vind' },
      { step: 'vote', choice: 'consent' },
    ]
    for (const deed of deeds)
      expect(await send(page.action, stranger, deed, params)).toMatchObject({
        data: { refused: 'notAMember' },
        init: { status: 403 },
      })
    expect(await send(making.action, stranger, plan, { groupId: group.id })).toMatchObject({ init: { status: 403 } })
  }
  expect(await send(page.action, first(), { step: 'shout' }, params)).toMatchObject({ init: { status: 422 } })
  expect(await enter(page.loader, first(), { proposalId: 'V-0' })).toMatchObject({ status: 404 })
  expect(await enter(list.loader, first(), { groupId: 'W-0' })).toMatchObject({ status: 404 })
  await send(page.action, first(), { step: 'say', contribution: 'Goed idee.' }, params)
  expect(await enter(page.loader, 'directeur', params)).toMatchObject({ shown: { sayings: [{ words: 'Goed idee.' }] } })
  await closeDueVotes(new Date())
})
