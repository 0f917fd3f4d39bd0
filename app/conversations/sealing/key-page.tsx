import { Link } from '@remix-run/react'
import { useEffect, useState } from 'react'
import { useWords } from '~/language/words'
import { Button, ButtonLink, ButtonRow } from '~/ui/button'
import { useDayInWords } from '~/ui/day'
import { Notice } from '~/ui/notice'
import { Page, Section } from '~/ui/page'
import { holdKey } from './held-key.client'
import { OwnKeyMaker } from './key-maker'
import { WhereKeysOpen } from './own-key'
import { checkDigits, type StoredKey } from './sealed'

/** What is said above the page of the key after something was done with it, or could not be done. */
export const keyNews = ['lost', 'relocked', 'keyNotRight', 'keyIsThere'] as const
export type KeyNews = (typeof keyNews)[number]

type KeyPageProps = {
  personId: string
  stored: (StoredKey & { madeOn: string }) | null
  /** Where whoever came here wanted to go. */
  to?: string
  /** What opens the keys that a demo begins with. */
  demoPassphrase?: string
  news?: KeyNews
}

/** Somebody's own key: what it is for, what is lost with it, and the making of it. */
export function ConversationKeyPage({ personId, stored, to, demoPassphrase, news }: KeyPageProps) {
  const { t } = useWords()
  const isTrouble = news === 'keyNotRight' || news === 'keyIsThere'
  return (
    <Page
      kicker={<Link to="/app/account">{t('people.account.title')}</Link>}
      title={t('recordKey.title')}
      lead={t('recordKey.lead')}
    >
      {news && <Notice kind={isTrouble ? 'warning' : 'done'}>{t(`recordKey.news.${news}`)}</Notice>}
      {stored && demoPassphrase && <Notice>{t('recordKey.there.demo', { passphrase: demoPassphrase })}</Notice>}
      {stored ? <KeyIsThere stored={stored} to={to} /> : <KeyToMake personId={personId} />}
      <Section title={t('recordKey.limits.title')}>
        <p>{t('recordKey.limits.text')}</p>
      </Section>
    </Page>
  )
}

function KeyToMake({ personId }: { personId: string }) {
  const { t } = useWords()
  return (
    <>
      <Notice kind="warning" title={t('recordKey.lost.title')}>
        <ul>
          {(['nobody', 'password', 'link', 'other', 'plan'] as const).map(point => (
            <li key={point}>{t(`recordKey.lost.${point}`)}</li>
          ))}
        </ul>
      </Notice>
      <Section title={t('recordKey.make.title')}>
        <p>{t('recordKey.make.text')}</p>
        <WhereKeysOpen>
          <OwnKeyMaker personId={personId} />
        </WhereKeysOpen>
      </Section>
    </>
  )
}

function KeyIsThere({ stored, to }: { stored: StoredKey & { madeOn: string }; to?: string }) {
  const { t } = useWords()
  const inWords = useDayInWords()
  return (
    <>
      <Notice kind="done" title={t('recordKey.there.title', { date: inWords(stored.madeOn, 'short') })}>
        <p>{t('recordKey.there.text')}</p>
      </Notice>
      <ButtonRow>
        {to && <ButtonLink to={to}>{t('recordKey.there.onward')}</ButtonLink>}
        <Button type="button" kind="quiet" onClick={() => holdKey()}>
          {t('recordKey.there.lock')}
        </Button>
      </ButtonRow>
      <Section title={t('recordKey.digits.title')}>
        <p>{t('recordKey.digits.text')}</p>
        <Digits publicKey={stored.publicKey} />
      </Section>
      {(['relock', 'replace'] as const).map(deed => (
        <Section key={deed} title={t(`recordKey.${deed}.title`)}>
          <p>{t(`recordKey.${deed}.short`)}</p>
          <ButtonRow>
            <ButtonLink kind="quiet" to={`/app/conversation-key/${deed}`}>
              {t(`recordKey.${deed}.go`)}
            </ButtonLink>
          </ButtonRow>
        </Section>
      ))}
    </>
  )
}

/** Twelve digits of a public key, for two people who sit together to compare. */
export function Digits({ publicKey }: { publicKey: string }) {
  const [digits, setDigits] = useState('')
  useEffect(() => void checkDigits(publicKey).then(setDigits, () => {}), [publicKey])
  return (
    <p>
      <strong>{digits}</strong>
    </p>
  )
}
