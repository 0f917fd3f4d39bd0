import { useWords } from '~/language/words'
import { Notice } from '~/ui/notice'
import { paints, SharePaints } from '~/ui/share-paints'
import { dotsEach, type Outcome } from './rules'

/** Shows how many dots each voice got, in words and in a bar; of too few people nothing. */
export function OutcomeShown({ outcome }: { outcome: Outcome }) {
  const { t } = useWords()
  if (!outcome.enough)
    return (
      <Notice kind="warning" title={t('readiness.exercise.tooFewTitle')}>
        {t('readiness.exercise.tooFew')}
      </Notice>
    )
  const most = Math.max(...outcome.counts.map(({ dots }) => (dots === 'few' ? dotsEach : dots)))
  return (
    <>
      <SharePaints />
      <ul className="dot-counts">
        {outcome.counts.map(({ voice, dots }) => (
          <li key={voice}>
            <p>
              <q>{t(`readiness.voice.${voice}`)}</q>{' '}
              <b>{dots === 'few' ? t('readiness.exercise.few') : t('readiness.exercise.dots', { count: dots })}</b>
            </p>
            <Bar dots={dots} most={most} />
          </li>
        ))}
      </ul>
      <p className="note">{t('readiness.exercise.fewHint')}</p>
    </>
  )
}

/** A bar as long as its dots; hatched where they are not counted out. The words above it say the same. */
const Bar = ({ dots, most }: { dots: number | 'few'; most: number }) => (
  <svg className="dot-bar" aria-hidden="true">
    <rect
      width={`${Math.round((100 * (dots === 'few' ? dotsEach - 1 : dots)) / most)}%`}
      height="100%"
      {...(dots === 'few' ? paints.unknown : paints.for)}
    />
  </svg>
)
