import { config } from '~/config.server'
import { translatorOn } from '~/language/catalogues.server'
import type { Language, Person } from '~/people/rules'
import { meetingIcs } from '../calendar-file'
import { findConversation } from './store.server'

/** Minutes that a calendar keeps free for a one-to-one. @source our own choice: half an hour, which can be dragged longer */
const minutes = 30

/** Answers with a planned talk for the calendar of one of the two; 404 to everybody else, and when nothing is planned. */
export async function talkAsIcs(
  id: string,
  self: Pick<Person, 'id'>,
  { language, at }: { language: Language; at: Date },
): Promise<Response> {
  const seen = await findConversation(id, self.id, at)
  if (seen?.state !== 'planned' || !seen.plannedFor) throw new Response(null, { status: 404 })
  const title = translatorOn(language)('talks.calendarTitle')
  const { host } = new URL(config.origin)
  const file = meetingIcs({ id, host, title, startsAt: seen.plannedFor, minutes, writtenAt: at })
  const headers = {
    'Content-Type': 'text/calendar; charset=utf-8',
    'Content-Disposition': `attachment; filename="${title.toLowerCase()}.ics"`,
  }
  return new Response(file, { headers })
}
