import { useLocation } from '@remix-run/react'
import { type FormEvent, type ReactNode, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { useWords } from '~/language/words'
import { Button, ButtonLink, ButtonRow } from '~/ui/button'
import { fieldId } from '~/ui/field'
import { typedIn } from '~/ui/new-passphrase'
import { Notice } from '~/ui/notice'
import { OwnField } from '~/ui/own-field'
import { heldKey, holdKey, type Unable, whenHeld, whyUnable } from './held-key.client'
import { openOwnKey, type StoredKey } from './sealed'

type Props = {
  /** The own key of whoever reads, or nothing when they made none yet. */
  stored: StoredKey | null
  personId: string
  children: (opener: CryptoKey) => ReactNode
}

/**
 * Shows what is sealed to whoever opens their own key with their conversation passphrase. The opened key stays in the
 * memory of this page until it is loaded anew: going from page to page asks for it once.
 */
export function WithOwnKey({ stored, personId, children }: Props) {
  const opener = useSyncExternalStore(
    whenHeld,
    () => heldKey(personId, stored),
    () => undefined,
  )
  const opened = useRef<HTMLDivElement>(null)
  const [wasOpenedHere, setOpenedHere] = useState(false)
  useEffect(() => {
    if (opener && wasOpenedHere) opened.current?.focus()
  }, [opener, wasOpenedHere])
  if (!stored) return <NoKeyYet />
  if (!opener)
    return (
      <WhereKeysOpen>
        <OpenForm stored={stored} personId={personId} done={() => setOpenedHere(true)} />
      </WhereKeysOpen>
    )
  return (
    <div className="flow" ref={opened} tabIndex={-1}>
      {children(opener)}
    </div>
  )
}

/** Shows what needs a browser that can open keys, and says why where it cannot. */
export function WhereKeysOpen({ children }: { children: ReactNode }) {
  const { t } = useWords()
  const [unable, setUnable] = useState<Unable | 'asking' | undefined>('asking')
  useEffect(() => setUnable(whyUnable()), [])
  return (
    <>
      <noscript>
        <Notice>{t('recordKey.noScript')}</Notice>
      </noscript>
      {unable !== 'asking' && unable && <Notice kind="warning">{t(`recordKey.unable.${unable}`)}</Notice>}
      {unable === undefined && children}
    </>
  )
}

function NoKeyYet() {
  const { t } = useWords()
  const { pathname, search } = useLocation()
  const to = new URLSearchParams({ to: pathname + search })
  return (
    <Notice title={t('recordKey.none.title')}>
      <p>{t('recordKey.none.text')}</p>
      <ButtonRow>
        <ButtonLink to={`/app/conversation-key?${to}`}>{t('recordKey.none.make')}</ButtonLink>
      </ButtonRow>
    </Notice>
  )
}

type OpenFormProps = { stored: StoredKey; personId: string; done: () => void }

function OpenForm({ stored, personId, done }: OpenFormProps) {
  const { t } = useWords()
  const [trouble, setTrouble] = useState<'empty' | 'wrong'>()
  const [busy, setBusy] = useState(false)
  const open = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const typed = typedIn(event.currentTarget, 'own-key-words')
    if (busy) return
    setTrouble(undefined)
    setBusy(true)
    const opener = typed === '' ? undefined : await openOwnKey(stored, personId, typed)
    setBusy(false)
    if (opener) {
      done()
      return holdKey({ personId, publicKey: stored.publicKey, opener })
    }
    setTrouble(typed === '' ? 'empty' : 'wrong')
    document.getElementById(fieldId('own-key-words'))?.focus()
  }
  return (
    <form className="flow" onSubmit={open} noValidate>
      <OwnField
        id="own-key-words"
        label={t('recordKey.open.passphrase')}
        hint={t('recordKey.open.hint')}
        error={trouble && t(`recordKey.open.${trouble}`)}
        type="password"
        autoComplete="off"
      />
      <ButtonRow>
        <Button busy={busy}>{t(busy ? 'recordKey.open.busy' : 'recordKey.open.submit')}</Button>
        <ButtonLink kind="plain" to="/app/conversation-key">
          {t('recordKey.open.lost')}
        </ButtonLink>
      </ButtonRow>
      {busy && <p role="status">{t('recordKey.open.progress')}</p>}
    </form>
  )
}
