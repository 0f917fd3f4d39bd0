import { fieldId } from './field'
import { OwnField } from './own-field'

/** What is wrong with a new passphrase: the sentence beside each of its fields. */
export type PassphraseProblems = { passphrase?: string; again?: string }
/** What is said around it, and what is wrong with it in words. */
export type PassphraseWord = 'passphrase' | 'passphraseHint' | 'again' | 'tooShort' | 'notTheSame'

type Say = (word: PassphraseWord) => string
type NewPassphraseProps = { of: string; say: Say; problems: PassphraseProblems }

/** Asks for a passphrase that is new, twice; `of` is the word before the ids of both fields. */
export function NewPassphrase({ of, say, problems }: NewPassphraseProps) {
  const kept = { type: 'password', autoComplete: 'new-password' } as const
  return (
    <>
      <OwnField
        id={`${of}-passphrase`}
        label={say('passphrase')}
        hint={say('passphraseHint')}
        error={problems.passphrase}
        {...kept}
      />
      <OwnField id={`${of}-again`} label={say('again')} error={problems.again} {...kept} />
    </>
  )
}

/** Reads what was typed in a field of this browser. */
export const typedIn = (form: HTMLFormElement, id: string) =>
  form.querySelector<HTMLInputElement>(`#${fieldId(id)}`)?.value ?? ''

/** Says what is wrong with a new passphrase; `shortest` is how many characters it has at least. */
export function passphraseProblems(typed: { passphrase: string; again: string }, shortest: number, say: Say) {
  const { passphrase, again } = typed
  return {
    passphrase: passphrase.length < shortest ? say('tooShort') : undefined,
    again: passphrase === again ? undefined : say('notTheSame'),
  } satisfies PassphraseProblems
}

/** Takes whoever typed to the first field with a problem. @returns whether there is one */
export function goToProblem(of: string, problems: Readonly<Record<string, string | undefined>>): boolean {
  const first = Object.keys(problems).find(field => problems[field])
  if (first) document.getElementById(fieldId(`${of}-${first}`))?.focus()
  return first !== undefined
}
