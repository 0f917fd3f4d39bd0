import { Form } from '@remix-run/react'
import { useWords } from '~/language/words'
import { Button, ButtonLink, ButtonRow } from '~/ui/button'
import { Checkbox } from '~/ui/choice'
import { DayText } from '~/ui/day'
import { Notice } from '~/ui/notice'
import { Page, Section } from '~/ui/page'
import { Preview } from '~/ui/preview'

type KeyPageProps = {
  current: { key: string; since: string } | null
  isChanged: boolean
  refused?: 'keyChangedMeanwhile' | 'notTicked'
}

/** The key with which the ledger signs, and how to hand over to a new one. */
export function KeyPage({ current, isChanged, refused }: KeyPageProps) {
  const { t } = useWords()
  return (
    <Page title={t('erasure.key.title')} lead={t('erasure.key.lead')}>
      {isChanged && !refused && <Notice kind="done">{t('erasure.key.changed')}</Notice>}
      {refused === 'keyChangedMeanwhile' && <Notice kind="warning">{t('erasure.key.keyChangedMeanwhile')}</Notice>}
      {current ? <Current printed={current.key} since={current.since} /> : <p>{t('ledger.page.empty')}</p>}
      {current && <HandOver seen={current.key} isMissing={refused === 'notTicked'} />}
    </Page>
  )
}

function Current({ printed, since }: { printed: string; since: string }) {
  const { t } = useWords()
  return (
    <Section title={t('erasure.key.now')}>
      <dl className="limits">
        <div>
          <dt>{t('ledger.page.key')}</dt>
          <dd>
            <code>{printed}</code>
          </dd>
        </div>
        <div>
          <dt>{t('erasure.key.since')}</dt>
          <dd>
            <DayText day={since} />
          </dd>
        </div>
      </dl>
    </Section>
  )
}

function HandOver({ seen, isMissing }: { seen: string; isMissing: boolean }) {
  const { t } = useWords()
  const irrevocable = [t('erasure.key.destroyed'), t('erasure.key.public'), t('erasure.key.backups')]
  return (
    // A form of its own for each key: after the change the box is empty again.
    <Form method="post" key={seen}>
      <Preview caption={t('erasure.key.caption')} irrevocable={irrevocable}>
        <p>{t('erasure.key.effect')}</p>
        <p>{t('erasure.key.when')}</p>
      </Preview>
      <input type="hidden" name="seen" value={seen} />
      <Checkbox
        name="sure"
        value="yes"
        label={t('erasure.key.sure')}
        error={isMissing ? t('erasure.key.notTicked') : undefined}
        required
      />
      <ButtonRow>
        <Button kind="warning">{t('erasure.key.submit')}</Button>
        <ButtonLink to="/app/erasures" kind="quiet">
          {t('shell.cancel')}
        </ButtonLink>
      </ButtonRow>
    </Form>
  )
}
