import { useWords } from '~/language/words'
import { ButtonLink, ButtonRow } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import { Page } from '~/ui/page'
import { PrintButton } from '~/ui/print-button'
import { LineOnBoard } from './line-text'
import type { Board } from './rules'

type BoardPageProps = { board: Board; mayWrite: boolean }

/** What management knows, does not know yet and may not say, for everybody to read and to print. */
export function BoardPage({ board, mayWrite }: BoardPageProps) {
  const { t } = useWords()
  const isEmpty = board.every(({ lines }) => lines.length === 0)
  return (
    <Page title={t('board.title')} lead={t('board.lead')}>
      {isEmpty ? <Empty /> : <Parts board={board} mayWrite={mayWrite} />}
      <div className="no-print">
        <ButtonRow>
          {mayWrite && <ButtonLink to="/app/board/new">{t('board.add')}</ButtonLink>}
          {!isEmpty && <PrintButton kind={mayWrite ? 'quiet' : 'main'}>{t('board.print')}</PrintButton>}
        </ButtonRow>
      </div>
    </Page>
  )
}

/** An empty board says what would stand on it, so that people know what they may ask for. */
function Empty() {
  const { t } = useWords()
  return (
    <EmptyState title={t('board.empty.title')}>
      <p>{t('board.empty.text')}</p>
      <ul>
        <li>{t('board.explained.known')}</li>
        <li>{t('board.explained.unknown')}</li>
        <li>{t('board.explained.unsayable')}</li>
      </ul>
      <p>{t('board.empty.ask')}</p>
    </EmptyState>
  )
}

function Parts({ board, mayWrite }: BoardPageProps) {
  const { t } = useWords()
  return (
    <div className="columns">
      {board.map(({ part, lines }) => (
        <section key={part}>
          <h2 className="column-title">{t(`board.part.${part}`)}</h2>
          {lines.length === 0 && <p className="note">{t('board.none')}</p>}
          <ul className="board-lines">
            {lines.map(line => (
              <LineOnBoard key={line.id} line={line} mayWrite={mayWrite} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}
