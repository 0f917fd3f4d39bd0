import { addDays, type Day } from '~/calendar'
import { recordEvidence } from '~/promises/evidence/store.server'
import { findPromise } from '~/promises/reading.server'
import type { PromiseMove } from '~/promises/rules'
import { recordAmendment, recordMove, recordPromise } from '~/promises/store.server'
import { recordAsking } from '~/promises/verdict-store.server'
import type { PromiseSaid } from '~/promises/words'

type By = { roles: ('executive' | 'worksCouncil')[] }
const board: By = { roles: ['executive'] }
const council: By = { roles: ['worksCouncil'] }

/** What happened to a promise, in days before today: a step, evidence, or a new day. */
type Later =
  | { ago: number; move: PromiseMove; note: string }
  | { ago: number; shown: string; by: By }
  | { ago: number; dueIn: number; reason: string }
  | { ago: number; asks: 'staff' }
type Told = Omit<PromiseSaid, 'madeOn' | 'dueOn' | 'ownerRole'> & { ago: number; dueIn: number; later: Later[] }

/** Invented promises, each with a fate of its own: kept, broken, disputed, judged by colleagues, overdue, still running. */
const told: readonly Told[] = [
  {
    text: 'Iedereen krijgt 8 uur training over AI, in werktijd, vóór de proef in het eigen team begint.',
    why: 'Jullie wilden leren, maar niet in je eigen tijd.',
    scope: 'Alle teams, ook de avonddienst en uitzendkrachten.',
    exclusions: 'Geen diploma, en geen training voor systemen die we nog niet hebben.',
    measure: 'Per team een lijst: 8 uur in het rooster, 8 uur gevolgd.',
    barrier: 'too_old',
    ...{ ago: 300, dueIn: -120 },
    later: [
      { ago: 250, move: 'begin', note: 'De eerste drie teams staan ingepland.' },
      { ago: 140, shown: '214 van de 214 mensen hebben 8 uur gevolgd. Lijst ligt bij de OR.', by: board },
      { ago: 130, move: 'claimKept', note: 'Alle teams hebben hun 8 uur gehad.' },
      { ago: 124, move: 'confirm', note: 'Wij hebben de lijst per team nagekeken. Het klopt.' },
    ],
  },
  {
    text: 'Elk idee krijgt binnen 10 werkdagen ja, nee of later, met de reden erbij.',
    why: 'Er werd iets gedaan met ideeën, maar bijna niemand wist dat.',
    scope: 'Alle ideeën die via het formulier komen.',
    exclusions: 'Ideeën die over een persoon gaan.',
    measure: 'Elke maand: hoeveel ideeën, hoeveel op tijd beantwoord.',
    barrier: 'unheard',
    ...{ ago: 220, dueIn: -60 },
    later: [
      { ago: 66, move: 'claimKept', note: '41 van de 46 ideeën waren op tijd beantwoord.' },
      { ago: 58, move: 'dispute', note: 'Vijf mensen wachtten zes weken. Elk idee was de belofte.' },
      { ago: 9, asks: 'staff' },
    ],
  },
  {
    text: 'De proef in Mechelen begint pas als de Franstalige training klaar is.',
    why: 'De Franstalige lijn bleef achter.',
    scope: 'De locatie Mechelen.',
    exclusions: 'geen',
    measure: 'Een dag waarop de proef begon, en een dag waarop de laatste training was.',
    barrier: 'distrust',
    ...{ ago: 200, dueIn: -90 },
    later: [
      { ago: 92, move: 'claimBroken', note: 'Wij zijn twee weken te vroeg begonnen. Dat had niet gemoeten.' },
      { ago: 85, move: 'confirm', note: 'Zo was het. Goed dat jullie het zelf zeggen.' },
    ],
  },
  {
    text: 'Niemand raakt zijn baan kwijt doordat AI werk overneemt.',
    why: 'Dit is de grootste zorg in elke ronde.',
    scope: 'Iedereen met een vast of tijdelijk contract.',
    exclusions: 'Wie zelf weggaat, wordt misschien niet vervangen. Na de einddatum beloven wij niets.',
    measure: '0 ontslagen met AI als reden. De OR telt mee, elk kwartaal.',
    barrier: 'job_loss',
    ...{ ago: 310, dueIn: 420 },
    later: [
      { ago: 280, move: 'begin', note: '' },
      { ago: 90, shown: 'Derde kwartaal: 0 ontslagen met AI als reden. Geteld met de OR.', by: council },
    ],
  },
  {
    text: 'De twaalf mensen van de werkgroep houden 8 uur per week vrij in het rooster.',
    why: 'De uren stonden op papier, maar niet in het rooster.',
    scope: 'De werkgroep AI.',
    exclusions: 'Niet in de twee weken rond de jaarwisseling.',
    measure: 'Planning telt elke maand de uren: afgesproken en gekregen.',
    barrier: 'unheard',
    ...{ ago: 110, dueIn: -8 },
    later: [{ ago: 70, dueIn: -8, reason: 'Planning had een maand nodig voor het nieuwe rooster.' }],
  },
  {
    text: 'Elke update over AI komt ook om 20.00 uur, met tijd voor vragen.',
    why: 'De avonddienst hoorde alles als laatste.',
    scope: 'Avonddienst en nachtdienst.',
    exclusions: 'Geen aparte update in het weekend.',
    measure: 'Een lijst met alle updates, met dag en uur.',
    barrier: 'distrust',
    ...{ ago: 240, dueIn: -70 },
    later: [
      { ago: 68, move: 'claimKept', note: 'Tien van de elf updates waren er ook om 20.00 uur.' },
      {
        ago: 60,
        move: 'dispute',
        note: 'Eén keer niet is niet elke keer. De collega’s zijn erbij geweest, zij mogen het zeggen.',
      },
      { ago: 58, asks: 'staff' },
    ],
  },
]

/** Something that happens so many days before today. */
export type Deed = { ago: number; play: () => Promise<unknown> }

/**
 * Prepares the promises of the invented board, which go through the same doors as real ones.
 *
 * @param also what else happens in that year, to be played in its turn
 * @returns a way to play all that happened up to a day: the ledger is written in the order of the days
 */
export function demoPromises(today: Day, also: readonly Deed[] = []): (until: Day) => Promise<void> {
  const waiting = [...told.flatMap(one => deedsOf(one, today)), ...also].sort((a, b) => b.ago - a.ago)
  return async until => {
    while (waiting[0] && addDays(today, -waiting[0].ago) <= until) await waiting.shift()!.play()
  }
}

function deedsOf({ ago, dueIn, later, ...words }: Told, today: Day): Deed[] {
  const madeOn = addDays(today, -ago)
  const first = later.some(one => 'dueIn' in one) ? dueIn - 30 : dueIn
  const said: PromiseSaid = { ...words, ownerRole: 'executive', madeOn, dueOn: addDays(today, first) }
  let id = ''
  const make = async () => {
    id = must(await recordPromise(said, board, noonOf(madeOn))).id
  }
  return [{ ago, play: make }, ...later.map(one => ({ ago: one.ago, play: () => happen(id, one, today) }))]
}

async function happen(id: string, one: Later, today: Day) {
  const day = addDays(today, -one.ago)
  const at = noonOf(day)
  const promise = (await findPromise(id, day))!
  const seen = promise.version
  if ('asks' in one) return must(await recordAsking(id, seen, council, at))
  if ('shown' in one) return must(await recordEvidence(id, { note: one.shown }, one.by, at))
  if ('dueIn' in one) {
    const words = { ...promise.now, dueOn: addDays(today, one.dueIn) }
    return must(await recordAmendment(id, { seen, words, reason: one.reason }, board, at))
  }
  const by = one.move === 'confirm' || one.move === 'dispute' ? council : board
  return must(await recordMove(id, { move: one.move, seen, note: one.note }, by, at))
}

const noonOf = (day: Day) => new Date(`${day}T11:00:00Z`)

function must<T>(decision: { ok: true; value: T } | { ok: false; because: string }): T {
  if (!decision.ok) throw new Error(`the demo promises something that is refused: ${decision.because}`)
  return decision.value
}
