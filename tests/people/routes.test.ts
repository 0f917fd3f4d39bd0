import { readFileSync } from 'node:fs'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { forgetAllTries } from '~/people/guessing.server'
import { createLink } from '~/people/links.server'
import { hashPassword } from '~/people/password.server'
import { findPerson } from '~/people/session.server'
import { findByEmail } from '~/people/store.server'
import * as account from '~/routes/app.account_.password'
import * as linkDoor from '~/routes/app.people.$personId.link'
import * as upload from '~/routes/app.people.import'
import * as apply from '~/routes/app.people.import_.apply'
import * as signIn from '~/routes/app.sign-in'
import * as oneTime from '~/routes/app.sign-in_.$token'
import * as askLink from '~/routes/app.sign-in_.ask-link'
import { asPersonIn, formPost, foundOrganisation, hire } from './cast'

beforeAll(async () => {
  await foundOrganisation()
  await hire('ada@voorbeeld.nl', ['agent'], await hashPassword('correct paard batterij'))
  await hire('admin@voorbeeld.nl', ['platformAdmin'])
})
beforeEach(forgetAllTries)

const context = { nonce: '', reference: '', sourceKey: 'desk' }
const args = (request: Request, params = {}) => ({ request, params, context }) as never
const post = (path: string, values: Record<string, string>) =>
  new Request(`http://localhost:3000${path}`, formPost(values))
const trySignIn = (email: string, password: string, to = '') =>
  signIn.action(args(post(`/app/sign-in${to}`, { email, password })))

/** What a browser can tell of an answer: status and everything in it. */
const seen = (answer: unknown) => {
  const { data, init } = answer as { data: unknown; init: { status: number } }
  return JSON.stringify({ data, status: init.status })
}

test('the right password signs in and leads to the page that was asked for, never to another site', async () => {
  const answer = (await trySignIn('ada@voorbeeld.nl', 'correct paard batterij', '?to=/app/results')) as Response
  expect(answer.headers.get('Location')).toBe('/app/results')
  const Cookie = answer.headers.get('Set-Cookie')!.split(';')[0]!
  expect((await findPerson(new Request('http://x/app', { headers: { Cookie } })))?.id).toBe('ada')
  for (const lure of [
    '//evil.example/app/',
    'https://evil.example',
    '/app/../..//evil.example',
    '/app/\\evil.example',
  ]) {
    const lured = (await trySignIn(
      'ada@voorbeeld.nl',
      'correct paard batterij',
      `?to=${encodeURIComponent(lure)}`,
    )) as Response
    expect(lured.headers.get('Location')).toMatch(/^\/app\//)
  }
})

test('unknown person and wrong password get the same answer and status', async () => {
  const wrong = seen(await trySignIn('ada@voorbeeld.nl', 'fout')).replace('ada@', 'x@')
  const unknown = seen(await trySignIn('niemand@voorbeeld.nl', 'fout')).replace('niemand@', 'x@')
  expect(wrong).toBe(unknown)
  expect(wrong).toContain('401')
  expect(wrong).not.toContain('fout')
})

test('of twenty guesses at once five are judged; the others are told how long to wait', async () => {
  const answers = await Promise.all(Array.from({ length: 20 }, () => trySignIn('ada@voorbeeld.nl', 'fout')))
  const statuses = answers.map(answer => (answer as { init: { status: number } }).init.status)
  expect(statuses.filter(status => status === 401)).toHaveLength(5)
  expect(statuses.filter(status => status === 429)).toHaveLength(15)
  const { init } = answers.at(-1) as unknown as { init: { headers: Record<string, string> } }
  expect(Number(init.headers['Retry-After'])).toBeGreaterThan(0)
})

test('asking a link gives everybody the same answer', async () => {
  const ask = async (linkEmail: string) =>
    (await askLink.action(args(post('/app/sign-in/ask-link', { linkEmail })))) as Response
  const answers = [await ask('ada@voorbeeld.nl'), await ask('niemand@voorbeeld.nl')]
  const told = answers.map(({ status, headers }) => `${status} ${[...headers]}`)
  expect(told[0]).toBe(told[1])
})

test('opening a link does not use it up; its button does, once', async () => {
  const token = await createLink('ada', new Date())
  const link = new Request(`http://localhost:3000/app/sign-in/${token}`)
  await oneTime.loader(args(link, { token }))
  const press = () => oneTime.action(args(post(`/app/sign-in/${token}`, {}), { token }))
  expect(((await press()) as Response).headers.get('Set-Cookie')).toContain('session=')
  expect(seen(await press())).toContain('410')
})

test('a short password is refused with our own word, and nothing secret comes back', async () => {
  const values = { currentPassword: 'geheim 1', nextPassword: 'geheim 2', nextPasswordAgain: 'geheim 3' }
  const answer = seen(await account.action(args(await asPersonIn('ada', '/app/account/password', formPost(values)))))
  expect(answer).toContain('"nextPassword":"tooShort"')
  expect(answer).not.toContain('geheim')
})

test('an administrator makes a link for somebody without mail', async () => {
  const request = await asPersonIn('admin', '/app/people/ada/link', formPost({}))
  const { data } = await linkDoor.action(args(request, { personId: 'ada' }))
  expect(data.address).toMatch(/\/app\/sign-in\/[\w-]{43}$/)
})

test('a workbook is looked at first and applied after a yes', async () => {
  const form = new FormData()
  form.set('file', new File([readFileSync('tests/people/staff.xlsx')], 'staff.xlsx'))
  const looked = await upload.action(
    args(await asPersonIn('admin', '/app/people/import', { method: 'POST', body: form })),
  )
  const { text, difference } = (
    looked as unknown as { data: { looked: { text: string; difference: { problems: unknown[] } } } }
  ).data.looked
  expect(difference.problems).toEqual([{ line: 0, column: 'roles', reason: 'lastAdministrator' }])
  expect(await findByEmail('zoe@voorbeeld.nl')).toBeUndefined()

  const whole = `${text}\n"Ad";"";"Min";"admin@voorbeeld.nl";"Team Een";"Zwolle";"NL";"beheerder"`
  const confirm = formPost({ text: whole.replaceAll('\n', '\r\n'), version: '0' })
  const applied = (await apply.action(args(await asPersonIn('admin', '/app/people/import/apply', confirm)))) as Response
  expect(applied.headers.get('Location')).toBe('/app/people?applied')
  expect(await findByEmail('zoe@voorbeeld.nl')).toMatchObject({ roles: expect.arrayContaining(['worksCouncil']) })
  const again = await apply.action(args(await asPersonIn('admin', '/app/people/import/apply', confirm)))
  expect(seen(again)).toContain('changedMeanwhile')
})
