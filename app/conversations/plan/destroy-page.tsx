import { Form, Link, useNavigation } from '@remix-run/react'
import { useWords } from '~/language/words'
import { Button, ButtonLink, ButtonRow } from '~/ui/button'
import { Page } from '~/ui/page'
import { Preview } from '~/ui/preview'

/** Says what goes before somebody destroys their own plan; pressing the button is the yes. */
export function DestroyPlanPage() {
  const { t } = useWords()
  const busy = useNavigation().state !== 'idle'
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
        <ButtonRow>
          <Button kind="warning" busy={busy}>
            {t('plan.destroy.submit')}
          </Button>
          <ButtonLink kind="plain" to="/app/plan">
            {t('plan.destroy.back')}
          </ButtonLink>
        </ButtonRow>
      </Form>
    </Page>
  )
}
