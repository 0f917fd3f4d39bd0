import { useWords } from '~/language/words'
import { type Bounds, smallestCell } from '~/pulses/disclosure/rules'
import { useJoined, useSaid } from '~/pulses/results/figure-words'
import { isInBounds, middleOf } from '~/pulses/results/saying'
import { intervalWords } from '~/statistics/interval-words'
import { HeldBack } from '~/ui/held-back'
import { Section } from '~/ui/page'
import { ShareBar } from '~/ui/share-bar'
import { useMonthInWords } from './month-words'
import type { MonthTold, Told } from './told'
import { TopicTable } from './topic-table'

/** One month: everybody first, then the reader's own group, then what the talks were about. What is held back says why. */
export function MonthSection({ told: { month, everybody, own } }: { told: MonthTold }) {
  const { t } = useWords()
  const { inTitle } = useMonthInWords()
  const joined = useJoined()
  return (
    <Section title={inTitle(month)}>
      {everybody ? (
        <>
          <h3>{t('talkFigures.everybody')}</h3>
          <Endings figure={everybody.figure} label={t('talkFigures.everybody')} />
          <h3>{t('talkFigures.own.title')}</h3>
          {own ? (
            <>
              <p className="note">{t('talkFigures.own.group', { groups: joined(own.labels) })}</p>
              <Endings figure={own.figure} label={t('talkFigures.own.title')} />
            </>
          ) : (
            <HeldBack reason={t('talkFigures.own.held', { people: smallestCell })} />
          )}
          <h3>{t('talkFigures.topics.title')}</h3>
          <Topics everybody={everybody} own={own} />
        </>
      ) : (
        <HeldBack reason={t('talkFigures.held', { people: smallestCell })} />
      )}
    </Section>
  )
}

/** How the talks of a group ended, in a sentence and as a bar of people. */
function Endings({ figure, label }: Pick<Told, 'figure'> & { label: string }) {
  const { t } = useWords()
  const said = useSaid()
  const { n, favourable, unfavourable } = figure
  const share = useShareOf(favourable, n)
  const middle = middleOf(figure)
  const entry = (ending: 'recorded' | 'noRecord' | 'noTalk', counted: typeof middle) =>
    t('results.key', { word: t(`talkFigures.ending.${ending}`), said: said(counted, n) })
  return (
    <>
      <p>{t('talkFigures.sentence', { count: n, share })}</p>
      <ShareBar
        {...{ n, favourable, unfavourable, label }}
        words={{
          favourable: entry('recorded', favourable),
          between: middle[1] > 0 ? entry('noRecord', middle) : undefined,
          unknown: isInBounds(figure) ? t('results.hidden') : undefined,
          unfavourable: entry('noTalk', unfavourable),
        }}
      />
    </>
  )
}

/** Returns a count in words that claim no more than its bounds; nobody is left out or guessed, so there is no margin. */
function useShareOf([lowest, highest]: Bounds, n: number): string {
  const { t } = useWords()
  const { from, to } = intervalWords({ lowest: lowest / n, highest: highest / n })
  if (from === to) return t(`results.share.${from}`)
  const kind = from === 'none' ? (to === 'all' ? 'any' : 'atMost') : to === 'all' ? 'atLeast' : 'between'
  return t(`results.range.${kind}`, { from: t(`results.share.${from}`), to: t(`results.share.${to}`) })
}

function Topics({ everybody, own }: { everybody: Told; own?: Told }) {
  const { t } = useWords()
  const [first] = everybody.topics
  if (!first) return <HeldBack reason={t('talkFigures.topics.held', { people: smallestCell })} />
  return (
    <>
      <p>{t('talkFigures.topics.sentence', { count: first.figure.n })}</p>
      <TopicTable everybody={everybody} own={own} />
    </>
  )
}
