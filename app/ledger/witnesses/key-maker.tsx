import { type FormEvent, useEffect, useState } from 'react'
import { useWords } from '~/language/words'
import { Button, ButtonRow } from '~/ui/button'
import { Notice } from '~/ui/notice'
import { OwnField } from './fields'
import { KeptKey, type MadeKey } from './key-kept'
import { loadMachine, type Unable, whyUnable } from './machine.client'

type Problems = { name?: string; passphrase?: string; again?: string; whole?: string }

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
    const typed = typedIn(event.currentTarget)
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
      <OwnField
        id="witness-passphrase"
        type="password"
        label={t('witness.new.passphrase')}
        hint={t('witness.new.passphraseHint', { count: shortest })}
        error={problems.passphrase}
        autoComplete="new-password"
      />
      <OwnField
        id="witness-again"
        type="password"
        label={t('witness.new.again')}
        error={problems.again}
        autoComplete="new-password"
      />
      <ButtonRow>
        <Button busy={busy}>{t(busy ? 'witness.new.making' : 'witness.new.makeSubmit')}</Button>
      </ButtonRow>
    </form>
  )
}

/** Characters of a passphrase; the program of the witness holds the rule. */
const shortest = 12

const typedIn = (form: HTMLFormElement) => {
  const value = (id: string) => form.querySelector<HTMLInputElement>(`#field-witness-${id}`)?.value ?? ''
  return { name: value('name').trim(), passphrase: value('passphrase'), again: value('again') }
}

type Typed = ReturnType<typeof typedIn>
type Rules = { isName: (name: string) => boolean; shortestPassphrase: number }

/** Says what is wrong before a key is made of it; what was typed stays where it is. */
function useChecks(taken: readonly string[]) {
  const { t } = useWords()
  const [problems, setProblems] = useState<Problems>({})
  const check = ({ name, passphrase, again }: Typed, { isName, shortestPassphrase }: Rules) => {
    const found: Problems = {
      name: !isName(name)
        ? t('witness.new.nameWrong')
        : taken.includes(name)
          ? t('witness.refused.nameTaken')
          : undefined,
      passphrase:
        passphrase.length < shortestPassphrase ? t('witness.new.tooShort', { count: shortestPassphrase }) : undefined,
      again: passphrase !== again ? t('witness.new.notTheSame') : undefined,
    }
    setProblems(found)
    const first = (['name', 'passphrase', 'again'] as const).find(field => found[field])
    if (first) document.getElementById(`field-witness-${first}`)?.focus()
    return first === undefined
  }
  return { check, problems, setProblems }
}
