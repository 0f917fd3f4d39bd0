import { useWords } from '~/language/words'
import { ButtonLink, ButtonRow } from '~/ui/button'
import type { GroupShown, OwnStanding } from './shown'

type WayInProps = { group: GroupShown; own: OwnStanding; isFull: boolean }

/** The one next step of whoever reads. */
export function WayIn({ group, own, isFull }: WayInProps) {
  const { t } = useWords()
  const { id, state } = group
  if (state === 'ended') return null
  const fills = own.maySeat && !isFull
  return (
    <ButtonRow>
      {own.sits && <ButtonLink to={`/app/groups/${id}/proposals`}>{t('groups.hub.toProposals')}</ButtonLink>}
      {!own.sits && own.mayOffer && (
        <ButtonLink to={`/app/groups/${id}/volunteer`} kind={isFull || own.offers ? 'quiet' : 'main'}>
          {t(own.offers ? 'groups.hub.offered' : 'groups.hub.offer')}
        </ButtonLink>
      )}
      {fills && (
        <ButtonLink to={`/app/groups/${id}/draw`} kind={own.mayOffer ? 'quiet' : 'main'}>
          {t('groups.hub.fill')}
        </ButtonLink>
      )}
    </ButtonRow>
  )
}
