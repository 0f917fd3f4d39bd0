import type { LoaderFunctionArgs } from '@remix-run/node'
import { talkAsIcs } from '~/conversations/one-to-ones/calendar.server'
import { languageOf } from '~/language/language.server'
import { requirePerson } from '~/people/session.server'

/** A planned talk for the calendar of one of the two, under a title that tells nothing. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const person = await requirePerson(request)
  return talkAsIcs(params.conversationId!, person, { language: await languageOf(request, person), at: new Date() })
}
