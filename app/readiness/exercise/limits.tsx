import { useWords } from '~/language/words'
import { Notice } from '~/ui/notice'

/** What the exercise is and is not; it stands where somebody starts it and where everybody gives. */
export function ExerciseLimits() {
  const { t } = useWords()
  const sentences = (['talk', 'memory', 'restart', 'nobody'] as const).map(one => t(`readiness.exercise.limit.${one}`))
  return (
    <Notice title={t('readiness.exercise.limit.title')}>
      <ul>
        {sentences.map(sentence => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </Notice>
  )
}
