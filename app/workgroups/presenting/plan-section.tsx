import { Link, useParams } from '@remix-run/react'
import { useWords } from '~/language/words'
import { placeId } from '~/ledger/erasures/entry-places'
import { WordsOrGone } from '~/ledger/erasures/erased-words'
import { ButtonLink, ButtonRow } from '~/ui/button'
import { useDayInWords } from '~/ui/day'
import { Section } from '~/ui/page'
import type { Presented } from './rules'

type PlanProps = {
  plan: { id: string; workgroupId: string; handedOn: string | null }
  presentations: readonly (Presented & { id: string })[]
  isMember: boolean
}

/** What happens with a plan after the group adopted it: colleagues first, then management. */
export function PlanSection({ plan, presentations, isMember }: PlanProps) {
  const { t } = useWords()
  const inWords = useDayInWords()
  const home = `/app/proposals/${plan.id}`
  return (
    <Section title={t('votes.present.section')}>
      {presentations.length === 0 && <p>{t('votes.present.none')}</p>}
      <Presentations presentations={presentations} />
      {plan.handedOn && <p className="headline">{t('votes.hand.done', { date: inWords(plan.handedOn, 'short') })}</p>}
      {isMember && (
        <ButtonRow>
          <ButtonLink to={`${home}/present`} kind={presentations.length > 0 ? 'quiet' : 'main'}>
            {t('votes.present.link')}
          </ButtonLink>
          {presentations.length > 0 && !plan.handedOn && (
            <ButtonLink to={`${home}/hand`}>{t('votes.hand.link')}</ButtonLink>
          )}
        </ButtonRow>
      )}
      {isMember && presentations.length > 0 && (
        <p className="note">
          {t('votes.present.renew')}{' '}
          <Link to={`/app/groups/${plan.workgroupId}/proposals/new?from=${plan.id}`}>
            {t('votes.present.renewLink')}
          </Link>
        </p>
      )}
    </Section>
  )
}

/** When colleagues saw a plan, how many, and what that changed. */
export function Presentations({ presentations }: Pick<PlanProps, 'presentations'>) {
  const { t } = useWords()
  const inWords = useDayInWords()
  const { proposalId = '' } = useParams()
  if (presentations.length === 0) return null
  return (
    <ul className="sayings">
      {presentations.map(({ id, heldOn, audience: count, changed }) => (
        <li key={id}>
          <p className="note">{t('votes.present.held', { date: inWords(heldOn, 'short'), count })}</p>
          <p className="saying">
            <WordsOrGone words={changed} of="presentation" id={placeId(proposalId, heldOn, count)} part="changed" />
          </p>
        </li>
      ))}
    </ul>
  )
}
