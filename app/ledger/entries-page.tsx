import { useWords } from '~/language/words'
import { useAmountsInWords } from '~/ui/amount'
import { ButtonLink, ButtonRow } from '~/ui/button'
import { DayText, useDayInWords } from '~/ui/day'
import { useCarriedLanguage } from '~/ui/masthead'
import { Page } from '~/ui/page'
import { type EntryRow, placeOf, sentenceOf } from './entry-words'

export type EntriesFacts = { entries: readonly EntryRow[]; hasOlder: boolean; isNewest: boolean }

/** The whole log, in words, a page at a time. */
export function EntriesPage({ entries, hasOlder, isNewest }: EntriesFacts) {
  const { t } = useWords()
  const here = useCarriedLanguage()
  return (
    <Page title={t('ledger.entries.title')} lead={t('ledger.entries.lead')}>
      {entries.length > 0 ? <EntryList entries={entries} /> : <p>{t('ledger.entries.none')}</p>}
      <ButtonRow>
        {hasOlder && (
          <ButtonLink to={here(`/ledger/entries?before=${entries.at(-1)!.seq}`)} rel="next">
            {t('ledger.entries.older')}
          </ButtonLink>
        )}
        {!isNewest && (
          <ButtonLink to={here('/ledger/entries')} kind="quiet">
            {t('ledger.entries.newest')}
          </ButtonLink>
        )}
        <ButtonLink to={here('/ledger')} kind="plain">
          {t('ledger.entries.toLedger')}
        </ButtonLink>
      </ButtonRow>
    </Page>
  )
}

/** Entries of the log as sentences, each with its day, its number and a way to what it is about. */
export function EntryList({ entries }: { entries: readonly EntryRow[] }) {
  const { t } = useWords()
  return (
    <ul className="entry-list">
      {entries.map(entry => (
        <li key={entry.seq}>
          <p className="note">
            <DayText day={entry.day} />
            {' · '}
            {t('ledger.entries.number', { number: entry.seq })}
          </p>
          <p>
            <EntryText entry={entry} />
          </p>
        </li>
      ))}
    </ul>
  )
}

function EntryText({ entry }: { entry: EntryRow }) {
  const { t } = useWords()
  const dayInWords = useDayInWords()
  const amounts = useAmountsInWords()
  const here = useCarriedLanguage()
  const sentence = sentenceOf(entry, {
    t,
    day: day => dayInWords(day, 'short'),
    round: id => `${entry.roundNumber ?? id}`,
    ...amounts,
  })
  const place = placeOf(entry)
  return (
    <>
      {sentence}{' '}
      {place && (
        <a href={here(place)}>
          {t('ledger.entries.look')}
          <span className="only-read-aloud">: {sentence}</span>
        </a>
      )}
    </>
  )
}
