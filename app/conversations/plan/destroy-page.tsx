import { Form, Link } from '@remix-run/react'
import { useWords } from '~/language/words'
import { Page } from '~/ui/page'
import { DoOrGoBack, Preview } from '~/ui/preview'

/** Says what goes before somebody destroys their own plan; pressing the button is the yes. */
export function DestroyPlanPage() {
  const { t } = useWords()
  return (
    <Page kicker={<Link to="/app/plan">{t('plan.title')}</Link>} title={t('plan.destroy.title')}>
      <Preview caption={t('plan.destroy.caption')} irrevocable={[t('plan.destroy.forGood')]}>
        <ul>
          {(['words', 'readers', 'log', 'backups'] as const).map(what => (
            <li key={what}>{t(`plan.destroy.${what}`)}</li>
          ))}
        </ul>
      </Preview>
      <Form method="post">
        <DoOrGoBack submit={t('plan.destroy.submit')} back={t('plan.destroy.back')} backTo="/app/plan" />
      </Form>
    </Page>
  )
}
