import { createTransport, type Transporter } from 'nodemailer'
import { config } from '~/config.server'
import { mailFooter } from '~/ledger/mail-footer.server'
import { log } from '~/log.server'
import type { Language } from '~/people/rules'

/** `language` is that of who receives it. */
export type Mail = { to: string; language: Language; subject: string; text: string }

/** Milliseconds before a silent mail server is given up. */
const patience = 10_000

let transport: Transporter | undefined

/** Tells whether this installation can send mail at all. */
export const mailIsConfigured = (): boolean => config.smtpUrl !== undefined

/**
 * Sends one plain-text mail: nothing in it can load a picture that tells who read it when.
 * Under it goes the checkpoint of the ledger.
 *
 * @throws when no mail server is set or it does not take the mail.
 */
export async function sendMail({ to, language, subject, text }: Mail): Promise<void> {
  if (!config.smtpUrl) throw new Error('SMTP_URL is not set')
  transport ??= createTransport({
    url: config.smtpUrl,
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
    disableFileAccess: true,
    disableUrlAccess: true,
  } as never)
  const footer = await mailFooter(language)
  // Two dashes and a space set apart what is not part of the message. @source RFC 3676, 4.3
  const whole = footer ? `${text}\n\n-- \n${footer}\n` : text
  await transport.sendMail({ from: config.mailFrom, to: { name: '', address: to }, subject, text: whole })
  log('mail.sent', { count: 1 })
}
