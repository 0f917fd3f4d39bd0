import type { LoaderFunctionArgs } from '@remix-run/node'
import { talkAsIcs } from '~/conversations/team/door.server'
import { translatorOn } from '~/language/catalogues.server'
import { languageOf } from '~/language/language.server'
import { requirePerson } from '~/people/session.server'

/** A planned talk for a calendar, for its team and for who leads it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const person = await requirePerson(request)
  const t = translatorOn(await languageOf(request, person))
  return talkAsIcs(params.talkId!, person, t('teamTalks.calendarTitle'), new Date())
}
