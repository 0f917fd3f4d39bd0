import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useWords } from '~/language/words'
import { guideAddress } from '../guides/rules'
import { AgreementsPart, BoardPart, PromisesPart } from './kept-parts'
import { SaidPart } from './said-part'
import type { RoundSaid, Sheet } from './sheet'

const cardParts = ['open', 'ask', 'avoid', 'agree', 'stop'] as const
type CardPart = (typeof cardParts)[number]

/** One part of the sheet. `isForLead`: help for whoever leads the talk, not for the screen that all look at. */
export type Part = { id: string; title: string; body: ReactNode; isForLead?: boolean }

/** Returns the parts of a sheet in the order of the talk. */
export function useParts(sheet: Sheet): Part[] {
  const { t } = useWords()
  const { said, check } = sheet
  const isSame = said?.round.id === check?.round.id
  return [
    {
      id: 'said',
      title: t(`preparation.part.${aboutWhom(said)}`),
      body: said ? <SaidPart said={said} /> : <NoResult />,
    },
    ...(check && isSame
      ? []
      : [{ id: 'barrier', title: t('preparation.part.barrier'), body: <Barrier sheet={sheet} /> }]),
    ...cardParts.map(part => ({
      id: part,
      title: t(`guides.part.${part}`),
      body: <CardLines part={part} sheet={sheet} />,
      isForLead: part !== 'ask',
    })),
    { id: 'promises', title: t('preparation.part.promises'), body: <PromisesPart promises={sheet.promises} /> },
    {
      id: 'agreements',
      title: t('preparation.part.agreements'),
      body: <AgreementsPart agreements={sheet.agreements} />,
    },
    { id: 'board', title: t('board.title'), body: <BoardPart board={sheet.board} /> },
  ]
}

/** Whose words stand on the sheet: the team's own, those of a larger group it is in, or everybody's. */
function aboutWhom(said: RoundSaid | undefined) {
  if (typeof said?.about === 'string') return 'everybody'
  return said && said.about.others.length > 0 ? 'together' : 'said'
}

function NoResult() {
  const { t } = useWords()
  return <p>{t('preparation.noResult')}</p>
}

function Barrier({ sheet: { check } }: { sheet: Sheet }) {
  const { t } = useWords()
  return check ? <SaidPart said={check} /> : <p>{t('preparation.noCheck')}</p>
}

function CardLines({ part, sheet: { card } }: { part: CardPart; sheet: Sheet }) {
  const isSaid = part === 'open' || part === 'ask'
  return (
    <>
      {part === 'open' && <WhichCard card={card} />}
      <ul>
        {part === 'avoid'
          ? card.words.avoid.map(({ say, because }) => (
              <li key={say}>
                <q>{say}</q> {because}
              </li>
            ))
          : card.words[part].map(line => <li key={line}>{isSaid ? <q>{line}</q> : line}</li>)}
      </ul>
    </>
  )
}

/** Which card it is and why it lies here: the choice is told, so that another one can be made. */
function WhichCard({ card: { slug, reason } }: Pick<Sheet, 'card'>) {
  const { t } = useWords()
  return (
    <p className="note">
      <Link to={guideAddress(slug)}>{t('preparation.card.name', { title: t(`guides.name.${slug}`) })}</Link>{' '}
      {t(`preparation.card.${reason}`)}
    </p>
  )
}
