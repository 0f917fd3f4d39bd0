import { type FormEvent, useEffect, useState } from 'react'
import { useWords } from '~/language/words'
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
import { OwnField } from '~/ui/own-field'
import { KeptKey, type MadeKey } from './key-kept'
import { loadMachine, type Unable, whyUnable } from './machine.client'

type Problems = PassphraseProblems & { name?: string; whole?: string }

/** Makes a key in this browser. The page offers to send the public half only after the file was saved and opened again. */
export function KeyMaker({ taken, tellMade }: { taken: readonly string[]; tellMade: (isMade: boolean) => void }) {
  const { t } = useWords()
  const [unable, setUnable] = useState<Unable | 'asking' | undefined>('asking')
  const [made, setMade] = useState<MadeKey>()
  const [busy, setBusy] = useState(false)
  const { check, problems, setProblems } = useChecks(taken)
  useEffect(() => void whyUnable().then(setUnable), [])
  useEffect(() => tellMade(made !== undefined), [made, tellMade])
  if (unable === 'asking') return null
  if (unable) return <Notice kind="warning">{t(`witness.unable.${unable}`)}</Notice>
  if (made) return <KeptKey made={made} startAgain={() => setMade(undefined)} />
  const make = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const typed = allTypedIn(event.currentTarget)
    const machine = await loadMachine().catch(() => undefined)
    if (!machine) return setProblems({ whole: t('witness.new.notLoaded') })
    if (!check(typed, machine)) return
    setBusy(true)
    const half = await machine.makeKey(typed.name, typed.passphrase).catch(() => undefined)
    setBusy(false)
    if (!half) return setProblems({ whole: t('witness.unable.oldBrowser') })
    setMade({ ...half, name: typed.name, passphrase: typed.passphrase, fingerprint: machine.fingerprintOf(half.key) })
  }
  return <MakeForm problems={problems} busy={busy} make={make} />
}

type MakeFormProps = { problems: Problems; busy: boolean; make: (event: FormEvent<HTMLFormElement>) => void }

function MakeForm({ problems, busy, make }: MakeFormProps) {
  const { t } = useWords()
  const say = useNewWords()(shortest)
  return (
    <form className="flow" onSubmit={make} noValidate>
      {problems.whole && <Notice kind="warning">{problems.whole}</Notice>}
      <OwnField
        id="witness-name"
        label={t('witness.new.name')}
        hint={t('witness.new.nameHint')}
        error={problems.name}
        spellCheck={false}
        autoCapitalize="none"
      />
      <NewPassphrase of="witness" say={say} problems={problems} />
      <ButtonRow>
        <Button busy={busy}>{t(busy ? 'witness.new.making' : 'witness.new.makeSubmit')}</Button>
      </ButtonRow>
    </form>
  )
}

/** Characters of a passphrase; the program of the witness holds the rule. */
const shortest = 12

const allTypedIn = (form: HTMLFormElement) => ({
  name: typedIn(form, 'witness-name').trim(),
  passphrase: typedIn(form, 'witness-passphrase'),
  again: typedIn(form, 'witness-again'),
})

type Typed = ReturnType<typeof allTypedIn>
type Rules = { isName: (name: string) => boolean; shortestPassphrase: number }

/** Says what is wrong before a key is made of it; what was typed stays where it is. */
function useChecks(taken: readonly string[]) {
  const { t } = useWords()
  const say = useNewWords()
  const [problems, setProblems] = useState<Problems>({})
  const check = (typed: Typed, { isName, shortestPassphrase }: Rules) => {
    const { name } = typed
    const wrongName = !isName(name) ? t('witness.new.nameWrong') : undefined
    const takenName = taken.includes(name) ? t('witness.refused.nameTaken') : undefined
    const found = {
      name: wrongName ?? takenName,
      ...passphraseProblems(typed, shortestPassphrase, say(shortestPassphrase)),
    }
    setProblems(found)
    return !goToProblem('witness', found)
  }
  return { check, problems, setProblems }
}

/** Returns what is said around the passphrase of this key, which has at least so many characters. */
function useNewWords() {
  const { t } = useWords()
  return (count: number) => (word: PassphraseWord) => t(`witness.new.${word}`, { count })
}
