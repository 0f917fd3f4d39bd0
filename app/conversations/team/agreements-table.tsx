import { Form, Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useWords } from '~/language/words'
import { StatusWord } from '~/promises/status-word'
import type { PromiseStatus } from '~/promises/words'
import { Button, ButtonLink, ButtonRow } from '~/ui/button'
import { DayText, useDayInWords } from '~/ui/day'
import { Table } from '~/ui/table'
import type { AgreementShown } from './shown'

/** The promises that came from agreements, by their id. */
export type PromisesMade = Record<string, { id: string; status: PromiseStatus; isOverdue: boolean }>

type AgreementsProps = {
  caption: ReactNode
  agreements: readonly AgreementShown[]
  promises: PromisesMade
  /** Whether this reader may say what became of them. */
  mayWrite: boolean
}

/** What was agreed: who does what by when, how it stands, and for the lead the way on. */
export function AgreementsTable({ caption, agreements, promises, mayWrite }: AgreementsProps) {
  const { t } = useWords()
  const columns = [
    { label: t('teamTalks.agreement.action'), cell: (one: AgreementShown) => one.action },
    { label: t('teamTalks.agreement.owner'), cell: (one: AgreementShown) => t(`teamTalks.owner.${one.owner}`) },
    { label: t('teamTalks.agreement.dueOn'), cell: (one: AgreementShown) => <DayText day={one.dueOn} /> },
    {
      label: t('teamTalks.agreement.now'),
      cell: (one: AgreementShown) => <Standing agreement={one} promise={promises[one.promiseId ?? '']} />,
    },
    ...(mayWrite
      ? [{ label: t('teamTalks.agreement.deeds'), cell: (one: AgreementShown) => <Deeds agreement={one} /> }]
      : []),
  ]
  return <Table caption={caption} columns={columns} rows={agreements} keyOf={({ id }) => id} />
}

type StandingProps = { agreement: AgreementShown; promise?: PromisesMade[string] }

/** How an agreement stands, in words: late, how often it was carried along, what became of it, the promise it led to. */
export function Standing({ agreement, promise }: StandingProps) {
  const { t } = useWords()
  const inWords = useDayInWords()
  const { outcome, endedOn, because, isLate, carried, promiseAskedOn } = agreement
  const said = outcome ? t(`teamTalks.outcome.${outcome}`, { date: inWords(endedOn!, 'short') }) : undefined
  return (
    <div>
      {isLate && <strong>{t('teamTalks.agreement.late')} </strong>}
      {said ?? (!isLate && t('teamTalks.agreement.open'))}
      {because && <> {t('teamTalks.agreement.because', { because })}</>}
      {!outcome && carried > 0 && <> {t('teamTalks.agreement.carried', { count: carried })}</>}
      {promise ? (
        <p>
          <Link to={`/app/promises/${promise.id}`}>{t('teamTalks.agreement.promise', { id: promise.id })}</Link>{' '}
          <StatusWord {...promise} />
        </p>
      ) : (
        promiseAskedOn && <p>{t('teamTalks.agreement.asked', { date: inWords(promiseAskedOn, 'short') })}</p>
      )}
    </div>
  )
}

function Deeds({ agreement: { id, outcome, action } }: { agreement: AgreementShown }) {
  const { t } = useWords()
  if (outcome) return null
  const page = `/app/team-talks/agreements/${id}`
  return (
    <Form method="post" action={page}>
      <ButtonRow>
        <Button name="deed" value="done" kind="quiet">
          {t('teamTalks.agreement.done')}
          <span className="only-read-aloud">: {action}</span>
        </Button>
        <ButtonLink to={page} kind="plain">
          {t('teamTalks.agreement.other')}
          <span className="only-read-aloud">: {action}</span>
        </ButtonLink>
      </ButtonRow>
    </Form>
  )
}
