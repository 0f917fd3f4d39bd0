import { type FormEvent, useState } from 'react'
import { useWords } from '~/language/words'
import { Button, ButtonRow } from '~/ui/button'
import { Notice } from '~/ui/notice'
import { type CountedHere, type CountTrouble, countRound, handIn, type Progress } from './download.client'
import { type CouncilKeys, openCouncilFile, readCouncilFile } from './file'
import { CouncilHandIn, HandedIn } from './hand-in'
import { CountProgress, KeyFields, type KeyTrouble } from './key-fields'
import { signedCount } from './submission'

/** How far a count is. */
type Counting =
  | { step: 'waiting' | 'opening' }
  | { step: 'keyTrouble'; because: KeyTrouble }
  | { step: 'counting'; progress?: Progress }
  | { step: 'trouble'; because: CountTrouble }
  | { step: 'counted' | 'sending'; found: CountedHere; keys: CouncilKeys; refused?: string }
  | { step: 'done' }

/** Choose the file, type the passphrase, and the browser does the rest; what it opens it forgets at once. */
export function CouncilCounting({ roundId }: { roundId: string }) {
  const { t } = useWords()
  const [counting, setCounting] = useState<Counting>({ step: 'waiting' })
  const begin = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const { file, passphrase } = await chosenIn(event.currentTarget)
    setCounting({ step: 'opening' })
    const keys = await openedKeys(file, passphrase, roundId)
    if (typeof keys === 'string') return setCounting({ step: 'keyTrouble', because: keys })
    setCounting({ step: 'counting' })
    const counted = await countRound(keys, progress => setCounting({ step: 'counting', progress }))
    if (counted.ok) setCounting({ step: 'counted', found: counted.value, keys })
    else setCounting({ step: 'trouble', because: counted.because })
  }
  if (counting.step === 'done') return <HandedIn roundId={roundId} />
  if (counting.step === 'counted' || counting.step === 'sending') {
    const { found, keys, refused } = counting
    const send = async () => {
      setCounting({ step: 'sending', found, keys })
      const because = await handIn(roundId, await signedCount(found, keys))
      setCounting(because ? { step: 'counted', found, keys, refused: because } : { step: 'done' })
    }
    return <CouncilHandIn found={found} refused={refused} busy={counting.step === 'sending'} send={send} />
  }
  return (
    <form className="flow" onSubmit={begin} noValidate>
      <KeyFields problem={counting.step === 'keyTrouble' ? counting.because : undefined} />
      <ButtonRow>
        <Button busy={counting.step === 'opening' || counting.step === 'counting'}>
          {t(counting.step === 'opening' ? 'councilKey.count.opening' : 'councilKey.count.submit')}
        </Button>
      </ButtonRow>
      {counting.step === 'counting' && <CountProgress {...counting.progress} />}
      {counting.step === 'trouble' && (
        <Notice kind="warning" title={t('councilKey.count.stopped')}>
          {t(`councilKey.refused.${counting.because}`)}
        </Notice>
      )}
    </form>
  )
}

async function chosenIn(form: HTMLFormElement) {
  const field = (id: string) => form.querySelector<HTMLInputElement>(`#field-council-${id}`)
  return { file: await field('key')?.files?.[0]?.text(), passphrase: field('words')?.value ?? '' }
}

async function openedKeys(
  file: string | undefined,
  passphrase: string,
  roundId: string,
): Promise<CouncilKeys | KeyTrouble> {
  if (file === undefined) return 'fileMissing'
  const read = readCouncilFile(file)
  if (!read) return 'notAKeyFile'
  if (read.round !== roundId) return 'otherRound'
  return (await openCouncilFile(read, passphrase)) ?? 'wrongPassphrase'
}
