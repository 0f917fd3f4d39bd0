import { type FormEvent, useState } from 'react'
import { useWords } from '~/language/words'
import { Button, ButtonRow } from '~/ui/button'
import { Notice } from '~/ui/notice'
import { OwnFile } from '~/ui/own-field'
import { Section } from '~/ui/page'
import { type KeyVerdict, lookUpKey } from './announced.client'
import { readCouncilFile } from './file'

type Trouble = 'fileMissing' | 'notAKeyFile' | 'otherRound'
type Checking = { problem?: Trouble; verdict?: KeyVerdict; busy?: true }

/** Lets the council see for itself, before anybody answers, that ballots are sealed with its key and no other. */
export function CouncilKeyCheck({ round }: { round: string }) {
  const { t } = useWords()
  const [{ problem, verdict, busy }, setChecking] = useState<Checking>({})
  const check = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const field = event.currentTarget.querySelector<HTMLInputElement>('#field-council-check')
    const file = await fileIn(field, round)
    if (typeof file === 'string') return setChecking({ problem: file })
    setChecking({ busy: true })
    setChecking({ verdict: await lookUpKey(file) })
  }
  return (
    <Section title={t('councilKey.check.title')}>
      <p>{t('councilKey.check.text')}</p>
      <form className="flow" onSubmit={check} noValidate>
        <OwnFile
          id="council-check"
          label={t('councilKey.count.file')}
          hint={t('councilKey.check.fileHint')}
          error={problem && t(`councilKey.trouble.${problem}`)}
        />
        <ButtonRow>
          <Button busy={busy}>{t('councilKey.check.submit')}</Button>
        </ButtonRow>
      </form>
      {verdict && (
        <Notice kind={verdict === 'same' ? 'done' : 'warning'} title={t(`councilKey.check.${verdict}`)}>
          <p>{t(`councilKey.check.${verdict}Text`)}</p>
        </Notice>
      )}
    </Section>
  )
}

async function fileIn(field: HTMLInputElement | null, round: string) {
  const text = await field?.files?.[0]?.text()
  if (text === undefined) return 'fileMissing'
  const file = readCouncilFile(text)
  if (!file) return 'notAKeyFile'
  return file.round === round ? file : 'otherRound'
}
