import { Form, Link } from '@remix-run/react'
import { useWords } from '~/language/words'
import { Button, ButtonLink, ButtonRow } from '~/ui/button'
import { Notice } from '~/ui/notice'
import { Page } from '~/ui/page'
import { Preview } from '~/ui/preview'
import type { RemovalRefusal } from '../witness'

/** Says what it means that somebody stops looking along, and asks once. */
export function RemoveWitnessPage({
  name,
  blocked,
  refused = blocked,
}: {
  name: string
  /** Why this witness cannot go now. */
  blocked?: RemovalRefusal
  refused?: RemovalRefusal
}) {
  const { t } = useWords()
  return (
    <Page kicker={<Link to="/app/witnesses">{t('witness.list.title')}</Link>} title={t('witness.remove.title')}>
      {refused && <Notice kind="warning">{t(`witness.refused.${refused}`)}</Notice>}
      <Preview caption={t('witness.remove.caption')} irrevocable={[t('witness.remove.public')]}>
        <h2>{name}</h2>
        <p>{t('witness.remove.effect')}</p>
        <p>{t('witness.remove.stays')}</p>
      </Preview>
      <Form method="post">
        <ButtonRow>
          {!blocked && <Button kind="warning">{t('witness.remove.submit')}</Button>}
          <ButtonLink kind="quiet" to="/app/witnesses">
            {t(blocked ? 'shell.back' : 'shell.cancel')}
          </ButtonLink>
        </ButtonRow>
      </Form>
    </Page>
  )
}
