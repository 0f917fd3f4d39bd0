import { useWords } from '~/language/words'
import { ButtonLink } from '~/ui/button'
import { useDayInWords } from '~/ui/day'
import type { CouncilAsk } from './rules'

/** Asks a member of the works council to make the key of a round, or to count one. */
export function CouncilAskEntry({ ask: { say, round, until }, first }: { ask: CouncilAsk; first: boolean }) {
  const { t } = useWords()
  const date = useDayInWords()(until)
  const to = say === 'count' ? 'count' : 'key'
  return (
    <>
      <h2>{t(`councilKey.ask.${say}.title`, { number: round.number })}</h2>
      <p>{t(`councilKey.ask.${say}.text`, { date })}</p>
      <ButtonLink kind={first ? 'main' : 'quiet'} to={`/app/rounds/${round.id}/${to}`}>
        {t(`councilKey.way.${say === 'checkKey' ? 'check' : to}`)}
      </ButtonLink>
    </>
  )
}
