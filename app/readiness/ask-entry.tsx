import { useWords } from '~/language/words'
import { ButtonLink } from '~/ui/button'
import { useDayInWords } from '~/ui/day'
import type { ReadinessAsk } from './asks'

/** Asks somebody for what a check needs from them before it opens. */
export function ReadinessAskEntry({ ask: { kind, round, opensOn }, first }: { ask: ReadinessAsk; first: boolean }) {
  const { t } = useWords()
  const date = useDayInWords()(opensOn)
  return (
    <>
      <h2>{t(`readiness.ask.${kind}.title`, { number: round.number })}</h2>
      <p>{t(`readiness.ask.${kind}.text`, { date })}</p>
      <ButtonLink
        kind={first ? 'main' : 'quiet'}
        to={`/app/readiness/${kind === 'selfCheck' ? 'self-check' : 'expectation'}/${round.id}`}
      >
        {t(`readiness.ask.${kind}.go`)}
      </ButtonLink>
    </>
  )
}
