import { Link } from '@remix-run/react'
import { useWords } from '~/language/words'
import { ButtonLink, ButtonRow } from '~/ui/button'
import { useDayInWords } from '~/ui/day'
import type { FormFailure } from '~/ui/form-problems'
import { Notice } from '~/ui/notice'
import { Page, Section } from '~/ui/page'
import { WhatIsKept } from './kept'
import type { DeedRefusal } from './moves'
import { KeyFirst } from './new-page'
import { PlanForm, type Typed } from './plan-form'
import { CancelForm, DeclineForm, HoldForm } from './press-forms'
import { groupOf, recordWordsFor, type TalkShown } from './shown'

export type TalkPageProps = {
  talk: TalkShown
  needsKey: boolean
  /** The last day on which a talk without a record still stands here. */
  goesAfter: string | null
  refused?: DeedRefusal
  /** What was typed when it was refused. */
  typed?: Typed
  failed?: FormFailure
}

/** One one-to-one, for one of the two: how it stands, and what this reader can do. */
export function TalkPage({ talk, needsKey, goesAfter, refused, typed, failed }: TalkPageProps) {
  const { t } = useWords()
  const can = (move: TalkShown['moves'][number]) => talk.moves.includes(move)
  const keyFirst = can('plan') && needsKey
  return (
    <Page
      kicker={<Link to="/app/one-to-ones">{t('talks.page.to')}</Link>}
      title={t('talks.page.title', { name: talk.name })}
      lead={<Standing talk={talk} />}
    >
      {refused && <Notice kind="warning">{t(`talks.refused.${refused}`)}</Notice>}
      {talk.hasLeft && <Notice>{t('talks.page.otherLeft', { name: talk.name })}</Notice>}
      {talk.state === 'planned' && <Calendar talk={talk} />}
      {can('hold') && <HoldForm />}
      {keyFirst && <KeyFirst to={`/app/one-to-ones/${talk.id}`} />}
      {can('plan') && !keyFirst && !talk.hasLeft && (
        <PlanForm key={talk.state} talk={talk} typed={typed} failed={failed} />
      )}
      {can('decline') && <DeclineForm name={talk.name} />}
      {can('cancel') && <CancelForm talk={talk} />}
      {talk.state === 'held' && <RecordOf talk={talk} goesAfter={goesAfter} />}
      <WhatIsKept talk={talk} />
    </Page>
  )
}

function Standing({ talk }: { talk: TalkShown }) {
  const { t } = useWords()
  const inWords = useDayInWords()
  const { state, party, name, until, planned, heldOn, endedOn } = talk
  const group = groupOf(talk)
  const facts = { name, date: inWords(until) }
  if (group === 'toAnswer') return t(`talks.page.state.toAnswer.${party}`, facts)
  if (group === 'waiting') return t(`talks.page.state.waiting.${party}`, facts)
  if (group === 'refused') return t('talks.page.state.refused', facts)
  if (state === 'planned' && planned)
    return t('talks.page.state.planned', { date: inWords(planned.day), time: planned.time })
  const held = heldOn ? inWords(heldOn, 'short') : ''
  if (state === 'withdrawn' || state === 'expired')
    return t(`talks.page.state.${state}`, { held, date: endedOn ? inWords(endedOn, 'short') : '' })
  return t('talks.page.state.held', { date: held })
}

function Calendar({ talk }: { talk: TalkShown }) {
  const { t } = useWords()
  return (
    <>
      {!talk.moves.includes('hold') && <p>{t('talks.page.notYetHeld')}</p>}
      <ButtonRow>
        <ButtonLink kind="quiet" wholePage to={`/app/one-to-ones/${talk.id}.ics`}>
          {t('talks.page.calendar')}
        </ButtonLink>
      </ButtonRow>
      <p className="note">{t('talks.page.calendarText')}</p>
    </>
  )
}

/** How far the record is. Whether there ever is one, only the employee decides. */
function RecordOf({ talk: { id, party, record }, goesAfter }: Pick<TalkPageProps, 'talk' | 'goesAfter'>) {
  const { t } = useWords()
  const inWords = useDayInWords()
  const page = `/app/one-to-ones/${id}/record`
  const standing = recordWordsFor(party, record)
  return (
    <Section title={t('talks.page.record.title')}>
      <p>{record === 'none' ? t(`talks.page.record.${party}.none`) : t(`talks.record.${standing}`)}</p>
      {record === 'none' && goesAfter && <p>{t('talks.page.record.until', { date: inWords(goesAfter, 'short') })}</p>}
      <ButtonRow>
        {record !== 'none' && <ButtonLink to={page}>{t('talks.page.record.open')}</ButtonLink>}
        {record === 'none' && party === 'employee' && (
          <ButtonLink kind="quiet" to={page}>
            {t('talks.page.record.employee.go')}
          </ButtonLink>
        )}
      </ButtonRow>
    </Section>
  )
}
