import { Form, useNavigation } from '@remix-run/react'
import { type ChangeEvent, useState } from 'react'
import { useWords } from '~/language/words'
import { OwnField, saveAs } from '~/ledger/witnesses/fields'
import { Button, ButtonRow } from '~/ui/button'
import { Checkbox } from '~/ui/choice'
import { Notice } from '~/ui/notice'
import { openCouncilFile, readCouncilFile } from './file'
import type { KeyInHand } from './key-maker'

/** Lets the file be saved for two members, tries whether the saved file opens, and only then sends the public halves. */
export function CouncilKeyKept({ made, startAgain }: { made: KeyInHand; startAgain: () => void }) {
  const { t } = useWords()
  const [isSaved, setSaved] = useState(false)
  const [tried, setTried] = useState<'right' | 'wrong'>()
  const fileName = `stembus-sleutel-${made.round}.json`
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
      <Notice kind="done" title={t('councilKey.kept.made')}>
        <p>{t('councilKey.kept.saveFirst')}</p>
      </Notice>
      <ButtonRow>
        <Button type="button" kind={isSaved ? 'quiet' : 'main'} onClick={save}>
          {t('councilKey.kept.save')}
        </Button>
        {tried !== 'right' && (
          <Button type="button" kind="plain" onClick={startAgain}>
            {t('councilKey.kept.again')}
          </Button>
        )}
      </ButtonRow>
      {isSaved && (
        <OwnField
          id="council-file"
          type="file"
          accept=".json,application/json"
          label={t('councilKey.kept.try')}
          hint={t('councilKey.kept.tryHint', { file: fileName })}
          error={tried === 'wrong' ? t('councilKey.kept.tryWrong') : undefined}
          onChange={tryFile}
        />
      )}
      {tried === 'right' && <SendHalves made={made} />}
    </div>
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
