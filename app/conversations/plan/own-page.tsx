import { Link } from '@remix-run/react'
import { useWords } from '~/language/words'
import { ButtonLink, ButtonRow } from '~/ui/button'
import { Page, Section } from '~/ui/page'
import { WithOwnKey } from '../sealing/own-key'
import { PlanDesk } from './desk'
import { PlanLog, PlanReaders } from './plan-readers'
import type { OwnPlan } from './shown'

/** Somebody's own development plan: whose it is and who can read it stand on the sheet, the words only behind the lock. */
export function OwnPlanPage({ own }: { own: OwnPlan }) {
  const { t } = useWords()
  const { me, plan, sharedWithMe } = own
  return (
    <Page
      kicker={<Link to="/app/conversations">{t('plan.kicker')}</Link>}
      title={t('plan.title')}
      lead={t('plan.lead')}
    >
      <div className="enclosed">
        <p className="enclosed-whose">{t('plan.whose')}</p>
        <WithOwnKey stored={me.stored} personId={me.id}>
          {opener => <PlanDesk own={own} opener={opener} />}
        </WithOwnKey>
        {plan && <PlanReaders own={own} plan={plan} />}
      </div>
      {plan && (
        <>
          <PlanLog log={own.log} />
          <Section title={t('plan.destroy.title')}>
            <p>{t('plan.destroy.short')}</p>
            <ButtonRow>
              <ButtonLink kind="quiet" to="/app/plan/destroy">
                {t('plan.destroy.go')}
              </ButtonLink>
            </ButtonRow>
          </Section>
        </>
      )}
      {sharedWithMe.length > 0 && (
        <Section title={t('plan.shared.title')}>
          <ul>
            {sharedWithMe.map(({ planId, of }) => (
              <li key={planId}>
                <Link to={`/app/plan/${planId}`}>{t('plan.shared.of', { name: of })}</Link>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Page>
  )
}
