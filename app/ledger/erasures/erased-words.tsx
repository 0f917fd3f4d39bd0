import { Link, useParams, useRouteLoaderData } from '@remix-run/react'
import { useWords } from '~/language/words'
import { useDayInWords } from '~/ui/day'
import { type Erased, erasedIn, isEntryPlace, type WordsPart, type WordsPlace } from './place'

/** Stands where words stood: that they were erased, when, and why. */
export function ErasedWords({ erased }: { erased: Pick<Erased, 'erasedOn' | 'reason'> }) {
  const { t } = useWords()
  const inWords = useDayInWords()
  return <em>[{t('erasure.gone', { date: inWords(erased.erasedOn, 'short'), reason: erased.reason })}]</em>
}

type GoneProps = { part: WordsPart; version?: number; of?: WordsPlace['of']; id?: string; otherwise?: string }

/** Stands where words are empty: that they were erased, if they were. Without `id` it is the promise of this page. */
export function Gone({ part, version, of = 'promise', id, otherwise }: GoneProps) {
  const { promiseId } = useParams()
  const all = useRouteLoaderData<{ erased: Erased[] }>('root')?.erased ?? []
  const theirs = all.filter(one => one.of === of && one.id === (id ?? promiseId))
  const erased = erasedIn(theirs, part, version)
  return erased ? <ErasedWords erased={erased} /> : <>{otherwise}</>
}

/** Words as they stand, or that they were erased there. */
export function WordsOrGone({ words, ...place }: GoneProps & { words: string | null | undefined }) {
  return words ? words : <Gone {...place} />
}

/** Names a place where words stand, as a reader would. */
export function PlaceName({ place }: { place: WordsPlace }) {
  const { t } = useWords()
  if (isEntryPlace(place)) {
    const [kind, what] = [t(`erasure.entry.${place.of}`), t(`erasure.entryPart.${place.part}`)]
    return <>{t('erasure.place.entry', { kind, id: place.id, what })}</>
  }
  const { of, id, version, part } = place
  const what = t(`erasure.part.${part}`)
  if (of === 'response') return <>{t('erasure.place.response', { what })}</>
  if (of === 'exam') return <>{t('erasure.place.exam', { id, what })}</>
  return <>{t(version === 1 ? 'erasure.place.first' : 'erasure.place.step', { id, version, what })}</>
}

type ErasureLinkProps = { id: string; mayAsk: boolean; mayRead: boolean }

/** The way from a promise to erasing words of it, for those who have a part in that. */
export function ErasureLink({ id, mayAsk, mayRead }: ErasureLinkProps) {
  const { t } = useWords()
  if (!mayRead) return null
  return (
    <p className="no-print">
      <Link to={mayAsk ? `/app/erasures/new?q=${id}` : '/app/erasures'}>{t('erasure.link')}</Link>
    </p>
  )
}

/** Words that stand at an entry, for somebody who may ask to have them erased. */
export type ErasableWords = { seq: number; key: string; place: WordsPlace }

/** The way from an entry to erasing each of its words. */
export function EraseEntryLinks({ words }: { words: readonly ErasableWords[] }) {
  const { t } = useWords()
  return words.map(({ seq, key, place }) => (
    <p key={key} className="no-print note">
      <Link to={`/app/erasures/new?seq=${seq}&key=${key}`}>
        {t('erasure.linkEntry')} <PlaceName place={place} />
      </Link>
    </p>
  ))
}
