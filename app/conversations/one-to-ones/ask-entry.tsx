import { useWords } from '~/language/words'
import { ButtonLink } from '~/ui/button'
import { useDayInWords } from '~/ui/day'
import type { TalkAsk } from './asks'

/** Asks somebody for an answer to an invitation or for their word on a record, or tells that a record goes soon. */
export function TalkAskEntry({ ask: { kind, oneToOne, others, until }, first }: { ask: TalkAsk; first: boolean }) {
  const { t } = useWords()
  const date = useDayInWords()(until)
  const page = `/app/one-to-ones/${oneToOne.id}`
  return (
    <>
      <h2>{t(`talks.ask.${kind}.title`, { name: oneToOne.name })}</h2>
      <p>
        {t(`talks.ask.${kind}.text`, { date })}{' '}
        {others > 0 && t(kind === 'recordExpires' ? 'talks.ask.othersGo' : 'talks.ask.others', { count: others })}
      </p>
      <ButtonLink
        kind={first ? 'main' : 'quiet'}
        to={kind === 'talkToAgree' || kind === 'recordExpires' ? `${page}/record` : page}
      >
        {t(`talks.ask.${kind}.go`)}
      </ButtonLink>
    </>
  )
}
