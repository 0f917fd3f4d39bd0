import { addDays } from '~/calendar'
import { spreadsheet } from '~/pulses/results/files/export'
import type { PromiseInFull } from './register'
import type { KeptShare } from './share'

/** The columns of the table, always the same and in English: programs read them. */
const columns = [
  ...['id', 'status', 'overdue', 'text_first', 'text_now', 'why', 'owner_role', 'owner_name', 'made_on', 'entered_on'],
  ...['entered_later', 'due_first', 'due_now', 'scope', 'exclusions', 'measure', 'place', 'theme', 'round'],
  ...['withdrawal_agreed', 'successor', 'last_moved_on'],
]

/** Returns the register as a table for spreadsheets: one line per promise. */
export function promisesCsv(promises: readonly PromiseInFull[]): string {
  const lines = promises.map(one => [
    ...[one.id, one.status, `${one.isOverdue}`, one.first.text, one.now.text, one.now.why, one.now.ownerRole],
    ...[one.now.ownerName ?? ''],
    ...[one.madeOn, one.enteredOn, `${one.enteredLater}`, one.first.dueOn, one.now.dueOn, one.now.scope],
    ...[one.now.exclusions, one.now.measure, one.place ?? '', one.barrier ?? '', one.round?.id ?? ''],
    ...[`${one.withdrawalAgreed}`, one.successorId ?? '', one.lastMovedOn],
  ])
  return spreadsheet([columns, ...lines])
}

/** Returns the register for programs, with the share and the counts behind it. */
export function promisesJson(promises: readonly PromiseInFull[], share: KeptShare, asOf: string): string {
  return JSON.stringify({ asOf, share, promises }, null, 1)
}

type FeedWords = { title: string; subtitle: string; eventOf: (event: PromiseInFull['events'][number]) => string }

/** Steps in the feed; older ones stand in the register. @source our own choice: a busy year of promises */
export const feedLength = 100

/** Returns the latest steps of all promises as a feed. @source RFC 4287 */
export function promisesAtom(promises: readonly PromiseInFull[], origin: string, words: FeedWords): string {
  const steps = promises
    .flatMap(promise => promise.events.map(event => ({ promise, event })))
    .sort((a, b) => (a.event.happenedOn < b.event.happenedOn ? 1 : -1))
    .slice(0, feedLength)
  const entries = steps.map(({ promise, event }) => {
    const page = `${origin}/promises/${promise.id}`
    return `<entry><id>${page}#${event.version}</id><title>${safe(`${words.eventOf(event)}: ${promise.first.text}`)}</title><link href="${page}"/><updated>${event.happenedOn}T00:00:00Z</updated><summary>${safe(event.note)}</summary></entry>`
  })
  const updated = steps[0]?.event.happenedOn ?? '1970-01-01'
  const head = `<title>${safe(words.title)}</title><subtitle>${safe(words.subtitle)}</subtitle><id>${origin}/promises</id><link rel="self" href="${origin}/promises.atom"/><link href="${origin}/promises"/><author><name>${safe(words.title)}</name></author><updated>${updated}T00:00:00Z</updated>`
  return `<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">${head}${entries.join('\n')}</feed>\n`
}

/** What XML 1.0 does not know as a character, and what it advises against. @source XML 1.0 (W3C), 2.2 */
const unknownToXml = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]|[\u{7F}-\u{9F}]/gu

/** Writes text for XML; characters that XML does not know are left out. */
const safe = (text: string) =>
  text
    .replace(unknownToXml, '')
    .replace(/[&<>"]/g, character => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[character] ?? '&quot;')

/** Returns the due day of a promise for a calendar. @source RFC 5545, section 3.6.1 */
export function promiseIcs({ id, version, now, dueOn, lastMovedOn }: PromiseInFull, home: string): string {
  const digits = (day: string) => day.replaceAll('-', '')
  const lines = [
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Inspraak//promises//NL', 'BEGIN:VEVENT'],
    ...[`UID:${id}@${new URL(home).host}`, `SEQUENCE:${version}`, `DTSTAMP:${digits(lastMovedOn)}T000000Z`],
    ...[`DTSTART;VALUE=DATE:${digits(dueOn)}`, `DTEND;VALUE=DATE:${digits(addDays(dueOn, 1))}`],
    ...[`SUMMARY:${escaped(`${id}: ${now.text}`)}`, `DESCRIPTION:${escaped(now.measure)}`],
    ...[`URL:${home}/${id}`, 'END:VEVENT', 'END:VCALENDAR'],
  ]
  return lines.map(line => `${folded(line)}\r\n`).join('')
}

const escaped = (text: string) => text.replace(/[\\;,]/g, character => `\\${character}`).replaceAll('\n', '\\n')

/** Breaks a line so that none has more than 75 bytes; a character takes four at most. @source RFC 5545, section 3.1 */
function folded(line: string): string {
  const encoder = new TextEncoder()
  let [written, room] = ['', 75]
  for (const character of line) {
    const size = encoder.encode(character).length
    if (size > room) [written, room] = [`${written}\r\n `, 74]
    written += character
    room -= size
  }
  return written
}
