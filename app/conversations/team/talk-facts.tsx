import { Link } from '@remix-run/react'
import { useWords } from '~/language/words'
import { useDayInWords } from '~/ui/day'
import { findGuide, guideAddress } from '../guides/rules'
import type { ResultToChoose } from './plan-fields'
import type { TalkShown } from './shown'

/** The sheet for this team, about the result that was chosen. */
const preparing = ({ teamId, roundId }: TalkShown) =>
  `/app/team-talks/prepare?${new URLSearchParams({ team: teamId, ...(roundId && { round: roundId }) })}`

type FactsProps = { talk: TalkShown; results: readonly ResultToChoose[]; leads: boolean }

/** When the talk is or was, from which card, and about which result. */
export function TalkFacts({ talk, results, leads }: FactsProps) {
  const { t } = useWords()
  const inWords = useDayInWords()
  const guide = findGuide(talk.guideSlug ?? undefined)
  const result = results.find(({ id }) => id === talk.roundId)
  return (
    <ul className="flow">
      {talk.state === 'planned' && (
        <li>
          {t('teamTalks.next', { date: inWords(talk.plannedOn), time: talk.time })}{' '}
          <a href={`/app/team-talks/${talk.id}.ics`}>{t('teamTalks.talk.calendar')}</a>
        </li>
      )}
      {talk.heldOn && <li>{t('teamTalks.heldOn', { date: inWords(talk.heldOn, 'short') })}</li>}
      {guide && (
        <li>
          {t('teamTalks.field.guideSlug')}: <Link to={guideAddress(guide.slug)}>{t(`guides.name.${guide.slug}`)}</Link>
        </li>
      )}
      {result && (
        <li>
          <Link to={`/app/results/${result.id}`}>{t('results.roundTitle', { number: result.number })}</Link>
        </li>
      )}
      {leads && talk.state === 'planned' && (
        <li>
          <Link to={preparing(talk)}>{t('teamTalks.prepare')}</Link>
        </li>
      )}
    </ul>
  )
}
