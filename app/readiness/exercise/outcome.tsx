import { useWords } from '~/language/words'
import { Notice } from '~/ui/notice'
import { paints, SharePaints } from '~/ui/share-paints'
import { dotsEach, type Outcome } from './rules'

/** Shows how many dots each voice got, in words and in a bar; of too few phones nothing. */
export function OutcomeShown({ outcome }: { outcome: Outcome }) {
  const { t } = useWords()
  if (!outcome.enough)
    return (
      <Notice kind="warning" title={t('readiness.exercise.tooFewTitle')}>
        {t('readiness.exercise.tooFew')}
      </Notice>
    )
  const shown = outcome.counts.flatMap(({ dots }) => (dots === 'notCounted' ? [] : [dots]))
  const leftOut = shown.reduce((rest, dots) => rest - dots, outcome.phones * dotsEach)
  const most = Math.max(...(shown.length > 0 ? shown : [leftOut]))
  const mostLeftOut = Math.min(leftOut, ...shown)
  return (
    <>
      <p>{t('readiness.exercise.phones', { count: outcome.phones })}</p>
      <SharePaints />
      <ul className="dot-counts">
        {outcome.counts.map(({ voice, dots }) => (
          <li key={voice}>
            <p>
              <q>{t(`readiness.voice.${voice}`)}</q>{' '}
              <b>
                {dots === 'notCounted'
                  ? t('readiness.exercise.notCounted')
                  : t('readiness.exercise.dots', { count: dots })}
              </b>
            </p>
            <Bar dots={dots === 'notCounted' ? mostLeftOut : dots} isCounted={dots !== 'notCounted'} most={most} />
          </li>
        ))}
      </ul>
      {shown.length < outcome.counts.length && <p className="note">{t('readiness.exercise.notCountedHint')}</p>}
    </>
  )
}

type BarProps = { dots: number; isCounted: boolean; most: number }

/** A bar as long as its dots. Hatched where they are not counted out: as long as they can be at most. */
const Bar = ({ dots, isCounted, most }: BarProps) => (
  <svg className="dot-bar" aria-hidden="true">
    <rect width={`${Math.round((100 * dots) / most)}%`} height="100%" {...(isCounted ? paints.for : paints.unknown)} />
  </svg>
)
