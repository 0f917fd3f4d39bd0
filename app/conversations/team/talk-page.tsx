import { Link } from '@remix-run/react'
import { useWords } from '~/language/words'
import { useDayInWords } from '~/ui/day'
import { Notice } from '~/ui/notice'
import { Page, Section } from '~/ui/page'
import { findGuide, guideAddress } from '../guides/rules'
import { AgreementForm } from './agreement-form'
import { AgreementsTable, type PromisesMade } from './agreements-table'
import type { ResultToChoose, TalkAnswer } from './plan-fields'
import { mostAgreements } from './rules'
import type { AgreementShown, TalkShown } from './shown'
import { CancelForm, ChangeForm, HeldForm, Refused } from './talk-forms'

type TalkPageProps = {
  talk: TalkShown
  team: { id: string; name: string }
  leads: boolean
  today: string
  agreed: readonly AgreementShown[]
  /** What is still open from earlier talks with this team. */
  earlier: readonly AgreementShown[]
  promises: PromisesMade
  results: readonly ResultToChoose[]
  answer?: TalkAnswer
}

/** One talk with a team: when, from which card, and what was agreed; never who said what. */
export function TalkPage(props: TalkPageProps) {
  const { talk, team, leads, today, agreed, earlier, promises, results, answer } = props
  const { t } = useWords()
  const inWords = useDayInWords()
  const answerTo = (step: string) => (answer?.step === step ? answer : undefined)
  const tables = { promises, mayWrite: leads }
  return (
    <Page kicker={team.name} title={t('teamTalks.talk.title', { date: inWords(talk.heldOn ?? talk.plannedOn) })}>
      <Refused answer={answer} />
      {talk.state === 'cancelled' && <Notice>{t('teamTalks.talk.cancelled')}</Notice>}
      <Facts talk={talk} results={results} leads={leads} />
      {leads && talk.state === 'planned' && (
        <Section title={t('teamTalks.talk.wasHeld')}>
          <HeldForm talk={talk} today={today} answer={answerTo('hold')} />
        </Section>
      )}
      {talk.state === 'held' && (
        <Section title={t('teamTalks.talk.agreed')} id="agreed">
          {agreed.length === 0 && <p>{t('teamTalks.talk.nothingAgreed')}</p>}
          {agreed.length > 0 && (
            <AgreementsTable {...tables} caption={t('teamTalks.talk.agreedCaption')} agreements={agreed} />
          )}
        </Section>
      )}
      {leads && talk.state === 'held' && agreed.length < mostAgreements && (
        <Section title={t('teamTalks.talk.agree')}>
          <p className="note">{t('teamTalks.talk.notWho')}</p>
          <AgreementForm key={agreed.length} answer={answerTo('agree')} />
        </Section>
      )}
      {talk.state !== 'cancelled' && earlier.length > 0 && (
        <Section title={t('teamTalks.talk.earlier')}>
          <AgreementsTable {...tables} caption={t('teamTalks.talk.earlierCaption')} agreements={earlier} />
        </Section>
      )}
      {leads && talk.state === 'planned' && (
        <details open={answerTo('change') !== undefined}>
          <summary>{t('teamTalks.talk.otherTime')}</summary>
          <div className="flow narrow">
            <ChangeForm key={talk.version} talk={talk} results={results} answer={answerTo('change')} />
            <CancelForm talk={talk} />
          </div>
        </details>
      )}
      <p>
        <Link to="/app/team-talks">{t('teamTalks.talk.all')}</Link>
      </p>
    </Page>
  )
}

/** The sheet for this team, about the result that was chosen. */
const preparing = ({ teamId, roundId }: TalkShown) =>
  `/app/team-talks/prepare?${new URLSearchParams({ team: teamId, ...(roundId && { round: roundId }) })}`

function Facts({ talk, results, leads }: Pick<TalkPageProps, 'talk' | 'results' | 'leads'>) {
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
