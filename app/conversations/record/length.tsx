import { useMemo } from 'react'
import { useWords } from '~/language/words'
import { softWordsIn } from './soft-words'

/** Says how many signs are left. Nothing is cut off: what is too long stays until somebody makes it shorter. */
export function LengthSaid({ text, limit }: { text: string; limit: number }) {
  const { t } = useWords()
  const left = limit - text.length
  if (left < 0) return null
  return <p className="field-count">{t('shell.field.charactersLeft', { count: left })}</p>
}

/** Returns what to say beside a text that is too long; nothing when it fits. */
export function useTooLong(text: string, limit: number): string | undefined {
  const { t } = useWords()
  return text.length > limit ? t('record.problem.tooLong', { count: text.length - limit }) : undefined
}

/** Warns beside a field of what has no place in a record. It stays in this browser, and stops nobody. */
export function SoftWarning({ text }: { text: string }) {
  const { t } = useWords()
  const found = useMemo(() => softWordsIn(text), [text])
  return (
    <div role="status">
      {found.length > 0 && (
        <div className="notice" data-kind="warning">
          <p className="notice-title">{t('record.soft.title')}</p>
          <ul>
            {found.map(({ kind, words }) => (
              <li key={kind}>
                {t(`record.soft.${kind}`)} <q>{words.join(', ')}</q>
              </li>
            ))}
          </ul>
          <p>{t('record.soft.text')}</p>
        </div>
      )}
    </div>
  )
}
