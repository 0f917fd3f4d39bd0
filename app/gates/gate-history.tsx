import { useWords } from '~/language/words'
import { sentenceOf } from '~/ledger/entry-words'
import { entryPlaceOf } from '~/ledger/erasures/entry-places'
import { Gone } from '~/ledger/erasures/erased-words'
import { useAmountsInWords } from '~/ui/amount'
import { DayText, useDayInWords } from '~/ui/day'
import { Section } from '~/ui/page'
import type { GateEvent } from './headline'

/** What happened to a gate, in sentences, with the number under which anybody finds it in the ledger. */
export function GateHistory({ events }: { events: readonly GateEvent[] }) {
  const { t } = useWords()
  const day = useDayInWords()
  const amounts = useAmountsInWords()
  const speaking = { t, day: (one: string) => day(one, 'short'), round: (id: string) => id, ...amounts }
  // Measurements have a page of their own; here they would hide all the rest.
  const shown = events.filter(({ type }) => type !== 'gate.measured')
  return (
    <Section title={t('gates.history.title')} id="history">
      {shown.length === 0 && <p>{t('gates.history.none')}</p>}
      {shown.length > 0 && (
        <ul className="entry-list">
          {shown.map(event => (
            <li key={event.seq}>
              <p className="note">
                <DayText day={event.day} /> · {t('ledger.entries.number', { number: event.seq })}
              </p>
              <div>
                <p>{sentenceOf(event, speaking)}</p>
                <Reason event={event} />
              </div>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

/** Why, in the words of who did it; or that those were erased. */
function Reason({ event }: { event: GateEvent }) {
  const { t } = useWords()
  if (event.reason) return <p className="evidence-note">{t('gates.history.reason', { reason: event.reason })}</p>
  const place = entryPlaceOf(event, 'reason')
  return place ? <Gone of={place.of} id={place.id} part="reason" /> : null
}
