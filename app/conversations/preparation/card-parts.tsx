import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useWords } from '~/language/words'
import { guideAddress } from '../guides/rules'
import type { Sheet } from './sheet'

const cardParts = ['open', 'ask', 'avoid', 'agree', 'stop'] as const
type CardPart = (typeof cardParts)[number]

/** One part of the sheet. `isForLead`: help for whoever leads the talk, not for the screen that all look at. */
export type Part = { id: string; title: string; body: ReactNode; isForLead?: boolean }

/** Returns the parts of the card; what is said aloud to all is for all, the rest for who leads. */
export function useCard(sheet: Sheet): Part[] {
  const { t } = useWords()
  return cardParts.map(part => ({
    id: part,
    title: t(`guides.part.${part}`),
    body: <CardLines part={part} sheet={sheet} />,
    isForLead: part !== 'ask',
  }))
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
