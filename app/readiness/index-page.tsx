import { Link } from '@remix-run/react'
import { useWords } from '~/language/words'
import { ButtonLink, ButtonRow } from '~/ui/button'
import { useDayInWords } from '~/ui/day'
import { EmptyState } from '~/ui/empty-state'
import { Page, Section } from '~/ui/page'
import type { CheckFacts } from './asks'
import { isBeforeAnswers } from './self-check/rules'

type IndexProps = { checks: readonly CheckFacts[]; may: { write: boolean; predict: boolean; facilitate: boolean } }

/** What the check is, which rounds ask it, and what waits for whom. */
export function ReadinessIndex({ checks, may }: IndexProps) {
  const { t } = useWords()
  return (
    <Page title={t('readiness.index.title')} lead={t('readiness.index.lead')}>
      <Section title={t('readiness.index.what')}>
        <ul>
          {(['barriers', 'groups', 'never', 'mirror'] as const).map(one => (
            <li key={one}>{t(`readiness.index.whatIs.${one}`)}</li>
          ))}
        </ul>
      </Section>
      <Section title={t('readiness.index.checks')}>
        {checks.length === 0 && (
          <EmptyState title={t('readiness.index.none')}>{t('readiness.index.noneText')}</EmptyState>
        )}
        {checks.map(check => (
          <Check key={check.id} check={check} may={may} />
        ))}
      </Section>
      <Section title={t('readiness.index.talk')}>
        <ul>
          <li>
            <Link to="/app/readiness/needs">{t('readiness.needs.title')}</Link>
          </li>
          <li>
            <Link to="/app/guides">{t('guides.title')}</Link>
          </li>
          <li>
            <Link to="/app/readiness/cards">{t('readiness.cards.title')}</Link>
          </li>
          <li>
            <Link to="/app/readiness/exam">{t('readiness.exam.title')}</Link>
          </li>
          {may.facilitate && (
            <li>
              <Link to="/app/readiness/exercise">{t('readiness.exercise.title')}</Link>
            </li>
          )}
        </ul>
      </Section>
    </Page>
  )
}

/** One check: where it stands, what it waits for, and what this reader can do. */
function Check({ check, may }: { check: CheckFacts; may: IndexProps['may'] }) {
  const { t } = useWords()
  const { id, number, state, asks, isHandedIn, isPredicted } = check
  const isBefore = isBeforeAnswers(state)
  const kind = asks === 'check' ? asks : 'checkWithMirror'
  return (
    <article className="register-entry">
      <h3>{t(`readiness.index.round.${kind}`, { number })}</h3>
      <Waiting check={check} />
      <ButtonRow>
        {state === 'published' && (
          <ButtonLink to={`/app/results/${id}`} kind="quiet">
            {t('readiness.index.toResult')}
          </ButtonLink>
        )}
        {may.write && (
          <ButtonLink to={`/app/readiness/self-check/${id}`} kind={isBefore && !isHandedIn ? 'main' : 'quiet'}>
            {t('readiness.index.toSelfCheck')}
          </ButtonLink>
        )}
        {may.predict && (isBefore || isPredicted) && (
          <ButtonLink to={`/app/readiness/expectation/${id}`} kind="quiet">
            {t('readiness.index.toExpectation')}
          </ButtonLink>
        )}
      </ButtonRow>
    </article>
  )
}

function Waiting({ check: { state, isHandedIn, opensOn } }: { check: CheckFacts }) {
  const { t } = useWords()
  const date = useDayInWords()(opensOn)
  if (!isBeforeAnswers(state))
    return (
      <>
        <p>{t(`readiness.index.state.${state}`)}</p>
        <p>{t(isHandedIn ? 'readiness.index.handedIn' : 'readiness.index.neverHandedIn')}</p>
      </>
    )
  return (
    <>
      <p>{t(isHandedIn ? 'readiness.index.handedInBefore' : 'readiness.index.waitsForManagement', { date })}</p>
      <p>{t('readiness.index.waitsForLeads', { date })}</p>
    </>
  )
}
