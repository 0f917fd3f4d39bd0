import { addDays, type Day } from '~/calendar'
import type { LineWords } from '~/conversations/board/rules'
import { addLine } from '~/conversations/board/store.server'

type Told = LineWords & { daysAgo: number }

/** What the invented management says of itself; the day of one line is past, as happens. */
const lines = (today: Day): Told[] => [
  {
    part: 'known',
    line: 'Tot eind volgend jaar verliest niemand het werk door AI. Dat staat ook in het register.',
    daysAgo: 40,
  },
  { part: 'known', line: 'De chatbot beantwoordt alleen vragen over openingstijden en bestellingen.', daysAgo: 12 },
  { part: 'known', line: 'Wie meedoet aan een proef, krijgt daar uren voor in het rooster.', daysAgo: 75 },
  {
    part: 'unknown',
    line: 'Of de avondploeg ook met de samenvatter gaat werken.',
    because: 'De proef in de ochtend loopt nog. De werkgroep beslist daarna mee.',
    untilOn: addDays(today, 24),
    daysAgo: 12,
  },
  {
    part: 'unknown',
    line: 'Hoeveel uur training iedereen volgend jaar krijgt.',
    because: 'De begroting is nog niet klaar.',
    untilOn: addDays(today, -6),
    daysAgo: 40,
  },
  {
    part: 'unsayable',
    line: 'Wat we aan de leverancier betalen.',
    because: 'Dat staat zo in het contract. We vragen of we een bedrag mogen noemen.',
    untilOn: addDays(today, 45),
    daysAgo: 40,
  },
]

/** Fills the board of the demo the way management does, each line on its own day. */
export async function demoBoard(today: Day) {
  for (const { daysAgo, ...words } of lines(today)) {
    const decision = await addLine(words, addDays(today, -daysAgo))
    if (!decision.ok) throw new Error(`the demo writes on the board what is refused: ${decision.because}`)
  }
}
