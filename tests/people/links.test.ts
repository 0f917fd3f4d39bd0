import { eq } from 'drizzle-orm'
import PostalMime from 'postal-mime'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeMailbox, mails, openMailbox } from '../notices/mailbox'

async function open() {
  await openMailbox()
  const cast = await import('./cast')
  await cast.foundOrganisation()
  await cast.hire('ada@voorbeeld.nl')
  await cast.hire('weg@voorbeeld.nl')
  return { links: await import('~/people/links.server'), db: await import('#db') }
}
let house: Awaited<ReturnType<typeof open>>
beforeAll(async () => {
  house = await open()
})
afterAll(closeMailbox)

const noon = new Date('2026-03-02T12:00:00Z')
const minutesLater = (minutes: number) => new Date(noon.getTime() + minutes * 60_000)

test('a link works once, for its person', async () => {
  const token = await house.links.createLink('ada', noon)
  expect(await house.links.linkIsGood(token, noon)).toBe(true)
  expect(await house.links.linkIsGood(token, noon), 'looking does not use it up').toBe(true)
  expect(await house.links.useLink(token, noon)).toBe('ada')
  expect(await house.links.useLink(token, noon)).toBeUndefined()
  expect(await house.links.linkIsGood(token, noon)).toBe(false)
})

test('of fifty uses at once one succeeds', async () => {
  const token = await house.links.createLink('ada', noon)
  const uses = await Promise.all(Array.from({ length: 50 }, () => house.links.useLink(token, noon)))
  expect(uses.filter(Boolean)).toEqual(['ada'])
})

test('a link is good for fifteen minutes', async () => {
  const token = await house.links.createLink('ada', noon)
  expect(await house.links.linkIsGood(token, minutesLater(14.9))).toBe(true)
  expect(await house.links.linkIsGood(token, minutesLater(15))).toBe(false)
  expect(await house.links.useLink(token, minutesLater(15))).toBeUndefined()
})

test('the table holds 256 bits by their hash, never the link itself', async () => {
  const token = await house.links.createLink('ada', noon)
  expect(Buffer.from(token, 'base64url')).toHaveLength(32)
  const stored = JSON.stringify(await house.db.db.select().from(house.db.signInLinks))
  const betrays = (text: string) => text.includes(token)
  expect(betrays(stored)).toBe(false)
  expect(betrays(stored + token), 'control').toBe(true)
})

test('a link made before somebody left is worth nothing afterwards', async () => {
  const token = await house.links.createLink('weg', noon)
  const { persons, transact } = house.db
  await transact(tx => tx.update(persons).set({ leftAt: noon }).where(eq(persons.id, 'weg')))
  expect(await house.links.linkIsGood(token, noon)).toBe(false)
  expect(await house.links.useLink(token, noon)).toBeUndefined()
})

test('the mail reaches its person as plain text with a link that works', async () => {
  await house.links.mailLink('Ada@voorbeeld.nl', noon, token => ({
    language: 'nl',
    subject: 'Jouw link — één keer',
    text: `Open: http://localhost/app/sign-in/${token}`,
  }))
  expect(mails).toHaveLength(1)
  const mail = await PostalMime.parse(mails[0]!)
  expect(mail.to?.[0]?.address).toBe('ada@voorbeeld.nl')
  expect(mail.subject).toBe('Jouw link — één keer')
  expect(mail.html).toBeUndefined()
  const token = /sign-in\/([\w-]{43})/.exec(mail.text!)![1]!
  expect(await house.links.useLink(token, noon)).toBe('ada')
})

test('no mail goes to who is unknown or has left, and the asker sees no difference', async () => {
  const write = () => ({ language: 'nl', subject: 'x', text: 'x' }) as const
  expect(await house.links.mailLink('niemand@voorbeeld.nl', noon, write)).toBeUndefined()
  expect(await house.links.mailLink('weg@voorbeeld.nl', noon, write)).toBeUndefined()
  expect(mails).toHaveLength(1)
})
