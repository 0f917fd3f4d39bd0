import { Link } from '@remix-run/react'
import { useWords } from '~/language/words'
import { useDayInWords } from '~/ui/day'
import type { LineShown, LineWords } from './rules'

type LineTextProps = { line: LineWords & { isLate?: boolean } }

/** A line of the board as everybody reads it: the words, why not more, and by when there is. */
export function LineText({ line: { line, because, untilOn, isLate = false } }: LineTextProps) {
  const { t } = useWords()
  const inWords = useDayInWords()
  return (
    <div className="board-line">
      <p>{line}</p>
      {because && <p className="note">{t('board.because', { because })}</p>}
      {untilOn && (
        <p className="board-until" data-late={isLate || undefined}>
          {t(isLate ? 'board.late' : 'board.until', { date: inWords(untilOn, 'short') })}
        </p>
      )}
    </div>
  )
}

/** A line on the board; for whoever writes there, with the way to change it. */
export function LineOnBoard({ line, mayWrite }: { line: LineShown; mayWrite: boolean }) {
  const { t } = useWords()
  const inWords = useDayInWords()
  return (
    <li className="register-entry">
      <LineText line={line} />
      <p className="note">{t('board.changedOn', { date: inWords(line.changedOn, 'short') })}</p>
      {mayWrite && (
        <p className="no-print">
          <Link to={`/app/board/${line.id}`}>
            {t('board.change')}
            <span className="only-read-aloud">: {line.line}</span>
          </Link>
        </p>
      )}
    </li>
  )
}
