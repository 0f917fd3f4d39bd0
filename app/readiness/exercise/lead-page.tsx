import { Form } from '@remix-run/react'
import { useWords } from '~/language/words'
import { Button, ButtonRow } from '~/ui/button'
import { Page } from '~/ui/page'
import { LookAgain } from './look-again'
import { OutcomeShown } from './outcome'
import { inHalves, type Outcome } from './rules'

export type LeadPageProps = {
  code: string
  isEnough: boolean
  outcome: Outcome | null
  address: string
  square: { size: number; path: string }
}

/** What everybody in the room looks at: first the code, then the outcome, and nothing after it is closed. */
export function LeadPage({ outcome, ...giving }: LeadPageProps) {
  const { t } = useWords()
  return (
    <Page title={t('readiness.exercise.title')} lead={outcome ? undefined : t('readiness.exercise.give.lead')}>
      {outcome ? <Outcomes outcome={outcome} /> : <Giving {...giving} />}
    </Page>
  )
}

function Giving({ code, isEnough, address, square }: Omit<LeadPageProps, 'outcome'>) {
  const { t } = useWords()
  return (
    <>
      <div className="exercise-door">
        <svg className="poster-code" viewBox={`-4 -4 ${square.size + 8} ${square.size + 8}`} role="img">
          <title>{t('readiness.exercise.square', { address })}</title>
          <path d={square.path} />
        </svg>
        <div className="flow">
          <p>{t('readiness.exercise.type', { address })}</p>
          <p className="exercise-code">{inHalves(code)}</p>
        </div>
      </div>
      <p role="status">{t(isEnough ? 'readiness.exercise.enough' : 'readiness.exercise.notYet')}</p>
      <p className="note">{t('readiness.exercise.endHint')}</p>
      <Form method="post">
        <ButtonRow>
          <Button name="deed" value="end">
            {t('readiness.exercise.end')}
          </Button>
          <LookAgain />
        </ButtonRow>
      </Form>
    </>
  )
}

function Outcomes({ outcome }: { outcome: Outcome }) {
  const { t } = useWords()
  return (
    <>
      {outcome.enough && <p className="lead">{t('readiness.exercise.question')}</p>}
      <OutcomeShown outcome={outcome} />
      <p className="note">{t('readiness.exercise.keep')}</p>
      <Form method="post">
        <ButtonRow>
          <Button name="deed" value="close" kind="warning">
            {t('readiness.exercise.close')}
          </Button>
        </ButtonRow>
      </Form>
    </>
  )
}
