import { useWords } from '~/language/words'
import { Preview } from '~/ui/preview'
import { PlaceName } from './erased-words'
import { type FileGoing, isEntryPlace, mayStandInRound, type WordsPlace } from './place'

type ErasurePreviewProps = { place: WordsPlace; words: string; file?: FileGoing }

/** The words that will be gone, where they stand, the file that goes with them, and what cannot be undone. */
export function ErasurePreview({ place, words, file }: ErasurePreviewProps) {
  const { t } = useWords()
  const irrevocable = [t('erasure.preview.gone'), t('erasure.preview.stays'), t('erasure.preview.copies')]
  const about = file && { name: file.name, kind: t(`evidence.kind.${file.kind}`) }
  if (file?.staysElsewhere) irrevocable.unshift(t('erasure.preview.fileElsewhere', about))
  else if (file) irrevocable.unshift(t('erasure.preview.file', about))
  if (isEntryPlace(place))
    irrevocable.push(t(place.of === 'draw' ? 'erasure.preview.draw' : 'erasure.preview.otherEntries'))
  if (mayStandInRound(place)) irrevocable.push(t('erasure.preview.rounds'))
  return (
    <Preview caption={t('erasure.preview.caption')} irrevocable={irrevocable}>
      <h2>
        <PlaceName place={place} />
      </h2>
      <p className="register-text">{words}</p>
      {about && <p className="evidence-name">{t('erasure.preview.fileName', about)}</p>}
    </Preview>
  )
}
