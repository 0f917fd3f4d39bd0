import { createTransport, type Transporter } from 'nodemailer'
import { config } from '~/config.server'
import { log } from '~/log.server'

export type Mail = { to: string; subject: string; text: string }

/** Milliseconds before a silent mail server is given up. */
const patience = 10_000

let transport: Transporter | undefined

/** Tells whether this installation can send mail at all. */
export const mailIsConfigured = (): boolean => config.smtpUrl !== undefined

/**
 * Sends one plain-text mail: nothing in it can load a picture that tells who read it when.
 *
 * @throws when no mail server is set or it does not take the mail.
 */
export async function sendMail({ to, subject, text }: Mail): Promise<void> {
  if (!config.smtpUrl) throw new Error('SMTP_URL is not set')
  transport ??= createTransport({
    url: config.smtpUrl,
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
    disableFileAccess: true,
    disableUrlAccess: true,
  } as never)
  await transport.sendMail({ from: config.mailFrom, to: { name: '', address: to }, subject, text })
  log('mail.sent', { count: 1 })
}
