import { config } from '~/config.server'
import { translatorOn } from '~/language/catalogues.server'
import { kindOf, log } from '~/log.server'
import { mailIsConfigured, sendMail } from '~/notices/mail.server'
import { findById } from '~/people/store.server'

/**
 * Tells somebody by mail that something waits for them. It is the same mail for every kind of news: it names nobody,
 * says nothing of what it is about, and leads to a page that is everybody's. Where it cannot go, nothing else fails.
 */
export async function tellOfNews(personId: string): Promise<void> {
  if (!mailIsConfigured()) return
  const person = await findById(personId)
  if (!person) return
  const language = person.language ?? 'nl'
  const t = translatorOn(language)
  const text = t('talks.mail.text', { address: `${config.origin}/app/conversations` })
  const mail = { to: person.email, language, subject: t('talks.mail.subject'), text }
  await sendMail(mail).catch(fault => log('mail.failed', { code: kindOf(fault) }))
}
