import { Link } from '@remix-run/react'
import { useWords } from '~/language/words'
import { FigureBar } from '~/pulses/results/figure-words'
import { useDayInWords } from '~/ui/day'
import { Section } from '~/ui/page'
import { SharePaints } from '~/ui/share-paints'
import type { Poll } from './rules'

type PollProps = { proposalId: string; poll: Poll | null; mayAsk: boolean }

/** What colleagues were asked about a plan, and what they answered once that is published. */
export function PollSection({ proposalId, poll, mayAsk }: PollProps) {
  const { t } = useWords()
  if (!poll && !mayAsk) return null
  return (
    <Section title={t('votes.poll.section')}>
      {poll ? <Asked poll={poll} /> : <p>{t('votes.poll.none')}</p>}
      {mayAsk && !poll?.round && (
        <p>
          <Link to={`/app/proposals/${proposalId}/poll`}>
            {t(poll ? 'votes.poll.takeBackLink' : 'votes.poll.link')}
          </Link>
        </p>
      )}
    </Section>
  )
}

function Asked({ poll: { round, isPublished, figure } }: { poll: Poll }) {
  const { t } = useWords()
  const inWords = useDayInWords()
  if (!round) return <p>{t('votes.poll.waits')}</p>
  const { id, number, closesOn } = round
  if (!isPublished) return <p>{t('votes.poll.inRound', { number, date: inWords(closesOn) })}</p>
  return (
    <>
      <p className="note">{t('votes.poll.askedIn', { number })}</p>
      {figure ? (
        <>
          <FigureBar kind="agree5" figure={figure} label={t('votes.poll.figure')} />
          <SharePaints />
        </>
      ) : (
        <p>{t('votes.poll.noFigure')}</p>
      )}
      <p className="no-print">
        <Link to={`/app/results/${id}`}>{t('votes.poll.toResults', { number })}</Link>
      </p>
    </>
  )
}
