import { useWords } from '~/language/words'
import { useDayInWords } from '~/ui/day'
import type { Card } from './machine.client'

export type CardRound = { id: string; number: number; opensOn: string; closesOn: string; organisation: string }
export type CardSheet = { round: CardRound; unit: string; origin: string; cards: readonly Card[] }

/** The cards as they come out of the printer: eight on a sheet, with lines to cut along. */
export function SlipCards({ round, unit, origin, cards }: CardSheet) {
  const { t } = useWords()
  return (
    <ol className="slip-cards" aria-label={t('slips.cards.label')}>
      {cards.map(card => (
        <li className="slip-card" key={card.code}>
          <SlipCard card={card} round={round} unit={unit} address={addressOf(origin, round)} />
        </li>
      ))}
    </ol>
  )
}

type SlipCardProps = { card: Card; round: CardRound; unit: string; address: string }

function SlipCard({ card: { code, square }, round, unit, address }: SlipCardProps) {
  const { t } = useWords()
  const inWords = useDayInWords()
  return (
    <>
      <p className="slip-card-title">
        <b>{t('slips.cards.title', { number: round.number })}</b> {round.organisation}
      </p>
      <svg className="slip-card-square" viewBox={`-4 -4 ${square.size + 8} ${square.size + 8}`} aria-hidden="true">
        <path d={square.path} />
      </svg>
      <div className="slip-card-how">
        <p>{t('slips.cards.how', { address })}</p>
        <p>{t('slips.cards.days', { opens: inWords(round.opensOn), closes: inWords(round.closesOn) })}</p>
        <p>{t('slips.cards.secret')}</p>
      </div>
      <p className="slip-card-code">{code}</p>
      <p className="slip-card-unit">{t('slips.cards.unit', { unit })}</p>
    </>
  )
}

const addressOf = (origin: string, { id }: CardRound) => `${origin.replace(/^https?:\/\//, '')}/ballot/${id}/slip`
