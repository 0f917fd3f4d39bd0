import { Form, useNavigation } from '@remix-run/react'
import { type ChangeEvent, useState } from 'react'
import { useWords } from '~/language/words'
import { Button, ButtonRow } from '~/ui/button'
import { Notice } from '~/ui/notice'
import { OwnField, saveAs } from './fields'
import { KindChoice } from './kind-choice'
import { loadMachine } from './machine.client'

/** A key that was made in this browser; the file is encrypted, the passphrase is only kept to try the saved file with. */
export type MadeKey = { key: string; file: string; name: string; passphrase: string; fingerprint: string }

/** Lets a key be saved, tries whether the saved file opens, and only then offers to send the public half. */
export function KeptKey({ made, startAgain }: { made: MadeKey; startAgain: () => void }) {
  const { t } = useWords()
  const [isSaved, setSaved] = useState(false)
  const [tried, setTried] = useState<'right' | 'wrong'>()
  const fileName = `witness-key-${made.name.replaceAll(/[^\w.-]/g, '-')}.json`
  const save = () => {
    saveAs(fileName, made.file)
    setSaved(true)
  }
  const tryFile = async (event: ChangeEvent<HTMLInputElement>) => {
    const text = await event.target.files?.[0]?.text()
    if (text !== undefined) setTried((await isSameKey(text, made)) ? 'right' : 'wrong')
  }
  return (
    <div className="flow">
      <Notice kind="done" title={t('witness.kept.made')}>
        <p>{t('witness.kept.saveFirst')}</p>
      </Notice>
      <ButtonRow>
        <Button type="button" kind={isSaved ? 'quiet' : 'main'} onClick={save}>
          {t('witness.kept.save')}
        </Button>
        {tried !== 'right' && (
          <Button type="button" kind="plain" onClick={startAgain}>
            {t('witness.kept.again')}
          </Button>
        )}
      </ButtonRow>
      {isSaved && (
        <OwnField
          id="witness-file"
          type="file"
          accept=".json,application/json"
          label={t('witness.kept.try')}
          hint={t('witness.kept.tryHint', { file: fileName })}
          error={tried === 'wrong' ? t('witness.kept.tryWrong') : undefined}
          onChange={tryFile}
        />
      )}
      {tried === 'right' && <SendKey made={made} />}
    </div>
  )
}

/** Returns whether a file holds the very key that was made and opens with its passphrase. */
async function isSameKey(text: string, { key, passphrase }: MadeKey): Promise<boolean> {
  const machine = await loadMachine()
  const file = machine.readKeyFile(text)
  return file?.key === key && (await machine.openKey(file, passphrase)) !== undefined
}

function SendKey({ made: { key, fingerprint } }: { made: MadeKey }) {
  const { t } = useWords()
  const isSending = useNavigation().state !== 'idle'
  return (
    <Form method="post" className="flow">
      <Notice kind="done">{t('witness.kept.works')}</Notice>
      <p>
        {t('witness.kept.noteFingerprint')} <code>{fingerprint}</code>
      </p>
      <input type="hidden" name="key" value={key} />
      <KindChoice />
      <ButtonRow>
        <Button busy={isSending}>{t('witness.new.send')}</Button>
      </ButtonRow>
    </Form>
  )
}
