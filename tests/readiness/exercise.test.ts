import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ActionFunctionArgs } from '@remix-run/node'
import { beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { config } from '~/config.server'
import { forgetWrongCodes } from '~/readiness/exercise/brake.server'
import { exerciseHours } from '~/readiness/exercise/rules'
import { findJoined, findLed, startExercise } from '~/readiness/exercise/sessions.server'
import * as start from '~/routes/app.readiness.exercise._index'
import * as lead from '~/routes/app.readiness.exercise.$key'
import * as joining from '~/routes/dots._index'
import * as dots from '~/routes/dots.$code'
import { tablesWith } from '../ledger/forensics'
import { answerOf, asPersonIn, formPost, foundOrganisation, hire } from '../people/cast'

type Door = { action?: (args: ActionFunctionArgs) => unknown; loader?: (args: ActionFunctionArgs) => unknown }
type Answer = { status: number; to?: string | null; body?: Record<string, unknown>; cookie?: string }

beforeAll(async () => {
  await foundOrganisation()
  await hire('lead@v.nl', ['teamLead'])
})
beforeEach(forgetWrongCodes)

async function knock(door: Door, request: Request, params: Record<string, string>): Promise<Answer> {
  const deed = request.method === 'POST' ? door.action : door.loader
  const args = { request, params, context: { sourceKey: 'room' } } as unknown as ActionFunctionArgs
  const answer = await answerOf(async () => deed!(args))
  if (answer instanceof Response) return { status: answer.status, to: answer.headers.get('Location') }
  const { data, init } = answer as { data?: Record<string, unknown>; init?: ResponseInit }
  const cookie = new Headers(init?.headers).get('Set-Cookie') ?? undefined
  return { status: init?.status ?? 200, body: data ?? (answer as Record<string, unknown>), cookie }
}

const asLead = async (door: Door, key: string, form?: Record<string, string>) =>
  knock(door, await asPersonIn('lead', '/app/readiness/exercise', form && formPost(form)), { key })

const addressOf = (code: string) => `http://localhost:3000/dots/${code}`
const look = (code: string, cookie = '') =>
  knock(dots, new Request(addressOf(code), { headers: { Cookie: cookie } }), { code })

/** Opens the page on a phone of its own. */
const markFor = async (code: string) => (await look(code)).cookie?.split(';')[0]

/** Opens the page on a phone of its own and gives dots. */
async function give(code: string, given: string[], kept?: string) {
  const address = addressOf(code)
  const cookie = kept ?? (await markFor(code))
  const body = new URLSearchParams(given.map(voice => ['dots', voice]))
  const headers: HeadersInit = cookie ? { Cookie: cookie } : {}
  return { cookie, ...(await knock(dots, new Request(address, { method: 'POST', body, headers }), { code })) }
}

async function begun() {
  const key = (await asLead(start, '', {})).to!.split('/').at(-1)!
  return { key, code: findLed(key, new Date())!.code }
}

const three = ['craft', 'proof', 'proof']
const diskText = () =>
  readdirSync(config.dataDir, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
    .join('\n')

test('an exercise goes from start to close, and its outcome is there only between end and close', async () => {
  const { key, code } = await begun()
  const late = await markFor(code)
  for (let phone = 0; phone < 8; phone++) {
    expect((await asLead(lead, key)).body).toMatchObject({ led: { code, isEnough: false, outcome: null } })
    expect(await give(code, three)).toMatchObject({ status: 302, to: `/dots/${code}` })
  }
  expect((await asLead(lead, key)).body).toMatchObject({ led: { isEnough: true, outcome: null } })
  expect(await asLead(lead, key, { deed: 'end' })).toMatchObject({ status: 302 })
  const counts = expect.arrayContaining([
    { voice: 'proof', dots: 16 },
    { voice: 'wait', dots: 'notCounted' },
  ])
  expect((await asLead(lead, key)).body).toMatchObject({ led: { outcome: { enough: true, counts } } })
  expect(await give(code, three, late)).toMatchObject({ body: { refused: 'givingEnded' } })
  await asLead(lead, key, { deed: 'end' })
  expect((await asLead(lead, key)).body, 'ending twice').toMatchObject({ led: { outcome: { enough: true, counts } } })
  await asLead(lead, key, { deed: 'close' })
  expect(await asLead(lead, key)).toMatchObject({ status: 404, body: { led: null } })
  expect(await give(code, three)).toMatchObject({ status: 409, body: { refused: 'exerciseGone' } })
})

test('of seven people nothing is shown, and nothing stays behind to be counted later', async () => {
  const { key, code } = await begun()
  const late = await markFor(code)
  for (let phone = 0; phone < 7; phone++) await give(code, three)
  await asLead(lead, key, { deed: 'end' })
  expect(findLed(key, new Date())).toMatchObject({ isEnough: false, outcome: { enough: false } })
  expect(await give(code, three, late)).toMatchObject({ body: { refused: 'givingEnded' } })
})

test('one phone gives once, three dots exactly, and a phone without cookies hears why it cannot', async () => {
  const { code } = await begun()
  expect(await give(code, ['craft', 'craft'])).toMatchObject({
    status: 422,
    body: { wrongDots: true, kept: ['craft', 'craft'] },
  })
  for (const wrong of [['craft'], [], ['craft', 'craft', 'somebody'], [...three, 'wait']])
    expect((await give(code, wrong)).status).toBe(422)
  const { cookie } = await give(code, three)
  expect(await give(code, three, cookie)).toMatchObject({ status: 409, body: { refused: 'alreadyGave' } })
  expect(await give(code, three, '')).toMatchObject({ status: 409, body: { refused: 'noMark' } })
})

test('a mark that somebody made up, or that another exercise gave, is no phone', async () => {
  const [{ code }, other] = [await begun(), await begun()]
  const own = (await markFor(code))!
  const elsewhere = (await markFor(other.code))!
  const another = own.replace(/^dots=.{22}/, `dots=${'a'.repeat(22)}`)
  for (const wrong of [elsewhere, another, 'dots=abcdefghijklmnopqrstuv', own.slice(0, -1)])
    expect(await give(code, three, wrong)).toMatchObject({ status: 409, body: { refused: 'noMark' } })
  expect((await give(code, three, own)).status, 'control: the one from its page is').toBe(302)
})

test('the mark of a phone goes to this exercise only and never to the app', async () => {
  const { code } = await begun()
  const { cookie } = await knock(dots, new Request(`http://localhost:3000/dots/${code}`), { code })
  expect(cookie).toMatch(
    new RegExp(`^dots=[\\w-]{22}.[\\w-]{43}; Path=/dots/${code}; Max-Age=14400; HttpOnly; SameSite=Strict$`),
  )
})

test('whoever guesses codes has to wait, and the address from the screen may be typed in any case', async () => {
  const wrong = () => knock(dots, new Request('http://localhost:3000/dots/AAAAAA'), { code: 'AAAAAA' })
  for (let guess = 0; guess < 30; guess++) expect((await wrong()).status).toBe(404)
  expect(await wrong()).toMatchObject({ status: 429, body: { joined: null } })
  forgetWrongCodes()
  const typed = new Request('http://localhost:3000/dots?code=abc-def&lang=fr')
  expect((await knock(joining, typed, {})).to).toBe('/dots/ABCDEF?lang=fr')
})

test('whoever looks again after the end guesses nothing, and a neighbour who guesses stops no exercise', async () => {
  const { key, code } = await begun()
  const { cookie } = await give(code, three)
  const other = await begun()
  const phone = await markFor(other.code)
  await asLead(lead, key, { deed: 'close' })
  for (let again = 0; again < 40; again++) expect((await look(code, again % 2 ? cookie : '')).status).toBe(404)
  for (let again = 0; again < 40; again++) expect((await give(code, three, cookie)).status).toBe(409)
  for (let guess = 0; guess < 30; guess++) await look('AAAAAA')
  expect(await give('AAAAAA', three, ''), 'control').toMatchObject({ status: 429, body: { waitSeconds: 1 } })
  expect(await give(other.code, three, phone)).toMatchObject({ status: 302 })
})

test('an exercise is gone after four hours', () => {
  const at = new Date('2026-03-02T10:00:00Z')
  const started = startExercise(at)
  if (!started.ok) throw new Error(started.because)
  const later = (hours: number) => new Date(at.getTime() + hours * 3_600_000)
  expect(findJoined(started.value.code, undefined, later(exerciseHours - 0.01))).toBeDefined()
  expect(findJoined(started.value.code, undefined, later(exerciseHours))).toBeUndefined()
})

test('nothing of an exercise reaches the database, the disk or the log', async () => {
  const said = [vi.spyOn(console, 'log'), vi.spyOn(console, 'error'), vi.spyOn(process.stdout, 'write')]
  const { key, code } = await begun()
  const { cookie } = await give(code, three)
  await asLead(lead, key, { deed: 'end' })
  const secrets = [code, key, cookie!.slice('dots='.length)]
  for (const secret of secrets) {
    expect(await tablesWith(secret)).toEqual([])
    expect(diskText().includes(secret)).toBe(false)
    expect(said.flatMap(spy => spy.mock.calls.map(String)).join()).not.toContain(secret)
  }
  expect(await tablesWith('lead@v.nl'), 'control: what is stored is found').toContain('persons')
  writeFileSync(join(config.dataDir, 'control'), secrets.join())
  expect(diskText(), 'control: what is on the disk is read').toContain(code)
  for (const spy of said) spy.mockRestore()
})
