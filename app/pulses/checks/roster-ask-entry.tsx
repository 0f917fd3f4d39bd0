import { useWords } from '~/language/words'
import { ButtonLink } from '~/ui/button'
import type { ListsAsk } from './roster'

/** Asks a member of the works council to look at the lists of a round before answering begins. */
export function ListsAskEntry({ ask: { round }, first }: { ask: ListsAsk; first: boolean }) {
  const { t } = useWords()
  return (
    <>
      <h2>{t('checks.roster.ask', { number: round.number })}</h2>
      <p>{t('checks.roster.why')}</p>
      <ButtonLink kind={first ? 'main' : 'quiet'} to={`/app/rounds/${round.id}/roster`}>
        {t('checks.roster.go', { number: round.number })}
      </ButtonLink>
    </>
  )
}
