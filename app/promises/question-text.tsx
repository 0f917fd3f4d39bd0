import { questionAbout } from 'surveys/verdict/v1'
import { useWords } from '~/language/words'
import { Gone } from '~/ledger/erasures/erased-words'

/** The question to colleagues about a promise. Where its words were erased it says so: only the round itself has them yet. */
export function QuestionText({ id, words }: { id: string; words: string }) {
  const { t, language } = useWords()
  if (words) return <>{questionAbout({ id, words })[language]}</>
  return (
    <>
      {t('promises.name', { id })}: <Gone id={id} part="text" />
    </>
  )
}
