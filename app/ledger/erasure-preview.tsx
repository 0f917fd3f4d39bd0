import { useWords } from '~/language/words'
import { Preview } from '~/ui/preview'
import { PlaceName } from './erased-words'
import { mayStandInRound, type WordsPlace } from './erasure-place'

/** The words that will be gone, where they stand, and what cannot be undone. */
export function ErasurePreview({ place, words }: { place: WordsPlace; words: string }) {
  const { t } = useWords()
  const irrevocable = [t('erasure.preview.gone'), t('erasure.preview.stays'), t('erasure.preview.copies')]
  if (mayStandInRound(place)) irrevocable.push(t('erasure.preview.rounds'))
  return (
    <Preview caption={t('erasure.preview.caption')} irrevocable={irrevocable}>
      <h2>
        <PlaceName place={place} />
      </h2>
      <p className="register-text">{words}</p>
    </Preview>
  )
}
