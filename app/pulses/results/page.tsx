import type { ReactNode } from 'react'
import { useWords } from '~/language/words'
import { CameOfIt } from '~/promises/in-sight'
import type { RegisterRow } from '~/promises/register-table'
import { ButtonLink } from '~/ui/button'
import { DayText, useDayInWords } from '~/ui/day'
import { Notice } from '~/ui/notice'
import { Page, Section } from '~/ui/page'
import { SharePaints } from '~/ui/share-paints'
import { ImpossibleCounts } from '../checks/counts'
import type { ImpossibleShown } from '../checks/rules'
import type { RoundComments } from '../comments/rules'
import { type CommentDeeds, CommentsSection } from '../comments/section'
import { ResponseText, type ResponseWords } from '../response-text'
import { ItemSection } from './item-result'
import { InShort, Overview } from './overview'
import { ResultsProof, type RoundProven } from './proof'
import type { ItemResult, RoundResults } from './rules'

/** All that a page about a published round tells; the store makes exactly this. */
export type ResultsPageProps = {
  round: { id: string; number: number; closesOn: string }
  results: RoundResults
  impossible: readonly ImpossibleShown[]
  comments: RoundComments
  commentDeeds: CommentDeeds
  response?: ResponseWords & { publishedOn: string }
  proof: RoundProven
  mayRespond: boolean
  mayPromise: boolean
  promises: RegisterRow[]
  /** What other capabilities put behind a part of a check: what people need, and what management says of itself. */
  after?: { barriers?: ReactNode }
}

/** A published round: what is done with it first, then what it says, then how to check it. */
export function ResultsPage({
  round,
  results,
  impossible,
  comments,
  response,
  proof,
  after,
  ...reader
}: ResultsPageProps) {
  const { t } = useWords()
  const inWords = useDayInWords()
  return (
    <Page
      title={t('results.roundTitle', { number: round.number })}
      kicker={t('results.closedOn', { date: inWords(round.closesOn, 'short') })}
    >
      <ImpossibleCounts counts={impossible} />
      <Section title={t('results.response.title')}>
        {response ? (
          <Response response={response} promises={reader.promises} roundId={reader.mayPromise ? round.id : undefined} />
        ) : (
          <NoResponse roundId={round.id} mayRespond={reader.mayRespond} />
        )}
      </Section>
      <InShort results={results} />
      <Overview items={results.items} />
      <Figures title={t('results.barriers.title')} items={results.items.filter(isBarrier)} />
      {after?.barriers}
      <Figures title={t('results.item.title')} items={results.items.filter(item => !isBarrier(item))} />
      <SharePaints />
      <CommentsSection roundId={round.id} comments={comments} may={reader.commentDeeds} />
      <ResultsProof roundId={round.id} proof={proof} />
    </Page>
  )
}

const isBarrier = ({ kind }: ItemResult) => kind === 'barrier'

/** Figure after figure; without any there is no such part. */
function Figures({ title, items }: { title: string; items: readonly ItemResult[] }) {
  if (items.length === 0) return null
  return (
    <Section title={title}>
      {items.map(item => (
        <ItemSection key={item.id} item={item} />
      ))}
    </Section>
  )
}

type ResponseProps = {
  response: NonNullable<ResultsPageProps['response']>
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
