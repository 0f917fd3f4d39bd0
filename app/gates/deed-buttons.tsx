import { useWords } from '~/language/words'
import { ButtonLink, ButtonRow } from '~/ui/button'
import type { Deed } from './deeds'

type Places = { id: string; version: number; proposalId?: string; vetoId?: string }

/** Where each deed is done. */
const addressesOf = ({ id, version, proposalId, vetoId }: Places): Record<Deed, string> => {
  const page = (name: string, query = `step=${version}`) => `/app/gates/${id}/${name}?${query}`
  return {
    toVeto: `/app/vetoes/${vetoId}`,
    vote: `/app/proposals/${proposalId}`,
    writeCriteria: page('criteria'),
    judge: page('verdict'),
    turnKey: page('key'),
    open: page('open'),
    measure: page('measurements'),
    stepBack: page('open', 'deed=back'),
    veto: page('veto'),
    groupKeyBack: page('key', `step=${version}#group`),
    turnKeyBack: page('key'),
    newStep: `/app/gates/${id}/steps`,
  }
}

type DeedsProps = Places & { deeds: readonly Deed[] }

/** What this reader can do now; the first is the one that brings the step further. */
export function DeedButtons({ deeds, ...places }: DeedsProps) {
  const { t } = useWords()
  if (deeds.length === 0) return <p className="note">{t('gates.deed.none')}</p>
  const to = addressesOf(places)
  return (
    <ButtonRow>
      {deeds.map((deed, place) => (
        <ButtonLink key={deed} to={to[deed]} kind={place === 0 ? 'main' : 'quiet'}>
          {t(`gates.deed.${deed}`)}
        </ButtonLink>
      ))}
    </ButtonRow>
  )
}
