import { useWords } from '~/language/words'
import { useAmountsInWords } from '~/ui/amount'
import { ButtonLink, ButtonRow } from '~/ui/button'
import { DayText, useDayInWords } from '~/ui/day'
import { useCarriedLanguage } from '~/ui/masthead'
import { Page } from '~/ui/page'
import { type EntryRow, placeOf, sentenceOf } from './entry-words'
import { type ErasableWords, EraseEntryLinks } from './erasures/erased-words'

export type EntriesFacts = {
  entries: readonly EntryRow[]
  hasOlder: boolean
  isNewest: boolean
  erasable: readonly ErasableWords[]
}

/** The whole log, in words, a page at a time. */
export function EntriesPage({ entries, hasOlder, isNewest, erasable }: EntriesFacts) {
  const { t } = useWords()
  const here = useCarriedLanguage()
  return (
    <Page title={t('ledger.entries.title')} lead={t('ledger.entries.lead')}>
      {entries.length > 0 ? <EntryList entries={entries} erasable={erasable} /> : <p>{t('ledger.entries.none')}</p>}
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

type EntryListProps = { entries: readonly EntryRow[]; erasable?: readonly ErasableWords[] }

/** Entries of the log as sentences, each with its day, its number and a way to what it is about. */
export function EntryList({ entries, erasable = [] }: EntryListProps) {
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
          <EraseEntryLinks words={erasable.filter(({ seq }) => seq === entry.seq)} />
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
