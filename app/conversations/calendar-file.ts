/** What a calendar file tells: when, and a title that says nothing of what it is about. */
type Meeting = { id: string; host: string; title: string; startsAt: Date; minutes: number; writtenAt: Date }

/**
 * Returns a meeting for a calendar. It names nobody and leads nowhere, and asks to be kept from others who can see the
 * calendar. @source RFC 5545, sections 3.6.1, 3.8.1.3 and 3.8.7.4
 */
export function meetingIcs({ id, host, title, startsAt, minutes, writtenAt }: Meeting): string {
  const endsAt = new Date(startsAt.getTime() + minutes * 60_000)
  const lines = [
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Inspraak//conversations//NL', 'BEGIN:VEVENT'],
    // A file that is fetched later replaces the one before.
    ...[`UID:${id}@${host}`, `SEQUENCE:${Math.floor(writtenAt.getTime() / 60_000)}`, `DTSTAMP:${stamp(writtenAt)}`],
    ...[`DTSTART:${stamp(startsAt)}`, `DTEND:${stamp(endsAt)}`, `SUMMARY:${title}`, 'CLASS:PRIVATE'],
    ...['END:VEVENT', 'END:VCALENDAR'],
  ]
  return lines.map(line => `${line}\r\n`).join('')
}

/** An instant in UTC, so that every calendar shows it at the clock of its own place. */
const stamp = (at: Date) => at.toISOString().replace(/[-:]|\.\d{3}/g, '')
