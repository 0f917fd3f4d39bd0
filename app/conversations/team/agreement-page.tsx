import { Form } from '@remix-run/react'
import { useWords } from '~/language/words'
import { Button, ButtonLink, ButtonRow } from '~/ui/button'
import { DayText } from '~/ui/day'
import { ErrorSummary } from '~/ui/error-summary'
import { Notice } from '~/ui/notice'
import { Page, Section } from '~/ui/page'
import { TextArea } from '~/ui/text-area'
import { type PromisesMade, Standing } from './agreements-table'
import { longestBecause } from './rules'
import type { AgreementShown } from './shown'

export type DeedRefused = 'alreadyEnded' | 'reasonMissing' | 'reasonTooLong'
type AgreementPageProps = {
  agreement: AgreementShown
  team: string
  promise?: PromisesMade[string]
  typed?: string
  refused?: DeedRefused
}

/** What can become of one agreement: done, dropped for a reason, or put before management as a promise. */
export function AgreementPage({ agreement, team, promise, typed, refused }: AgreementPageProps) {
  const { t } = useWords()
  const isOpen = agreement.outcome === null
  const error = refused && refused !== 'alreadyEnded' ? t(`teamTalks.refused.${refused}`) : undefined
  return (
    <Page kicker={team} title={t('teamTalks.agreement.title')}>
      <ErrorSummary errors={error ? [{ name: 'because', message: error }] : []} />
      {refused === 'alreadyEnded' && <Notice kind="warning">{t('teamTalks.refused.alreadyEnded')}</Notice>}
      <p className="register-text">{agreement.action}</p>
      <div>
        <p>
          {t('teamTalks.agreement.owner')}: {t(`teamTalks.owner.${agreement.owner}`)}. {t('teamTalks.agreement.dueOn')}{' '}
          <DayText day={agreement.dueOn} />.
        </p>
        <Standing agreement={agreement} promise={promise} />
      </div>
      {isOpen && <Done />}
      {isOpen && !promise && !agreement.promiseAskedOn && <AskPromise />}
      {isOpen && <Drop typed={typed} error={error} />}
      <ButtonRow>
        <ButtonLink to="/app/team-talks" kind="plain">
          {t('teamTalks.talk.all')}
        </ButtonLink>
      </ButtonRow>
    </Page>
  )
}

function Done() {
  const { t } = useWords()
  return (
    <Form method="post">
      <ButtonRow>
        <Button name="deed" value="done">
          {t('teamTalks.agreement.done')}
        </Button>
      </ButtonRow>
    </Form>
  )
}

function AskPromise() {
  const { t } = useWords()
  return (
    <Section title={t('teamTalks.ask.title')}>
      <p>{t('teamTalks.ask.text')}</p>
      <Form method="post">
        <ButtonRow>
          <Button name="deed" value="askPromise" kind="quiet">
            {t('teamTalks.ask.submit')}
          </Button>
        </ButtonRow>
      </Form>
    </Section>
  )
}

function Drop({ typed, error }: { typed?: string; error?: string }) {
  const { t } = useWords()
  return (
    <Section title={t('teamTalks.drop.title')}>
      <p>{t('teamTalks.drop.text')}</p>
      <Form method="post">
        <TextArea
          name="because"
          label={t('teamTalks.drop.because')}
          hint={t('teamTalks.drop.hint')}
          error={error}
          defaultValue={typed}
          maxLength={longestBecause}
          rows={3}
        />
        <ButtonRow>
          <Button name="deed" value="dropped" kind="quiet">
            {t('teamTalks.drop.submit')}
          </Button>
        </ButtonRow>
      </Form>
    </Section>
  )
}
