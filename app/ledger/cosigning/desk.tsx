import type { FormEvent } from 'react'
import { useWords } from '~/language/words'
import { Button, ButtonRow } from '~/ui/button'
import { Checkbox } from '~/ui/choice'
import { KeyFileFields } from '~/ui/key-file-fields'
import { Notice } from '~/ui/notice'
import { rememberedKey } from '../witnesses/machine.client'
import { type Asked, useCosigning } from './cosigning'
import { MemoryFields } from './memory-fields'
import { CosignOutcome } from './outcome'

/** Choose the key file, type the passphrase, and one tap does the rest: fetch, recompute, compare, sign. */
export function CosignDesk(signed: { keys: readonly string[]; signedBefore: Readonly<Record<string, number>> }) {
  const { t } = useWords()
  const { state, start, signLate } = useCosigning(signed)
  const isBusy = state.kind === 'busy'
  const begin = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    void start(askedIn(event.currentTarget))
  }
  return (
    <form className="flow" onSubmit={begin} noValidate>
      <KeyFields problem={state.kind === 'keyProblem' ? state.because : undefined} />
      <MemoryFields state={state} />
      <ButtonRow>
        <Button busy={isBusy}>{t(isBusy ? `witness.cosign.busy.${state.step}` : 'witness.cosign.submit')}</Button>
      </ButtonRow>
      <CosignOutcome state={state} signLate={signLate} />
    </form>
  )
}

function KeyFields({ problem }: { problem?: 'fileMissing' | 'notAKey' | 'notWitness' | 'wrongPassphrase' }) {
  const { t } = useWords()
  const opened = rememberedKey()
  if (opened) return <Notice>{t('witness.cosign.opened', { name: opened.key.split('+')[0] })}</Notice>
  const isAbout = problem === 'wrongPassphrase' ? 'passphrase' : 'file'
  return (
    <>
      <KeyFileFields
        file={{ id: 'cosign-key', label: t('witness.cosign.file'), hint: t('witness.cosign.fileHint') }}
        passphrase={{
          id: 'cosign-passphrase',
          label: t('witness.cosign.passphrase'),
          hint: t('witness.cosign.passphraseHint'),
        }}
        problem={problem && { text: t(`witness.cosign.problem.${problem}`), isAbout }}
      />
      <Checkbox name="keep" label={t('witness.cosign.keep')} hint={t('witness.cosign.keepHint')} />
    </>
  )
}

/** Reads what was chosen and typed; none of it has a name, so no form could send it. */
function askedIn(form: HTMLFormElement): Asked {
  const field = (id: string) => form.querySelector<HTMLInputElement>(`#field-${id}`)
  return {
    keyFile: field('cosign-key')?.files?.[0],
    passphrase: field('cosign-passphrase')?.value ?? '',
    keep: field('keep')?.checked ?? false,
    memoryFile: field('cosign-memory')?.files?.[0],
    saysFirst: field('cosign-first')?.checked ?? false,
  }
}
