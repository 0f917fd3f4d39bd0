import { Link } from '@remix-run/react'
import { useWords } from '~/language/words'
import { PromiseLink } from '~/promises/register-table'
import { StatusWord } from '~/promises/status-word'
import { useDayInWords } from '~/ui/day'
import { LineText } from '../board/line-text'
import type { Sheet } from './sheet'

/** Promises that come up in this talk, each with its day and how it stands; the others are in the register. */
export function PromisesPart({ promises: { rows, left } }: Pick<Sheet, 'promises'>) {
  const { t } = useWords()
  const inWords = useDayInWords()
  return (
    <>
      {rows.length === 0 && <p>{t('preparation.promises.none')}</p>}
      <ul className="prepared-lines">
        {rows.map(promise => (
          <li key={promise.id}>
            <PromiseLink promise={promise} home="/app/promises" />{' '}
            <span className="note">
              {t('promises.home.due', { date: inWords(promise.dueOn, 'short') })} <StatusWord {...promise} />
            </span>
          </li>
        ))}
      </ul>
      {left > 0 && <p className="note">{t('preparation.promises.left', { count: left })}</p>}
      <p className="no-print prepared-way">
        <Link to="/app/promises">{t('preparation.promises.register')}</Link>
      </p>
    </>
  )
}

/** What the team agreed before and is still open: who by role, and by when. */
export function AgreementsPart({ agreements: { rows, left } }: Pick<Sheet, 'agreements'>) {
  const { t } = useWords()
  const inWords = useDayInWords()
  return (
    <>
      {rows.length === 0 && <p>{t('preparation.agreements.none')}</p>}
      <ul className="prepared-lines">
        {rows.map(({ id, action, owner, dueOn, isLate }) => (
          <li key={id}>
            {action}{' '}
            <span className="note">
              {t('preparation.agreements.who', {
                owner: t(`teamTalks.owner.${owner}`),
                date: inWords(dueOn, 'short'),
              })}{' '}
              {isLate && <strong>{t('preparation.agreements.late')}</strong>}
            </span>
          </li>
        ))}
      </ul>
      {left > 0 && <p className="note">{t('preparation.agreements.left', { count: left })}</p>}
    </>
  )
}

/** What management knows, does not know yet and may not say, as far as it fits; the rest is on the board. */
export function BoardPart({ board: { board, left } }: Pick<Sheet, 'board'>) {
  const { t } = useWords()
  return (
    <>
      <div className="columns prepared-board">
        {board.map(({ part, lines }) => (
          <div key={part}>
            <h3 className="column-title">{t(`board.part.${part}`)}</h3>
            {lines.length === 0 && <p className="note">{t('board.none')}</p>}
            {lines.map(line => (
              <LineText key={line.id} line={line} />
            ))}
          </div>
        ))}
      </div>
      {left > 0 && <p className="note">{t('preparation.boardLeft', { count: left })}</p>}
      <p className="no-print prepared-way">
        <Link to="/app/board">{t('board.toBoard')}</Link>
      </p>
    </>
  )
}
