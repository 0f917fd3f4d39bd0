import { useWords } from '~/language/words'
import { findingOf, type Measurement } from '../criteria'
import { type Asked, measureWords } from './wording'

/** Returns the writers of what was asked and found, in the language of the page. */
export function useMeasureWords() {
  const { t, language } = useWords()
  return measureWords(t, language)
}

type LastFindingProps = { criterion: Asked; measurements: readonly Measurement[] }

/** Says what the measurements say of one criterion: in a few words, then with what was asked and over how many cases. */
export function LastFinding({ criterion, measurements }: LastFindingProps) {
  return (
    <p className="finding">
      <FindingText criterion={criterion} measurements={measurements} />
    </p>
  )
}

/** The same inside a sentence or a hint of somebody else. */
export function FindingText({ criterion, measurements }: LastFindingProps) {
  const words = useMeasureWords()
  const finding = findingOf(criterion, measurements)
  return (
    <>
      <strong>{words.says(finding)}</strong> {words.found(criterion, finding)}
    </>
  )
}
