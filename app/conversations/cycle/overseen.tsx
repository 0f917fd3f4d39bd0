import { Link } from '@remix-run/react'
import { useWords } from '~/language/words'
import { StatusWord } from '~/promises/status-word'
import { DayText } from '~/ui/day'
import { Section } from '~/ui/page'
import { Table } from '~/ui/table'
import type { PromisesMade } from '../team/agreements-table'
import type { AgreementOwner } from '../team/rules'

/** An agreement that waits for management, HR or ICT, with the team that made it; null where no team is large enough to name. */
export type OverseenAgreement = {
  id: string
  team: string | null
  action: string
  owner: AgreementOwner
  dueOn: string
  isLate: boolean
  isAsked: boolean
  promiseId: string | null
}

type OverseenProps = { agreements: readonly OverseenAgreement[]; promises: PromisesMade; mayPromise: boolean }

/** What teams agreed and cannot do themselves, to be read by those who can. */
export function OverseenAgreements({ agreements, promises, mayPromise }: OverseenProps) {
  const { t } = useWords()
  const columns = [
    { label: t('teamTalks.agreement.action'), cell: (one: OverseenAgreement) => one.action },
    { label: t('cycle.team'), cell: (one: OverseenAgreement) => one.team ?? t('talkFigures.everybody') },
    { label: t('teamTalks.agreement.owner'), cell: (one: OverseenAgreement) => t(`teamTalks.owner.${one.owner}`) },
    {
      label: t('teamTalks.agreement.dueOn'),
      cell: (one: OverseenAgreement) => (
        <div>
          <DayText day={one.dueOn} /> {one.isLate && <strong>{t('teamTalks.agreement.late')}</strong>}
        </div>
      ),
    },
    {
      label: t('cycle.overseen.promise'),
      cell: (one: OverseenAgreement) => <ItsPromise {...{ one, mayPromise }} promise={promises[one.promiseId ?? '']} />,
    },
  ]
  return (
    <Section title={t('cycle.overseen.title')}>
      <Table caption={t('cycle.overseen.caption')} columns={columns} rows={agreements} keyOf={({ id }) => id} />
    </Section>
  )
}

type ItsPromiseProps = { one: OverseenAgreement; promise?: PromisesMade[string]; mayPromise: boolean }

function ItsPromise({ one: { id, isAsked }, promise, mayPromise }: ItsPromiseProps) {
  const { t } = useWords()
  if (promise)
    return (
      <div>
        <Link to={`/app/promises/${promise.id}`}>{promise.id}</Link> <StatusWord {...promise} />
      </div>
    )
  if (!isAsked) return t('cycle.overseen.notAsked')
  if (!mayPromise) return t('cycle.overseen.asked')
  return <Link to={`/app/promises/new?agreement=${id}`}>{t('cycle.overseen.make')}</Link>
}
