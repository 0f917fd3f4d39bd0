import { useNavigation, useSubmit } from '@remix-run/react'
import { type FormEvent, useState } from 'react'
import { useWords } from '~/language/words'
import { shortestPassphrase } from '~/people/passphrase'
import { Button, ButtonRow } from '~/ui/button'
import { NewPassphrase, type PassphraseProblems, type PassphraseWord } from '~/ui/new-passphrase'
import { holdKey } from './held-key.client'
import { DrawnPassphrase, newPassphraseIn } from './new-passphrase'
import { makeOwnKey } from './seal.client'
import { openOwnKey } from './sealed'

/** Makes somebody's own key in this browser, tries whether it opens, and sends it with its private half locked. */
export function OwnKeyMaker({ personId }: { personId: string }) {
  const { t } = useWords()
  const submit = useSubmit()
  const isSending = useNavigation().state !== 'idle'
  const [isMaking, setMaking] = useState(false)
  const [problems, setProblems] = useState<PassphraseProblems>({})
  const say = (word: PassphraseWord) => t(`recordKey.make.${word}`, { count: shortestPassphrase })
  const busy = isMaking || isSending
  const make = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (busy) return
    const { passphrase, problems } = newPassphraseIn(event.currentTarget, say)
    setProblems(problems)
    if (passphrase === undefined) return
    setMaking(true)
    const stored = await makeOwnKey(personId, passphrase)
    const opener = await openOwnKey(stored, personId, passphrase)
    if (opener) holdKey({ personId, publicKey: stored.publicKey, opener })
    submit(stored, { method: 'post' })
    setMaking(false)
  }
  return (
    <form className="flow" onSubmit={make} noValidate>
      <DrawnPassphrase />
      <NewPassphrase of="own-key" say={say} problems={problems} />
      <ButtonRow>
        <Button busy={busy}>{t(busy ? 'recordKey.make.busy' : 'recordKey.make.submit')}</Button>
      </ButtonRow>
      {isMaking && <p role="status">{t('recordKey.open.progress')}</p>}
    </form>
  )
}
