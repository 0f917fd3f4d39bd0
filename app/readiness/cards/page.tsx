import { useWords } from '~/language/words'
import { Notice } from '~/ui/notice'
import { Page, Section } from '~/ui/page'
import { moodCards, type ReferenceCard, voiceCards } from './rules'

/** Cards to cut out and put on the table. No figure of the own organisation stands on this page, ever. */
export function CardsPage() {
  const { t } = useWords()
  return (
    <Page title={t('readiness.cards.title')} lead={t('readiness.cards.lead')}>
      <Notice>{t('readiness.cards.never')}</Notice>
      <p className="note no-print">{t('readiness.needs.printHint')}</p>
      <Section title={t('readiness.cards.voices')}>
        <Cards cards={voiceCards} />
      </Section>
      <Section title={t('readiness.cards.moods')}>
        <Cards cards={moodCards} />
      </Section>
    </Page>
  )
}

const Cards = ({ cards }: { cards: readonly ReferenceCard[] }) => (
  <ul className="talk-cards">
    {cards.map(card => (
      <li key={card.of === 'rest' ? card.of : card.name} className="talk-card">
        <Card card={card} />
      </li>
    ))}
  </ul>
)

/** One card. Where its figure comes from stands on the card itself, so that it goes wherever the card goes. */
function Card({ card }: { card: ReferenceCard }) {
  const { t } = useWords()
  return (
    <>
      <CardWords card={card} />
      <p className="talk-card-share">
        <b>{t('readiness.cards.share', { share: card.sharePercent })}</b> {t('readiness.cards.byPaper')}
      </p>
      <p className="talk-card-source">{t('readiness.cards.source')}</p>
    </>
  )
}

function CardWords({ card }: { card: ReferenceCard }) {
  const { t } = useWords()
  if (card.of === 'mood') return <h3>{t(`readiness.cards.mood.${card.name}`)}</h3>
  const isVoice = card.of === 'voice'
  return (
    <>
      <h3>{isVoice ? <q>{t(`readiness.voice.${card.name}`)}</q> : t('readiness.cards.rest')}</h3>
      <p>{isVoice ? t(`readiness.cards.ask.${card.name}`) : t('readiness.cards.restText')}</p>
    </>
  )
}
