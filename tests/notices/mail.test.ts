import type { AddressInfo } from 'node:net'
import PostalMime from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'

const mails: string[] = []
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onData(stream, _session, done) {
    const parts: Buffer[] = []
    stream.on('data', part => parts.push(part))
    stream.on('end', () => {
      mails.push(Buffer.concat(parts).toString())
      done()
    })
  },
})

// The mail server's address must be known before the settings are read, so everything is loaded afterwards.
async function open() {
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  process.env.SMTP_URL = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`
  vi.resetModules()
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
afterAll(() => new Promise<void>(resolve => server.close(() => resolve())))

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
