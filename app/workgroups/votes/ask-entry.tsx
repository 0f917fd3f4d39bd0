import { useWords } from '~/language/words'
import { ButtonLink } from '~/ui/button'
import { useDayInWords } from '~/ui/day'
import type { VoteAsk } from './asks'

/** Names the vote that waits for this reader, and leads to it. */
export function VoteAskEntry({ ask: { proposal, others }, first }: { ask: VoteAsk; first: boolean }) {
  const { t } = useWords()
  const inWords = useDayInWords()
  const { id, title, closes } = proposal
  return (
    <>
      <h2>{t('votes.home.title', { title })}</h2>
      <p>{t('votes.home.text', { date: inWords(closes.day), time: closes.time })}</p>
      {others > 0 && <p>{t('votes.home.others', { count: others })}</p>}
      <ButtonLink kind={first ? 'main' : 'quiet'} to={`/app/proposals/${id}`}>
        {t('votes.home.go')}
      </ButtonLink>
    </>
  )
}
