import { useWords } from '~/language/words'
import { smallestCell } from '~/pulses/disclosure/rules'
import { ButtonLink, ButtonRow } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import { Page, Section } from '~/ui/page'
import { SharePaints } from '~/ui/share-paints'
import { EarlierMonths } from './earlier-months'
import { MonthSection } from './month-section'
import { useMonthInWords } from './month-words'
import { type Month, toldFrom } from './months'
import type { MonthTold } from './told'

type TalkFiguresProps = { months: readonly MonthTold[]; next: Month }

/** How many one-to-ones there are and how they end, never whose: the latest month first, then the ones before it. */
export function TalkFiguresPage({ months, next }: TalkFiguresProps) {
  const { t } = useWords()
  const [latest, ...earlier] = months
  return (
    <Page title={t('talkFigures.title')} lead={t('talkFigures.lead')}>
      {latest ? <MonthSection told={latest} /> : <Nothing next={next} />}
      {earlier.length > 0 && <EarlierMonths months={earlier} />}
      {latest && <Next next={next} />}
      <Counted />
      {latest && (
        <div className="no-print">
          <ButtonRow>
            <ButtonLink to="/app/talk-figures.csv" kind="quiet" wholePage>
              {t('talkFigures.file')}
            </ButtonLink>
          </ButtonRow>
        </div>
      )}
      <SharePaints />
    </Page>
  )
}

/** Before the first month is told: what will stand here, and from when. */
function Nothing({ next }: { next: Month }) {
  const { t } = useWords()
  return (
    <EmptyState title={t('talkFigures.empty.title')}>
      <p>{t('talkFigures.empty.text', { people: smallestCell })}</p>
      <Next next={next} />
    </EmptyState>
  )
}

function Next({ next }: { next: Month }) {
  const { t } = useWords()
  const { inWords, dayInWords } = useMonthInWords()
  return <p className="note">{t('talkFigures.next', { month: inWords(next), date: dayInWords(toldFrom(next)) })}</p>
}

const counted = ['once', 'endings', 'topics', 'lead', 'leads'] as const
const never = ['who', 'declined', 'words', 'ranking'] as const

/** What is counted, and what never is. */
function Counted() {
  const { t } = useWords()
  return (
    <>
      <Section title={t('talkFigures.counted.title')}>
        <ul>
          {counted.map(one => (
            <li key={one}>{t(`talkFigures.counted.${one}`, { people: smallestCell })}</li>
          ))}
        </ul>
      </Section>
      <Section title={t('talkFigures.never.title')}>
        <ul>
          {never.map(one => (
            <li key={one}>{t(`talkFigures.never.${one}`)}</li>
          ))}
        </ul>
      </Section>
    </>
  )
}
