import { config } from '~/config.server'
import { translatorOn } from '~/language/catalogues.server'
import type { Language } from '~/people/rules'
import { ledgerStanding } from './ledger-page.server'

/**
 * Writes the checkpoint as it goes under every mail, so that whoever keeps one old mail can expose a rewritten past.
 *
 * @returns nothing to say while the ledger is empty
 */
export async function mailFooter(language: Language): Promise<string> {
  const standing = await ledgerStanding()
  if (!standing) return ''
  const { name, size, root, day } = standing
  const locale = language === 'en' ? 'en-GB' : language
  const date = new Date(day).toLocaleDateString(locale, { dateStyle: 'long', timeZone: 'UTC' })
  return translatorOn(language)('ledger.mail.footer', { name, size, root, date, address: `${config.origin}/ledger` })
}
