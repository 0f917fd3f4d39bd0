import { type FormEvent, useEffect, useState } from 'react'
import { useWords } from '~/language/words'
import { OwnField } from '~/ledger/witnesses/fields'
import { Button, ButtonRow } from '~/ui/button'
import { Notice } from '~/ui/notice'
import { shortestPassphrase } from './file'
import { type MadeKey, makeCouncilKey, type Unable, whyUnable } from './key.client'
import { CouncilKeyKept } from './key-kept'

/** A key that was made here; the passphrase is only kept to try the saved file with. */
export type KeyInHand = MadeKey & { passphrase: string }
type Problems = { passphrase?: string; again?: string }

/** Makes the key of a round in this browser, encrypted with a passphrase that only the council knows. */
export function CouncilKeyMaker({ round }: { round: string }) {
  const { t } = useWords()
  const [unable, setUnable] = useState<Unable | 'asking' | undefined>('asking')
  const [made, setMade] = useState<KeyInHand>()
  const [busy, setBusy] = useState(false)
  const [problems, setProblems] = useState<Problems>({})
  useEffect(() => void whyUnable().then(setUnable), [])
  if (unable === 'asking') return null
  if (unable) return <Notice kind="warning">{t(`councilKey.unable.${unable}`)}</Notice>
  if (made) return <CouncilKeyKept made={made} startAgain={() => setMade(undefined)} />
  const make = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const { passphrase, again } = typedIn(event.currentTarget)
    const found: Problems = {
      passphrase:
        passphrase.length < shortestPassphrase
          ? t('councilKey.key.tooShort', { count: shortestPassphrase })
          : undefined,
      again: passphrase === again ? undefined : t('councilKey.key.notTheSame'),
    }
    setProblems(found)
    const first = (['passphrase', 'again'] as const).find(name => found[name])
    if (first) return document.getElementById(`field-council-${first}`)?.focus()
    setBusy(true)
    setMade({ ...(await makeCouncilKey(round, passphrase)), passphrase })
    setBusy(false)
  }
  return <MakeForm problems={problems} busy={busy} make={make} />
}

type MakeFormProps = { problems: Problems; busy: boolean; make: (event: FormEvent<HTMLFormElement>) => void }

function MakeForm({ problems, busy, make }: MakeFormProps) {
  const { t } = useWords()
  return (
    <form className="flow" onSubmit={make} noValidate>
      <p>{t('councilKey.key.makeText')}</p>
      <OwnField
        id="council-passphrase"
        type="password"
        label={t('councilKey.key.passphrase')}
        hint={t('councilKey.key.passphraseHint', { count: shortestPassphrase })}
        error={problems.passphrase}
        autoComplete="new-password"
      />
      <OwnField
        id="council-again"
        type="password"
        label={t('councilKey.key.again')}
        error={problems.again}
        autoComplete="new-password"
      />
      <ButtonRow>
        <Button busy={busy}>{t(busy ? 'councilKey.key.making' : 'councilKey.key.makeSubmit')}</Button>
      </ButtonRow>
    </form>
  )
}

const typedIn = (form: HTMLFormElement) => {
  const value = (id: string) => form.querySelector<HTMLInputElement>(`#field-council-${id}`)?.value ?? ''
  return { passphrase: value('passphrase'), again: value('again') }
}
