import { randomBytes } from 'node:crypto'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { beforeAll, expect, test } from 'vitest'
import { personRoles, persons, transact } from '#db'
import { toBase64url } from '~/ballot-box/bytes'
import { closeBallotBox } from '~/pulses/ballot-box.server'
import { hashesOf } from '~/pulses/slips/batch'
import { action as give, loader as handOut } from '~/routes/app.rounds.$roundId.slips.hand-out'
import { action as bring } from '~/routes/app.rounds.$roundId.slips.hashes'
import { loader as slips } from '~/routes/app.slips'
import { answerOf, asPersonIn, formPost } from '../../people/cast'
import { drawToken, foundHouse, issuingRound, staffRow } from '../round-trip'

let round = ''

beforeAll(async () => {
  await foundHouse({ A: 8 })
  await transact(async tx => {
    await tx.insert(persons).values([staffRow('admin', 'A'), staffRow('council', 'A')])
    await tx.insert(personRoles).values({ personId: 'admin', role: 'platformAdmin' })
  })
  round = await issuingRound()
  return closeBallotBox
})

const args = async (person: string, path: string, init?: RequestInit) =>
  ({ request: await asPersonIn(person, path, init), params: { roundId: round }, context: {} }) as unknown
const hash = () => toBase64url(randomBytes(32))
const bringAs = async (person: string, body: unknown) => {
  const init = { method: 'POST', body: JSON.stringify(body), headers: { 'Accept-Language': 'en' } }
  const path = `/app/rounds/${round}/slips/hashes`
  return (await answerOf(async () => bring((await args(person, path, init)) as ActionFunctionArgs))) as Response
}
const statusOfSlips = async (person: string) => {
  const answer = await answerOf(async () => slips((await args(person, '/app/slips')) as LoaderFunctionArgs))
  return answer instanceof Response ? answer.status : 200
}
const giveAs = async (person: string, to: string) => {
  const path = `/app/rounds/${round}/slips/hand-out?unit=U1`
  return answerOf(async () => give((await args(person, path, formPost({ person: to }))) as ActionFunctionArgs))
}

test('an administrator keeps the slips until somebody is elected, and not a moment longer', async () => {
  expect([await statusOfSlips('admin'), await statusOfSlips('A1')]).toEqual([200, 403])
  await transact(tx => tx.insert(personRoles).values({ personId: 'council', role: 'worksCouncil' }))
  expect([await statusOfSlips('admin'), await statusOfSlips('council')]).toEqual([403, 200])
  expect((await bringAs('admin', { unit: 'U1', hashes: [hash()] })).status).toBe(403)
})

test('hashes are taken, and whatever is refused says why in the language of the reader', async () => {
  const answer = await bringAs('council', { unit: 'U1', hashes: [hash(), hash(), hash()] })
  expect([answer.status, await answer.json()]).toEqual([200, { slips: 3 }])
  const many = await bringAs('council', { unit: 'U1', hashes: Array.from({ length: 99 }, hash) })
  expect([many.status, (await many.json()).error]).toEqual([
    409,
    { code: 'tooManySlips', message: 'That is too many cards for this group.' },
  ])
  expect((await bringAs('council', { unit: 'U1', hashes: ['3JNK-6Y0S-BRVP-0FTV-6N'] })).status).toBe(400)
})

test.each(['', '[]', 'null', '{"unit":"U1"}', '{"unit":1,"hashes":[]}', '{"unit":"U1","hashes":[],"codes":[]}'])(
  'a batch is one unit and its hashes, and nothing else: %s',
  body => expect(hashesOf(body)).toBeUndefined(),
)

test('a tick stands in the list; whoever drew a token is refused without a word about why', async () => {
  expect(await giveAs('council', 'A2')).toMatchObject({ status: 302 })
  await drawToken('A3', round, 'U1')
  expect(await giveAs('council', 'A3')).toMatchObject({ data: { refused: 'voteIssued' }, init: { status: 409 } })
  const path = `/app/rounds/${round}/slips/hand-out?unit=U1&search=a`
  const shown = await handOut((await args('council', path)) as LoaderFunctionArgs)
  const told = shown.people.map(({ id, hasSlip }) => [id, hasSlip])
  expect(told).toContainEqual(['A2', true])
  expect(told).toContainEqual(['A3', false])
  expect(shown.people.every(person => Object.keys(person).join() === 'id,name,hasSlip')).toBe(true)
})
