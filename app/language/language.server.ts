import type { Language, Person } from '~/people/rules'
import { findPerson } from '~/people/session.server'
import { chooseLanguage } from './choice'

/** Returns the language to answer a request in; pass the person when already known. */
export async function languageOf(request: Request, person?: Pick<Person, 'language'>): Promise<Language> {
  const asker = person ?? (await findPerson(request))
  const asked = new URL(request.url).searchParams.get('lang')
  return chooseLanguage(asked, asker?.language ?? null, request.headers.get('Accept-Language'))
}
