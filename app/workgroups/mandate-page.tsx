import { Form, Link, useParams } from '@remix-run/react'
import { useWords } from '~/language/words'
import { placeId } from '~/ledger/erasures/entry-places'
import { WordsOrGone } from '~/ledger/erasures/erased-words'
import type { PromiseSaid } from '~/promises/words'
import { Button, ButtonRow } from '~/ui/button'
import { DayText } from '~/ui/day'
import { Notice } from '~/ui/notice'
import { Page, Section } from '~/ui/page'
import { Preview } from '~/ui/preview'
import { VetoPromise } from './hub-page'
import { MandatePublishing, MandateWriting, type MandateWritten } from './mandate-form'
import { Promised } from './mandate-text'
import { type PromiseChoice, PromiseSection } from './promise-section'
import { RuleList } from './rule-text'
import type { MandateRefusal } from './rules'
import type { SeatRule } from './seats/draw'
import type { GroupShown, Mandate } from './shown'

type Refusal =
  | MandateRefusal
  | 'noSuchGroup'
  | 'somebodySits'
  | 'noSuchPromise'
  | 'promiseStands'
  | 'promiseSettled'
  | 'promiseNotMade'
  | 'notAboutVetoes'
export type MandateAnswer = MandateWritten & { refused?: Refusal }
type MandatePageProps = {
  group: GroupShown
  mandates: readonly Mandate[]
  rules: readonly SeatRule[]
  sites: readonly { id: string; name: string }[]
  may: { write: boolean; end: boolean }
  /** Promises that could be bound; absent for who makes none, or where one stands. */
  choices?: readonly PromiseChoice[]
  /** The promise as it would be made. */
  promise: PromiseSaid
  answer?: MandateAnswer
}

/** What a group may decide, in the words of each version, side by side; and where those who found groups write the next. */
export function MandatePage({ group, mandates, rules, sites, may, choices, promise, answer = {} }: MandatePageProps) {
  const { t } = useWords()
  const [now, ...earlier] = mandates
  const isPreview = answer.step === 'preview' && answer.said !== undefined && !answer.refused
  const seen = now?.version ?? 1
  if (isPreview) return <MandatePublishing group={group} said={answer.said!} seen={seen} sites={sites} now={now} />
  return (
    <Page kicker={<Link to={`/app/groups/${group.id}`}>{group.name}</Link>} title={t('groups.mandate.title')}>
      {answer.refused && <Notice kind="warning">{t(`groups.refused.${answer.refused}`)}</Notice>}
      <div className="columns">
        {now && <Version mandate={now} title={t('groups.mandate.now')} />}
        {earlier.map(mandate => (
          <Version
            key={mandate.version}
            mandate={mandate}
            title={t('groups.mandate.earlier', { version: mandate.version })}
          />
        ))}
      </div>
      <Section title={t('groups.mandate.seats')}>
        <Promised seats={group.seats} weeklyMinutes={group.weeklyMinutes} />
        <RuleList rules={rules} sites={sites} />
      </Section>
      <Section title={t('groups.promise.title')}>
        <VetoPromise id={group.vetoPromiseId} />
        {choices && <PromiseSection choices={choices} promise={promise} seen={seen} />}
      </Section>
      {may.write && <MandateWriting group={group} rules={rules} sites={sites} seen={seen} now={now} answer={answer} />}
      {may.end && <Ending />}
    </Page>
  )
}

function Version({ mandate, title }: { mandate: Mandate; title: string }) {
  const { groupId = '' } = useParams()
  return (
    <section className="flow">
      <h2 className="column-title">{title}</h2>
      <p className="note">
        <DayText day={mandate.enteredOn} />
      </p>
      <p className="register-text">
        <WordsOrGone words={mandate.words} of="mandate" id={placeId(groupId, mandate.version)} part="text" />
      </p>
    </section>
  )
}

function Ending() {
  const { t } = useWords()
  return (
    <Section title={t('groups.end.title')}>
      <Preview caption={t('groups.end.title')} irrevocable={[t('groups.end.lasts')]}>
        <p>{t('groups.end.text')}</p>
      </Preview>
      <Form method="post">
        <ButtonRow>
          <Button name="deed" value="end" kind="warning">
            {t('groups.end.submit')}
          </Button>
        </ButtonRow>
      </Form>
    </Section>
  )
}
