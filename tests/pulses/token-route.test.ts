import type { ActionFunctionArgs } from '@remix-run/node'
import { beforeAll, expect, test } from 'vitest'
import { db, issuances, persons, transact } from '#db'
import { closeBallotBox } from '~/pulses/ballot-box.server'
import { action } from '~/routes/app.pulse.$round.issue'
import { asPersonIn } from '../people/cast'
import { blindedToken, foundHouse, issuingRound, staffRow } from './round-trip'

let round = ''
let value = ''

beforeAll(async () => {
  await foundHouse({ A: 8 })
  round = await issuingRound()
  value = await freshValue()
  return closeBallotBox
})

const freshValue = async () => Buffer.from((await blindedToken(round, 'U1')).blinded).toString('base64url')

async function ask(personId: string | undefined, body: string, at = round) {
  const init = { method: 'POST', body, headers: { 'Content-Type': 'application/json', 'Accept-Language': 'fr' } }
  const path = `/app/pulse/${at}/issue`
  const request = personId ? await asPersonIn(personId, path, init) : new Request(`http://localhost${path}`, init)
  const answer = await action({ request, params: { round: at }, context: {} } as unknown as ActionFunctionArgs)
  return { status: answer.status, body: await answer.json() }
}

test('whoever is on the roster gets unit and signature, and the same again for the same value', async () => {
  const first = await ask('A1', JSON.stringify({ blinded: value }))
  expect(first).toEqual({ status: 200, body: { unit: 'U1', signature: expect.stringMatching(/^[\w-]{342}$/) } })
  expect(await ask('A1', JSON.stringify({ blinded: value }))).toEqual(first)
})

test('another value is refused, in the language of the reader', async () => {
  const answer = await ask('A1', JSON.stringify({ blinded: await freshValue() }))
  expect(answer.status).toBe(409)
  expect(answer.body.error.code).toBe('already_issued')
  expect(answer.body.error.message).toMatch(/Votre jeton/)
})

test('a round that issues nothing, a person off the roster and a stranger each get their own refusal', async () => {
  const body = JSON.stringify({ blinded: value })
  expect(await ask('A2', body, 'R99')).toMatchObject({ status: 410, body: { error: { code: 'not_issuing' } } })
  await transact(tx => tx.insert(persons).values(staffRow('A99', 'A')))
  expect(await ask('A99', body)).toMatchObject({ status: 403, body: { error: { code: 'not_on_roster' } } })
  expect(await ask(undefined, body)).toMatchObject({ status: 401, body: { error: { code: 'not_signed_in' } } })
})

test('anything but one blinded value is malformed and leaves no trace', async () => {
  const before = await db.select().from(issuances)
  const bodies = [
    '',
    'blinded',
    '[]',
    'null',
    '{}',
    JSON.stringify({ blinded: 7 }),
    JSON.stringify({ blinded: 'A' }),
    JSON.stringify({ blinded: `${value.slice(1)}!` }),
    JSON.stringify({ blinded: value, unit: 'U2' }),
    JSON.stringify({ blinded: Buffer.alloc(256, 255).toString('base64url') }),
    JSON.stringify({ blinded: Buffer.alloc(300, 1).toString('base64url') }),
    `{"blinded":"${value}"${' '.repeat(2000)}}`,
  ]
  for (const body of bodies) expect((await ask('A3', body)).body.error?.code, body.slice(0, 40)).toBe('malformed')
  expect(await db.select().from(issuances)).toEqual(before)
})
