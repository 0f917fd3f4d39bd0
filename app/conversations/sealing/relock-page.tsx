import { Link, useNavigation, useSubmit } from '@remix-run/react'
import { type FormEvent, useState } from 'react'
import { useWords } from '~/language/words'
import { shortestPassphrase } from '~/people/passphrase'
import { Button, ButtonRow } from '~/ui/button'
import { fieldId } from '~/ui/field'
import { NewPassphrase, type PassphraseProblems, type PassphraseWord, typedIn } from '~/ui/new-passphrase'
import { Notice } from '~/ui/notice'
import { OwnField } from '~/ui/own-field'
import { Page } from '~/ui/page'
import { DrawnPassphrase, newPassphraseIn } from './new-passphrase'
import { WhereKeysOpen } from './own-key'
import { withNewLock } from './seal.client'
import type { StoredKey } from './sealed'

type Props = { personId: string; stored: StoredKey; refused?: 'otherKey' | 'keyNotRight' }

/** Where somebody gives the key they have another passphrase. */
export function RelockPage({ refused, ...mine }: Props) {
  const { t } = useWords()
  return (
    <Page
      kicker={<Link to="/app/conversation-key">{t('recordKey.title')}</Link>}
      title={t('recordKey.relock.title')}
      lead={t('recordKey.relock.text')}
    >
      {refused && <Notice kind="warning">{t(`recordKey.news.${refused}`)}</Notice>}
      <WhereKeysOpen>
        <RelockForm {...mine} />
      </WhereKeysOpen>
    </Page>
  )
}

function RelockForm({ personId, stored }: Omit<Props, 'refused'>) {
  const { t } = useWords()
  const submit = useSubmit()
  const isSending = useNavigation().state !== 'idle'
  const [isLocking, setLocking] = useState(false)
  const [problems, setProblems] = useState<PassphraseProblems & { present?: string }>({})
  const say = (word: PassphraseWord) => t(`recordKey.make.${word}`, { count: shortestPassphrase })
  const busy = isLocking || isSending
  const relock = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (busy) return
    const present = typedIn(event.currentTarget, 'own-key-present')
    const { passphrase: next, problems } = newPassphraseIn(event.currentTarget, say)
    setProblems(problems)
    if (next === undefined) return
    setLocking(true)
    const relocked = await withNewLock(stored, personId, { present, next })
    setLocking(false)
    if (relocked) return submit(relocked, { method: 'post' })
    setProblems({ present: t('recordKey.open.wrong') })
    document.getElementById(fieldId('own-key-present'))?.focus()
  }
  return (
    <form className="flow" onSubmit={relock} noValidate>
      <OwnField
        id="own-key-present"
        label={t('recordKey.relock.present')}
        error={problems.present}
        type="password"
        autoComplete="off"
      />
      <DrawnPassphrase />
      <NewPassphrase of="own-key" say={say} problems={problems} />
      <ButtonRow>
        <Button busy={busy}>{t(busy ? 'recordKey.relock.busy' : 'recordKey.relock.submit')}</Button>
      </ButtonRow>
      {isLocking && <p role="status">{t('recordKey.open.progress')}</p>}
    </form>
  )
}
