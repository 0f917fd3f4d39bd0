import { useWords } from '~/language/words'
import { useDayInWords } from '~/ui/day'
import type { Erased, WordsPlace } from './erasure-place'

/** Stands where words stood: that they were erased, when, and why. */
export function ErasedWords({ erased }: { erased: Pick<Erased, 'erasedOn' | 'reason'> }) {
  const { t } = useWords()
  const inWords = useDayInWords()
  return (
    <span className="note">
      [{t('erasure.gone', { date: inWords(erased.erasedOn, 'short'), reason: erased.reason })}]
    </span>
  )
}

/** Shows words, or that they were erased. */
export function WordsOr({ text, erased }: { text: string | null | undefined; erased: Erased | undefined }) {
  return !text && erased ? <ErasedWords erased={erased} /> : <>{text}</>
}

/** Names a place where words stand, as a reader would. */
export function PlaceName({ place: { of, id, version, part } }: { place: WordsPlace }) {
  const { t } = useWords()
  const what = t(`erasure.part.${part}`)
  if (of === 'response') return <>{t('erasure.place.response', { what })}</>
  return <>{t(version === 1 ? 'erasure.place.first' : 'erasure.place.step', { id, version, what })}</>
}
