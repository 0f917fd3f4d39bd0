import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useWords } from '~/language/words'
import type { RegisterRow } from '~/promises/register-table'
import { useDayInWords } from '~/ui/day'
import { Page } from '~/ui/page'
import { SharePaints } from '~/ui/share-paints'
import { ImpossibleCounts } from '../checks/counts'
import type { ImpossibleShown } from '../checks/rules'
import type { RoundComments } from '../comments/rules'
import { type CommentDeeds, CommentsSection } from '../comments/section'
import type { ResponseWords } from '../response-text'
import { PublishedAnswer } from './answer'
import { Figures } from './figures'
import { InShort } from './in-short'
import { ResultsProof, type RoundProven } from './proof'
import type { RoundResults } from './rules'
import { isOfBarrier } from './telling'

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
  /** The figure of which this reader asked for all groups, or the map that has them all. */
  groupsOf?: string
  /** What other capabilities put behind a part of a check: what people need, and what management says of itself. */
  after?: { barriers?: ReactNode; mirror?: ReactNode }
}

/** A published round: what is done with it first, then what it says, then how to check it. */
export function ResultsPage({ round, results, comments, response, proof, ...page }: ResultsPageProps) {
  const { t } = useWords()
  const inWords = useDayInWords()
  const { impossible, after, commentDeeds, groupsOf, ...reader } = page
  const barriers = results.items.filter(isOfBarrier)
  const isCheck = barriers.length > 0
  const shown = { units: results.units, round: round.id, groupsOf }
  return (
    <Page
      title={t('results.roundTitle', { number: round.number })}
      kicker={t('results.closedOn', { date: inWords(round.closesOn, 'short') })}
    >
      <ImpossibleCounts counts={impossible} />
      <PublishedAnswer roundId={round.id} response={response} {...reader} />
      <InShort results={results} />
      <p className="no-print">
        <Link to={`/app/results/${round.id}/sheet`}>{t('results.wall.link')}</Link>
      </p>
      <Figures title={t('results.barriers.title')} items={barriers} {...shown} />
      {after?.barriers}
      {after?.mirror}
      <Figures
        title={t(isCheck ? 'results.barriers.mirror' : 'results.item.title')}
        items={results.items.filter(item => !isOfBarrier(item))}
        isFolded={isCheck}
        {...shown}
      />
      <SharePaints />
      <CommentsSection roundId={round.id} comments={comments} may={commentDeeds} />
      <ResultsProof roundId={round.id} proof={proof} />
    </Page>
  )
}
