import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { vi } from 'vitest'

/** Every mail that came in, as it travelled. */
export const mails: string[] = []

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

/** Starts a real mail server. Its address must be known before the settings are read, so the app is loaded afterwards. */
export async function openMailbox() {
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  process.env.SMTP_URL = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`
  vi.resetModules()
}

/** Stops the mail server. */
export const closeMailbox = () => new Promise<void>(resolve => server.close(() => resolve()))
