import { type FormEvent, useEffect, useState } from 'react'
import { useWords } from '~/language/words'
import { shortestPassphrase } from '~/people/passphrase'
import { Button, ButtonRow } from '~/ui/button'
import {
  goToProblem,
  NewPassphrase,
  type PassphraseProblems,
  type PassphraseWord,
  passphraseProblems,
  typedIn,
} from '~/ui/new-passphrase'
import { Notice } from '~/ui/notice'
import { type MadeKey, makeCouncilKey, type Unable, whyUnable } from './key.client'
import { CouncilKeyKept } from './key-kept'

/** A key that was made here; the passphrase is only kept to try the saved file with. */
export type KeyInHand = MadeKey & { passphrase: string }

/** Makes the key of a round in this browser, encrypted with a passphrase that only the council knows. */
export function CouncilKeyMaker({ round }: { round: string }) {
  const { t } = useWords()
  const say = usePassphraseWords()
  const [unable, setUnable] = useState<Unable | 'asking' | undefined>('asking')
  const [made, setMade] = useState<KeyInHand>()
  const [busy, setBusy] = useState(false)
  const [problems, setProblems] = useState<PassphraseProblems>({})
  useEffect(() => void whyUnable().then(setUnable), [])
  if (unable === 'asking') return null
  if (unable) return <Notice kind="warning">{t(`councilKey.unable.${unable}`)}</Notice>
  if (made) return <CouncilKeyKept made={made} startAgain={() => setMade(undefined)} />
  const make = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const typed = { passphrase: typedIn(form, 'council-passphrase'), again: typedIn(form, 'council-again') }
    const found = passphraseProblems(typed, shortestPassphrase, say)
    setProblems(found)
    if (goToProblem('council', found)) return
    setBusy(true)
    setMade({ ...(await makeCouncilKey(round, typed.passphrase)), passphrase: typed.passphrase })
    setBusy(false)
  }
  return <MakeForm problems={problems} busy={busy} make={make} />
}

type MakeFormProps = { problems: PassphraseProblems; busy: boolean; make: (event: FormEvent<HTMLFormElement>) => void }

function MakeForm({ problems, busy, make }: MakeFormProps) {
  const { t } = useWords()
  const say = usePassphraseWords()
  return (
    <form className="flow" onSubmit={make} noValidate>
      <p>{t('councilKey.key.makeText')}</p>
      <NewPassphrase of="council" say={say} problems={problems} />
      <ButtonRow>
        <Button busy={busy}>{t(busy ? 'councilKey.key.making' : 'councilKey.key.makeSubmit')}</Button>
      </ButtonRow>
    </form>
  )
}

/** Returns what is said around the passphrase of this key. */
function usePassphraseWords() {
  const { t } = useWords()
  return (word: PassphraseWord) => t(`councilKey.key.${word}`, { count: shortestPassphrase })
}
