import { useWords } from '~/language/words'
import { HeldBack } from '~/ui/held-back'
import { paints } from '~/ui/share-paints'
import { useShare } from '../figure-words'
import type { ItemResult } from '../rules'
import { toldBy, toldOf } from '../telling'

/** Figures below each other; with more the rest would not fit on the second page. @source our own choice: tried out on A4 */
const mostInOneColumn = 7

/** Every question or barrier with one bar: what is certain, hatched what is not told exactly, and all in words. */
export function SheetFigures({ title, items }: { title: string; items: readonly ItemResult[] }) {
  if (items.length === 0) return null
  return (
    <section>
      <h2>{title}</h2>
      <ol className="wall-figures" data-many={items.length > mostInOneColumn || undefined}>
        {items.map(item => (
          <li key={item.id}>
            <SheetFigure item={item} />
          </li>
        ))}
      </ol>
    </section>
  )
}

function SheetFigure({ item }: { item: ItemResult }) {
  const { t, language } = useWords()
  const share = useShare()
  const { kind, figure, text } = item
  if (!figure)
    return (
      <>
        <h3>{text[language]}</h3>
        <HeldBack reason={t('results.heldBack.tooFewAnswers')} />
      </>
    )
  const told = toldOf(kind, figure)
  const { inWords, said, interval } = share(told)
  return (
    <>
      <h3>{text[language]}</h3>
      <Bar bounds={told.bounds} n={told.n} />
      <p className="wall-told">
        <strong>{t('results.wall.told', { word: t(`results.class.${kind}.${toldBy(kind)}`), inWords })}</strong>{' '}
        <span>{t('results.wall.counted', { said, interval })}</span>
      </p>
    </>
  )
}

/** Thin, with an outline for everybody who answered: it must not empty the printer. */
function Bar({ bounds: [lowest, highest], n }: { bounds: readonly [number, number]; n: number }) {
  const percent = (people: number) => `${Math.round((10_000 * people) / n) / 100}%`
  return (
    <svg className="wall-bar" aria-hidden="true">
      <rect width={percent(lowest)} height="100%" {...paints.for} />
      {highest > lowest && (
        <rect x={percent(lowest)} width={percent(highest - lowest)} height="100%" {...paints.unknown} />
      )}
    </svg>
  )
}
