import PostalMime from 'postal-mime'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeMailbox, mails, openMailbox } from './mailbox'

async function open() {
  await openMailbox()
  const db = await import('#db')
  await db.migrate()
  const { openLedger } = await import('~/ledger/store.server')
  const { latestCheckpoint } = await import('~/ledger/served.server')
  return { openLedger, latestCheckpoint, ...(await import('~/notices/mail.server')) }
}
let house: Awaited<ReturnType<typeof open>>
beforeAll(async () => {
  house = await open()
})
afterAll(closeMailbox)

async function received(language: 'nl' | 'en' | 'fr') {
  await house.sendMail({ to: 'ada@voorbeeld.nl', language, subject: 'Dag', text: 'Hallo Ada.' })
  return (await PostalMime.parse(mails.at(-1)!)).text!
}

test('before the first entry there is nothing to tell under a mail', async () => {
  expect((await received('nl')).trim()).toBe('Hallo Ada.')
})

test('under every mail stands the checkpoint, in the language of who receives it', async () => {
  await house.openLedger(new Date('2026-03-02T12:00:00Z'))
  const [name, size, root] = (await house.latestCheckpoint())!.split('\n')
  for (const [language, words] of [
    ['nl', `Stand van 2 maart 2026, aantal regels: ${size}`],
    ['en', `As it stood on 2 March 2026, number of entries: ${size}`],
    ['fr', `État au 2 mars 2026, nombre de lignes : ${size}`],
  ] as const) {
    const text = await received(language)
    expect(text).toMatch(/^Hallo Ada\.\r?\n\r?\n-- \r?\n/)
    expect(text).toContain(words)
    expect(text).toContain(`(${name})`)
    expect(text.split(/\r?\n/), 'whole on a line of its own, to be copied').toContain(root)
    expect(text).toContain('/ledger')
  }
})
