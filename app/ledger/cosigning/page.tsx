import { Link } from '@remix-run/react'
import { useEffect, useState } from 'react'
import { useWords } from '~/language/words'
import { ButtonLink, ButtonRow } from '~/ui/button'
import { useDayInWords } from '~/ui/day'
import { EmptyState } from '~/ui/empty-state'
import { Notice } from '~/ui/notice'
import { Page, Section } from '~/ui/page'
import { type Unable, whyUnable } from '../witnesses/machine.client'
import { type CosigningFacts, reminderOf } from '../witnesses/reminder'
import { CosignDesk } from './desk'

type CosignPageProps = {
  standing: CosigningFacts
  keys: readonly string[]
  /** Cosignatures that the ledger holds, by key. */
  signedBefore: Readonly<Record<string, number>>
  today: string
}

/** Where a witness has this browser recompute the whole ledger, and signs along when it is sound. */
export function CosignPage({ standing, keys, signedBefore, today }: CosignPageProps) {
  const { t } = useWords()
  return (
    <Page
      kicker={<Link to="/app/witnesses">{t('witness.list.title')}</Link>}
      title={t('witness.cosign.title')}
      lead={t('witness.cosign.lead')}
    >
      {keys.length === 0 ? (
        <EmptyState title={t('witness.list.empty')}>
          <p>{t('witness.cosign.noWitness')}</p>
          <ButtonRow>
            <ButtonLink to="/app/witnesses">{t('witness.list.title')}</ButtonLink>
          </ButtonRow>
        </EmptyState>
      ) : (
        <>
          <Waiting standing={standing} today={today} />
          <AbleDesk keys={keys} signedBefore={signedBefore} />
        </>
      )}
      <Section title={t('witness.cosign.what')}>
        <p>{t('witness.cosign.whatText')}</p>
        <p>{t('witness.cosign.whatNot')}</p>
      </Section>
    </Page>
  )
}

function Waiting({ standing, today }: Pick<CosignPageProps, 'standing' | 'today'>) {
  const { t } = useWords()
  const inWords = useDayInWords()
  const reminder = reminderOf(standing, today)
  if (standing.waiting === 0) return <p>{t('witness.next.upToDate')}</p>
  return (
    <>
      <p>{t('witness.next.cosign', { count: standing.waiting })}</p>
      {reminder && (
        <Notice kind="warning">
          {t(reminder.isLate ? 'witness.cosign.tooLate' : 'witness.cosign.soon', { date: inWords(reminder.markOn) })}
        </Notice>
      )}
    </>
  )
}

/** Shows the desk in a browser that can sign, and says why not in another. */
function AbleDesk(signed: Pick<CosignPageProps, 'keys' | 'signedBefore'>) {
  const { t } = useWords()
  const [unable, setUnable] = useState<Unable | 'asking' | undefined>('asking')
  useEffect(() => void whyUnable().then(setUnable), [])
  return (
    <>
      {unable && unable !== 'asking' && <Notice kind="warning">{t(`witness.unable.${unable}`)}</Notice>}
      {!unable && <CosignDesk {...signed} />}
      <noscript>
        <Notice>{t('witness.cosign.noScript')}</Notice>
      </noscript>
    </>
  )
}
