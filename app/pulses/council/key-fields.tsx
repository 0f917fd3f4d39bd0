import { useWords } from '~/language/words'
import { KeyFileFields } from '~/ui/key-file-fields'
import type { Progress } from './download.client'

/** What can be wrong with a file or a passphrase before anything is fetched. */
export type KeyTrouble = 'fileMissing' | 'notAKeyFile' | 'wrongPassphrase' | 'otherRound'

/** Asks for the file and its passphrase; both stay in this browser. */
export function KeyFields({ problem }: { problem?: KeyTrouble }) {
  const { t } = useWords()
  const isAbout = problem === 'wrongPassphrase' ? 'passphrase' : 'file'
  return (
    <KeyFileFields
      file={{ id: 'council-key', label: t('councilKey.count.file'), hint: t('councilKey.count.fileHint') }}
      passphrase={{
        id: 'council-words',
        label: t('councilKey.key.passphrase'),
        hint: t('councilKey.count.passphraseHint'),
      }}
      problem={problem && { text: t(`councilKey.trouble.${problem}`), isAbout }}
    />
  )
}

/** Says how far the count is, in words and as a bar. */
export function CountProgress({ done = 0, all }: Partial<Progress>) {
  const { t } = useWords()
  const words = all === undefined ? t('councilKey.count.fetching') : t('councilKey.count.progress', { done, all })
  return (
    <div className="flow">
      <p role="status">{words}</p>
      <progress
        className="count-progress"
        value={all === undefined ? undefined : done}
        max={all || 1}
        aria-label={words}
      />
    </div>
  )
}
