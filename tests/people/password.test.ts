import { beforeAll, expect, test } from 'vitest'
import { db, sessions } from '#db'
import { changePassword, hashPassword, hasPassword, passwordIsRight, whoSignsIn } from '~/people/password.server'
import { startSession } from '~/people/session.server'
import { foundOrganisation, hire } from './cast'

beforeAll(async () => {
  await foundOrganisation()
  await hire('ada@voorbeeld.nl', ['agent'], await hashPassword('correct paard batterij'))
  await hire('bo@voorbeeld.nl')
})

test('passwords are stored as argon2id at the advised cost', async () => {
  expect(await hashPassword('x')).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
})

test('the right password is let in, however the e-mail is capitalised and the accents are composed', async () => {
  expect(await whoSignsIn(' ADA@voorbeeld.nl', 'correct paard batterij')).toBe('ada')
  const composed = await hashPassword('caf\u00e9')
  expect(await passwordIsRight(composed, 'cafe\u0301')).toBe(true)
})

test('wrong password, unknown person and person without password get the same answer', async () => {
  expect(await whoSignsIn('ada@voorbeeld.nl', 'fout')).toBeUndefined()
  expect(await whoSignsIn('niemand@voorbeeld.nl', 'fout')).toBeUndefined()
  expect(await whoSignsIn('bo@voorbeeld.nl', '')).toBeUndefined()
})

test('an unknown person costs as much time as a known one', async () => {
  const works = {
    known: () => whoSignsIn('ada@voorbeeld.nl', 'fout'),
    unknown: () => whoSignsIn('niemand@voorbeeld.nl', 'fout'),
    careless: async () => undefined,
  }
  // By turns, and the quickest of many: a busy machine slows single runs down, never the fastest one up.
  const quickest = { known: Infinity, unknown: Infinity, careless: Infinity }
  for (let turn = 0; turn < 25; turn++) {
    for (const name of ['known', 'unknown', 'careless'] as const) {
      const start = performance.now()
      await works[name]()
      quickest[name] = Math.min(quickest[name], performance.now() - start)
    }
  }
  const alike = (a: number, b: number) => a / b < 2 && b / a < 2
  expect(alike(quickest.known, quickest.unknown)).toBe(true)
  expect(alike(quickest.known, quickest.careless), 'control: answering at once is noticed').toBe(false)
})

test('a new password needs the old one and signs out everywhere', async () => {
  await startSession('ada')
  expect(await changePassword('ada', 'fout', 'een heel nieuwe zin')).toEqual({ ok: false, because: 'wrongPassword' })
  expect(await db.select().from(sessions)).toHaveLength(1)
  expect((await changePassword('ada', 'correct paard batterij', 'een heel nieuwe zin')).ok).toBe(true)
  expect(await db.select().from(sessions)).toHaveLength(0)
  expect(await whoSignsIn('ada@voorbeeld.nl', 'een heel nieuwe zin')).toBe('ada')
})

test('who only used links so far may choose a first password', async () => {
  expect(await hasPassword('bo')).toBe(false)
  expect((await changePassword('bo', '', 'mijn eerste wachtzin')).ok).toBe(true)
  expect(await hasPassword('bo')).toBe(true)
})
