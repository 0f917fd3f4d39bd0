import { Form, useNavigation } from '@remix-run/react'
import { useWords } from '~/language/words'
import { Button, ButtonRow } from '~/ui/button'
import { Checkbox } from '~/ui/choice'
import { Notice } from '~/ui/notice'
import { SavedFile } from '~/ui/saved-file'
import { openCouncilFile, readCouncilFile } from './file'
import type { KeyInHand } from './key-maker'

/** Lets the file be saved for two members, tries whether the saved file opens, and only then sends the public halves. */
export function CouncilKeyKept({ made, startAgain }: { made: KeyInHand; startAgain: () => void }) {
  const { t } = useWords()
  const name = `stembus-sleutel-${made.round}.json`
  return (
    <SavedFile
      id="council-file"
      file={{ name, text: made.file }}
      say={word => t(`councilKey.kept.${word}`, { file: name })}
      isRight={text => isSameKey(text, made)}
      startAgain={startAgain}
    >
      <SendHalves made={made} />
    </SavedFile>
  )
}

/** Returns whether a file holds the very key that was made and opens with its passphrase. */
async function isSameKey(text: string, { boxKey, passphrase }: KeyInHand): Promise<boolean> {
  const file = readCouncilFile(text)
  return file?.boxKey === boxKey && (await openCouncilFile(file, passphrase)) !== undefined
}

function SendHalves({ made: { boxKey, signingKey } }: { made: KeyInHand }) {
  const { t } = useWords()
  const isSending = useNavigation().state !== 'idle'
  return (
    <Form method="post" className="flow">
      <Notice kind="done">{t('councilKey.kept.works')}</Notice>
      <input type="hidden" name="boxKey" value={boxKey} />
      <input type="hidden" name="signingKey" value={signingKey} />
      <Checkbox name="shared" label={t('councilKey.kept.shared')} hint={t('councilKey.kept.sharedHint')} required />
      <ButtonRow>
        <Button busy={isSending}>{t('councilKey.kept.send')}</Button>
      </ButtonRow>
    </Form>
  )
}
