import { Link } from '@remix-run/react'
import { useWords } from '~/language/words'
import { useDayInWords } from '~/ui/day'
import { Notice } from '~/ui/notice'
import { Page, Section } from '~/ui/page'
import { AgreementForm } from './agreement-form'
import { AgreementsTable, type PromisesMade } from './agreements-table'
import type { ResultToChoose, TalkAnswer } from './plan-fields'
import { mostAgreements } from './rules'
import type { AgreementShown, TalkShown } from './shown'
import { TalkFacts } from './talk-facts'
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
export function TalkPage({ earlier, ...props }: TalkPageProps) {
  const { talk, team, leads, promises, answer } = props
  const { t } = useWords()
  const inWords = useDayInWords()
  const isPlanned = leads && talk.state === 'planned'
  return (
    <Page kicker={team.name} title={t('teamTalks.talk.title', { date: inWords(talk.heldOn ?? talk.plannedOn) })}>
      <Refused answer={answer} />
      {talk.state === 'cancelled' && <Notice>{t('teamTalks.talk.cancelled')}</Notice>}
      <TalkFacts {...props} />
      {isPlanned && talk.plannedOn <= props.today && (
        <Section title={t('teamTalks.talk.wasHeld')}>
          <HeldForm talk={talk} today={props.today} answer={answerTo('hold', answer)} />
        </Section>
      )}
      {talk.state === 'held' && <Agreed {...props} />}
      {talk.state !== 'cancelled' && earlier.length > 0 && (
        <Section title={t('teamTalks.talk.earlier')}>
          <AgreementsTable
            caption={t('teamTalks.talk.earlierCaption')}
            agreements={earlier}
            promises={promises}
            mayWrite={leads}
          />
        </Section>
      )}
      {isPlanned && <OtherTime {...props} />}
      <p>
        <Link to="/app/team-talks">{t('teamTalks.talk.all')}</Link>
      </p>
    </Page>
  )
}

/** Each form reads only the answer to what it sent itself. */
const answerTo = (step: string, answer: TalkAnswer | undefined) => (answer?.step === step ? answer : undefined)

type PartProps = Omit<TalkPageProps, 'earlier'>

function Agreed({ agreed, leads, promises, answer }: PartProps) {
  const { t } = useWords()
  const tables = { promises, mayWrite: leads }
  return (
    <>
      <Section title={t('teamTalks.talk.agreed')} id="agreed">
        {agreed.length === 0 && <p>{t('teamTalks.talk.nothingAgreed')}</p>}
        {agreed.length > 0 && (
          <AgreementsTable {...tables} caption={t('teamTalks.talk.agreedCaption')} agreements={agreed} />
        )}
      </Section>
      {leads && agreed.length < mostAgreements && (
        <Section title={t('teamTalks.talk.agree')}>
          <p className="note">{t('teamTalks.talk.notWho')}</p>
          <AgreementForm key={agreed.length} answer={answerTo('agree', answer)} />
        </Section>
      )}
    </>
  )
}

function OtherTime({ talk, results, answer }: PartProps) {
  const { t } = useWords()
  const own = answerTo('change', answer)
  return (
    <details open={own !== undefined}>
      <summary>{t('teamTalks.talk.otherTime')}</summary>
      <div className="flow narrow">
        <ChangeForm key={talk.version} talk={talk} results={results} answer={own} />
        <CancelForm talk={talk} />
      </div>
    </details>
  )
}
