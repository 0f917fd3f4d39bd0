import { useWords } from '~/language/words'
import { OwnField } from '~/ledger/witnesses/fields'
import type { Progress } from './download.client'

/** What can be wrong with a file or a passphrase before anything is fetched. */
export type KeyTrouble = 'fileMissing' | 'notAKeyFile' | 'wrongPassphrase' | 'otherRound'

/** Asks for the file and its passphrase; both stay in this browser. */
export function KeyFields({ problem }: { problem?: KeyTrouble }) {
  const { t } = useWords()
  const error = problem && t(`councilKey.trouble.${problem}`)
  const isAboutFile = problem !== 'wrongPassphrase'
  return (
    <>
      <OwnField
        id="council-key"
        type="file"
        accept=".json,application/json"
        label={t('councilKey.count.file')}
        hint={t('councilKey.count.fileHint')}
        error={isAboutFile ? error : undefined}
      />
      <OwnField
        id="council-words"
        type="password"
        autoComplete="off"
        label={t('councilKey.key.passphrase')}
        hint={t('councilKey.count.passphraseHint')}
        error={isAboutFile ? undefined : error}
      />
    </>
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
