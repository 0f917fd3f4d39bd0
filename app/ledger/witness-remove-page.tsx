import { Form, Link } from '@remix-run/react'
import { useWords } from '~/language/words'
import { Button, ButtonLink, ButtonRow } from '~/ui/button'
import { Notice } from '~/ui/notice'
import { Page } from '~/ui/page'
import { Preview } from '~/ui/preview'

/** Says what it means that somebody stops looking along, and asks once. */
export function RemoveWitnessPage({
  name,
  isLast,
  refused,
}: {
  name: string
  isLast: boolean
  refused?: 'noSuchWitness'
}) {
  const { t } = useWords()
  return (
    <Page kicker={<Link to="/app/witnesses">{t('witness.list.title')}</Link>} title={t('witness.remove.title')}>
      {refused && <Notice kind="warning">{t(`witness.refused.${refused}`)}</Notice>}
      {isLast && (
        <Notice kind="warning" title={t('witness.remove.last')}>
          {t('witness.remove.lastText')}
        </Notice>
      )}
      <Preview caption={t('witness.remove.caption')} irrevocable={[t('witness.remove.public')]}>
        <h2>{name}</h2>
        <p>{t('witness.remove.effect')}</p>
        <p>{t('witness.remove.stays')}</p>
      </Preview>
      <Form method="post">
        <ButtonRow>
          <Button kind="warning">{t('witness.remove.submit')}</Button>
          <ButtonLink kind="quiet" to="/app/witnesses">
            {t('shell.cancel')}
          </ButtonLink>
        </ButtonRow>
      </Form>
    </Page>
  )
}
