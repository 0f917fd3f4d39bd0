import { Form, useNavigation } from '@remix-run/react'
import { useWords } from '~/language/words'
import { Button, ButtonRow } from '~/ui/button'
import { Notice } from '~/ui/notice'
import { SavedFile } from '~/ui/saved-file'
import { KindChoice } from './kind-choice'
import { loadMachine } from './machine.client'

/** A key that was made in this browser; the file is encrypted, the passphrase is only kept to try the saved file with. */
export type MadeKey = { key: string; file: string; name: string; passphrase: string; fingerprint: string }

/** Lets a key be saved, tries whether the saved file opens, and only then offers to send the public half. */
export function KeptKey({ made, startAgain }: { made: MadeKey; startAgain: () => void }) {
  const { t } = useWords()
  const name = `witness-key-${made.name.replaceAll(/[^\w.-]/g, '-')}.json`
  return (
    <SavedFile
      id="witness-file"
      file={{ name, text: made.file }}
      say={word => t(`witness.kept.${word}`, { file: name })}
      isRight={text => isSameKey(text, made)}
      startAgain={startAgain}
    >
      <SendKey made={made} />
    </SavedFile>
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
