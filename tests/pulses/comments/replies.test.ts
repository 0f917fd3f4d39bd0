import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { commentHolds, db, personRoles, publishedComments, transact } from '#db'
import { type Role, roles } from '~/people/rules'
import { closeAndCount } from '~/pulses/closing.server'
import { longestReply, repliers, replySides, replyTo, sidesOf } from '~/pulses/comments/replies'
import { recordReply } from '~/pulses/comments/replies.server'
import { findResults } from '~/pulses/results/store.server'
import * as door from '~/routes/app.results.$roundId_.reply.$commentId'
import { answerOf, asPersonIn, formPost } from '../../people/cast'
import { castAll, foundHouse, issuingRound, openedRound } from '../round-trip'

const management: Role[] = ['executive', 'hr']
const open = { isReadable: true, replies: [] }

test('each side answers once, for itself, and only what everybody can read', () => {
  for (const role of roles) {
    const sides = management.includes(role) ? ['management'] : role === 'worksCouncil' ? ['worksCouncil'] : []
    expect(sidesOf({ roles: [role] }), role).toEqual(sides)
    for (const side of replySides) expect(replyTo(open, side, { roles: [role] }).ok).toBe(sides.includes(side))
    expect((repliers as readonly Role[]).includes(role)).toBe(sides.length > 0)
  }
  const by = { roles: ['hr' as const] }
  expect(replyTo({ ...open, isReadable: false }, 'management', by)).toMatchObject({ because: 'notReadable' })
  expect(replyTo({ ...open, replies: [{ side: 'worksCouncil' }] }, 'management', by).ok).toBe(true)
  expect(replyTo({ ...open, replies: [{ side: 'management' }] }, 'management', by)).toMatchObject({
    because: 'alreadyReplied',
  })
})

let roundId: string
let commentId: string

beforeAll(async () => {
  await foundHouse({ A: 9, B: 9 })
  await transact(async tx => {
    await tx.insert(personRoles).values({ personId: 'A1', role: 'executive' })
    await tx.insert(personRoles).values({ personId: 'A2', role: 'worksCouncil' })
    await tx.insert(personRoles).values({ personId: 'A3', role: 'projectLead' })
  })
  roundId = await issuingRound()
  await openedRound(roundId)
  const filled = [1, 2, 3, 4, 5, 6].flatMap(nth => [
    { person: `A${nth}`, unit: 'U1', answer: 4, comment: `Meer tijd ${nth}` },
    { person: `B${nth}`, unit: 'U2', answer: 1, comment: `Minder haast ${nth}` },
  ])
  await castAll(roundId, filled)
  await closeAndCount(roundId)
  const [comment] = await db.select().from(publishedComments)
  commentId = comment!.id
})

const go = async (who: string, values?: Record<string, string>, id = commentId) => {
  const request = await asPersonIn(who, `/app/results/${roundId}/reply/${id}`, values ? formPost(values) : {})
  const deed = (values ? door.action : door.loader) as (args: object) => Promise<unknown>
  return answerOf(() => deed({ request, params: { roundId, commentId: id }, context: {} }))
}
const said = (body: string, step = 'publish', side = 'management') => ({ side, body, step })
const replies = async () => {
  const { comments } = (await findResults(roundId))!
  return comments.groups.flatMap(group => group.comments).find(({ id }) => id === commentId)!.replies
}

test('what was typed comes back with a problem, as a preview, and to be changed; nothing is public before', async () => {
  expect(await go('A1')).toMatchObject({ side: 'management', refused: undefined })
  expect(await go('A1', said('  '))).toMatchObject({ data: { failed: { problems: { body: 'required' } } } })
  expect(await go('A1', said('x'.repeat(longestReply + 1)))).toMatchObject({ init: { status: 422 } })
  expect(await go('A1', said('Dank.', 'preview'))).toMatchObject({ data: { step: 'preview', body: 'Dank.' } })
  expect(await go('A1', said('Dank.', 'write'))).toMatchObject({ data: { step: 'write', body: 'Dank.' } })
  expect(await replies()).toEqual([])
})

test('as long as comments wait there is nothing to answer', async () => {
  await transact(tx =>
    tx.insert(commentHolds).values({ roundId, heldUntil: '2027-01-01', releasedOn: null, blanked: 0 }),
  )
  expect(await go('A1')).toMatchObject({ status: 404 })
  expect(await go('A1', said('Dank.'))).toMatchObject({ status: 404 })
  await transact(tx => tx.delete(commentHolds).where(eq(commentHolds.roundId, roundId)))
})

test('a side answers once, also when twenty press at once; the other side still may', async () => {
  const answer = { commentId, side: 'management' as const, body: 'We doen het.' }
  const at = new Date('2026-12-08T09:00:00Z')
  const pressed = await Promise.all(
    Array.from({ length: 20 }, () => recordReply(roundId, answer, { roles: ['executive'] }, at)),
  )
  expect(pressed.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await go('A1', said('Toch niet.'))).toMatchObject({
    data: { refused: 'alreadyReplied' },
    init: { status: 409 },
  })
  expect(await go('A2', said('Wij ook.', 'publish', 'management'))).toMatchObject({ data: { refused: 'notYourSide' } })
  expect(await go('A2', said('Wij letten op.', 'publish', 'worksCouncil'))).toMatchObject({ status: 302 })
  expect(await replies()).toMatchObject([
    { side: 'management', body: 'We doen het.', repliedOn: '2026-12-08' },
    { side: 'worksCouncil', body: 'Wij letten op.' },
  ])
})

test('a comment that is not there, or another role, has no answer', async () => {
  expect(await go('A1', said('Dank.'), 'unknown')).toMatchObject({ status: 404 })
  expect(await go('A3', said('Dank.'))).toMatchObject({ status: 403 })
  expect(await go('B1')).toMatchObject({ status: 403 })
})
