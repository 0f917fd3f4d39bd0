import type { ItemKind } from 'surveys/scoring'
import { useWords } from '~/language/words'
import type { Bounds, PublishedFigure } from '~/pulses/disclosure'
import { isInBounds, middleOf, sayBounds } from '~/pulses/saying'
import { ShareBar } from '~/ui/share-bar'

/** Returns a writer of counts in bounds: "9 of 14", "3 or fewer of 14". */
export function useSaid(): (counted: Bounds, n: number) => string {
  const { t } = useWords()
  return (counted, n) => {
    const { kind, ...values } = sayBounds(counted, n)
    return t(`results.say.${kind}`, values)
  }
}

/** Returns a writer of names in a row, as the language joins them. */
export function useJoined(): (names: readonly string[]) => string {
  const { language } = useWords()
  return names => new Intl.ListFormat(language, { type: 'conjunction' }).format(names)
}

type FigureBarProps = { kind: ItemKind; figure: PublishedFigure; label: string }

/** A figure as a bar with its words beside it: for, in between, against, and what is not shown exactly. */
export function FigureBar({ kind, figure, label }: FigureBarProps) {
  const { t } = useWords()
  const said = useSaid()
  const { n, favourable, unfavourable } = figure
  const middle = middleOf(figure)
  const entry = (which: 'favourable' | 'middle' | 'unfavourable', counted: Bounds) =>
    t('results.key', { word: t(`results.class.${kind}.${which}`), said: said(counted, n) })
  const words = {
    favourable: entry('favourable', favourable),
    between: middle[1] > 0 ? entry('middle', middle) : undefined,
    unknown: isInBounds(figure) ? t('results.hidden') : undefined,
    unfavourable: entry('unfavourable', unfavourable),
  }
  return <ShareBar n={n} favourable={favourable} unfavourable={unfavourable} label={label} words={words} />
}
