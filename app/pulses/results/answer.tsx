import { useWords } from '~/language/words'
import { CameOfIt } from '~/promises/in-sight'
import type { RegisterRow } from '~/promises/register-table'
import { ButtonLink } from '~/ui/button'
import { DayText } from '~/ui/day'
import { Notice } from '~/ui/notice'
import { Section } from '~/ui/page'
import { ResponseText, type ResponseWords } from '../response-text'

type Answer = ResponseWords & { publishedOn: string }

type AnswerProps = {
  roundId: string
  response?: Answer
  promises: RegisterRow[]
  mayRespond: boolean
  mayPromise: boolean
}

/** What management does with a round, on top of it: that is what people come for. */
export function PublishedAnswer({ roundId, response, promises, mayRespond, mayPromise }: AnswerProps) {
  const { t } = useWords()
  return (
    <Section title={t('results.response.title')}>
      {response ? (
        <Response response={response} promises={promises} roundId={mayPromise ? roundId : undefined} />
      ) : (
        <NoResponse roundId={roundId} mayRespond={mayRespond} />
      )}
    </Section>
  )
}

type ResponseProps = {
  response: Answer
  promises: RegisterRow[]
  roundId?: string
}

/** The answer; for who makes promises, with the way to make one of it. */
function Response({ response, promises, roundId }: ResponseProps) {
  const { t } = useWords()
  return (
    <div className="register-entry">
      <p className="note">
        {t('results.response.publishedOn')} <DayText day={response.publishedOn} />
      </p>
      <ResponseText response={response} headings="h3" />
      <CameOfIt promises={promises} home="/app/promises" headings="h3" />
      {roundId && (
        <ButtonLink to={`/app/promises/new?round=${roundId}`} kind="quiet">
          {t('promises.front.make')}
        </ButtonLink>
      )}
    </div>
  )
}

function NoResponse({ roundId, mayRespond }: { roundId: string; mayRespond: boolean }) {
  const { t } = useWords()
  return (
    <>
      <Notice kind="warning">{t('results.response.missing')}</Notice>
      {mayRespond && <ButtonLink to={`/app/rounds/${roundId}/response`}>{t('results.response.write')}</ButtonLink>}
    </>
  )
}
