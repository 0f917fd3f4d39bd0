import { useWords } from '~/language/words'
import type { PromiseStatus } from './words'

/** A sign for who cannot see colours; the word beside it says the same. */
const signs: Record<PromiseStatus | 'overdue', string> = {
  made: '○',
  underWay: '→',
  claimedKept: '?',
  claimedPartly: '?',
  claimedBroken: '?',
  disputed: '≠',
  kept: '✓',
  partly: '½',
  broken: '×',
  withdrawn: '–',
  superseded: '–',
  overdue: '!',
}

/** How a promise stands, in a word with its sign; overdue stands before everything else. */
export function StatusWord({ status, isOverdue }: { status: PromiseStatus; isOverdue?: boolean }) {
  const word = isOverdue ? 'overdue' : status
  return (
    <span className="promise-status">
      <OneWord word={word} />
      {isOverdue && status !== 'made' && <OneWord word={status} />}
    </span>
  )
}

function OneWord({ word }: { word: PromiseStatus | 'overdue' }) {
  const { t } = useWords()
  return (
    <span className="status-word" data-status={word}>
      <span className="status-sign" aria-hidden="true">
        {signs[word]}
      </span>
      {t(`promises.status.${word}`)}
    </span>
  )
}
