import { addDays } from '~/calendar'
import type { Direction, Measurement } from '~/gates/criteria'
import { turnFormalKey } from '~/gates/formal/store.server'
import { recordGate } from '~/gates/making/store.server'
import { recordMeasurements } from '~/gates/measuring/store.server'
import { recordOpening } from '~/gates/opening.server'
import type { Phase } from '~/gates/phases'
import { findGate } from '~/gates/store.server'
import { recordPhase, recordShown, recordUseCase } from '~/gates/use-cases/recording.server'
import { rhythmOf, suggestedIn } from '~/gates/use-cases/rules'
import { recordTask, recordTaskDone, tasksOf } from '~/gates/use-cases/tasks.server'
import { actForManagement, proposeGroupMove, proposeVeto } from '~/gates/veto/acting.server'
import type { CriterionSaid } from '~/gates/writing/criterion'
import { proposeCriteria, writeCriterion } from '~/gates/writing/store.server'
import { criteriaInWords } from '~/gates/writing/wording'
import { translatorOn } from '~/language/catalogues.server'
import { recordHanding, recordPresentation } from '~/workgroups/presenting/store.server'
import { adopt, decide, type Group, must, named, noonAgo, openVoteOn, voteBut } from './deciding'
import type { Deed } from './promises'

const words = translatorOn('nl')
type Road = { id: string; plan: string }
type Place = { gateId: string; version: number }

/**
 * Prepares the road of two invented use cases: one that went through the first phase and stands before its second gate,
 * shut by a veto that management answered; and one that has only begun.
 */
export function demoRoad(group: Group, small: Group): Deed[] {
  const road: Road = { id: '', plan: '' }
  const pilot: Place = { gateId: '', version: 1 }
  const live: Place = { gateId: '', version: 1 }
  return [
    ...listening(group, road),
    {
      ago: 126,
      play: () =>
        makeGate(group, pilot, {
          useCaseId: road.id,
          kind: 'pilotStart',
          name: 'Proef met wachtwoorden',
          shares: [20],
        }),
    },
    ...judging(group, pilot, {
      writtenAgo: 125,
      from: 120,
      weeks: [113, 106, 99, 92],
      judgedAgo: 88,
      keyAgo: 85,
      values: good,
    }),
    { ago: 84, play: async () => must(await recordOpening(pilot, group.people.lead, noonAgo(group.today, 84))) },
    ...firstVeto(group, pilot),
    {
      ago: 56,
      play: () =>
        makeGate(group, live, {
          useCaseId: road.id,
          kind: 'goLive',
          name: 'Wachtwoorden voor meer klanten',
          shares: [60, 80],
        }),
    },
    ...judging(group, live, {
      writtenAgo: 55,
      from: 52,
      weeks: [45, 38, 31],
      judgedAgo: 27,
      keyAgo: 25,
      values: better,
    }),
    ...secondVeto(group, live),
    ...beginning(small),
  ]
}

/** The first phase: begun, listened, a plan that colleagues saw before management did, and on to the next. */
function listening(group: Group, road: Road): Deed[] {
  const { today, people } = group
  const by = (ago: number) => ({ person: people.lead, at: noonAgo(today, ago) })
  const shown = (ago: number, output: string, note: string): Deed => ({
    ago,
    play: async () => must(await recordShown(road.id, { output, note }, by(ago))),
  })
  const member = async () => (await named('jelle.amrani')).id
  return [
    {
      ago: 178,
      play: async () => {
        const said = { name: 'Wachtwoord opnieuw instellen', workgroupId: group.id }
        road.id = must(await recordUseCase(said, noonAgo(today, 178))).id
      },
    },
    shown(
      178,
      'cao39',
      'De OR in Mechelen kreeg de informatie op papier: wat er komt, waarom, en wat het voor mensen betekent.',
    ),
    shown(
      172,
      'checkBefore',
      'Barrièremeting van alle teams. De angst voor banen was het hoogst, in de avond het meest.',
    ),
    shown(
      151,
      'teamTalks',
      '14 van de 14 teams hadden een gesprek, ook de nacht. De regels van de borden hangen in de kantine.',
    ),
    {
      ago: 142,
      play: async () => {
        road.plan = await decide(group, 142, { subject: 'plan', ...plan })
      },
    },
    {
      ago: 136,
      play: async () => {
        const said = { heldOn: addDays(today, -137), audience: 64, changed: presented }
        must(await recordPresentation(road.plan, said, await member(), noonAgo(today, 136)))
      },
    },
    { ago: 131, play: async () => must(await recordHanding(road.plan, await member(), noonAgo(today, 131))) },
    { ago: 129, play: async () => must(await recordPhase(road.id, 'prototype', by(129))) },
    ...regularly(group, road, { phase: 'prototype', ago: 124, doneAgo: [100, 50, 20, 12, 5] }),
    shown(78, 'retros', 'Zes weken terugkijken: de doorverbinding naar een mens ging twee keer mis en is hersteld.'),
    shown(
      70,
      'presentedResults',
      'Op drie middagen en een avond verteld wat de proef bracht. 71 collega’s, 23 vragen.',
    ),
  ]
}

const plan = {
  title: 'Plan: wachtwoorden eerst, en eerst met twintig procent',
  words:
    'We beginnen met één soort vraag: een wachtwoord opnieuw instellen. Dat is veel werk en weinig gesprek. We meten vooraf wat goed genoeg is. Wie er niet uitkomt, krijgt binnen een minuut een mens. De tijd die vrijkomt, gaat naar moeilijke gesprekken en niet naar minder mensen.',
}
const presented = 'De avonddienst vroeg om een mens binnen een minuut in plaats van vijf. Dat staat nu in het plan.'

type NewGate = Parameters<typeof recordGate>[0]
async function makeGate({ people }: Group, place: Place, gate: NewGate) {
  place.gateId = must(await recordGate(gate, people.lead)).id
}

const bar = (
  measure: string,
  unit: string,
  direction: Direction,
  figures: [number, number],
  source: string,
): CriterionSaid => ({
  ...{ measure, unit, direction, source },
  ...{ thresholdMilli: figures[0] * 1000, minimumVolume: figures[1] },
})
const bars = [
  bar('Goed geholpen zonder collega', '%', 'atLeast', [85, 200], 'Steekproef door twee leden, elke week'),
  bar('Goed doorgegeven aan een mens als het niet lukt', '%', 'atLeast', [95, 50], 'Nagelezen gesprekken'),
  bar('Belt binnen een week terug over hetzelfde', '%', 'atMost', [12, 200], 'Telefoniesysteem'),
  bar('Gemak volgens acht collega’s en tien klanten', 'punten', 'atLeast', [70, 8], 'Vragenlijst na de test'),
]

/** What was measured week after week, bar by bar: value and cases. */
type Figures = readonly (readonly [value: number, volume: number])[]
const good: readonly Figures[] = [
  [
    [83.5, 160],
    [94, 41],
    [12.4, 160],
    [69, 9],
  ],
  [
    [86.2, 171],
    [95.5, 38],
    [11.8, 171],
    [71, 8],
  ],
  [
    [88.1, 182],
    [97, 44],
    [10.9, 182],
    [73, 10],
  ],
  [
    [88.7, 176],
    [97.4, 40],
    [10.2, 176],
    [74, 9],
  ],
]
const better: readonly Figures[] = [
  [
    [87.9, 240],
    [96.1, 61],
    [11.1, 240],
    [73, 9],
  ],
  [
    [88.4, 255],
    [96.8, 58],
    [11.6, 255],
    [74, 10],
  ],
  [
    [89, 261],
    [97.2, 66],
    [10.8, 261],
    [74, 8],
  ],
]

type Judging = {
  writtenAgo: number
  from: number
  weeks: number[]
  judgedAgo: number
  keyAgo: number
  values: readonly Figures[]
}

/** A step from its criteria to both keys: written, fixed by vote, measured for weeks, found good, and the works council turns. */
function judging(group: Group, place: Place, { writtenAgo, from, weeks, judgedAgo, keyAgo, values }: Judging): Deed[] {
  const { today, people } = group
  const measured = weeks.map((ago, week) => ({
    ago,
    play: async () => {
      const way = { way: 'csv' as const, at: noonAgo(today, ago) }
      must(await recordMeasurements(place, weekOf(addDays(today, -ago), values[week]!), way))
    },
  }))
  return [
    { ago: writtenAgo, play: () => fix(group, place, { ago: writtenAgo, from }) },
    ...measured,
    { ago: judgedAgo, play: () => judge(group, place, judgedAgo) },
    {
      ago: keyAgo,
      play: async () => must(await turnFormalKey(place, { reason: advice }, people.council, noonAgo(today, keyAgo))),
    },
  ]
}

const advice =
  'Wij gaven advies volgens artikel 25 van de WOR. De directie neemt het over. Voor deze stap is er geen bezwaar.'

async function fix(group: Group, place: Place, { ago, from }: { ago: number; from: number }) {
  const { today } = group
  const [personId, at] = [(await named('niels.mulder')).id, noonAgo(today, ago)]
  const inWords = (all: Parameters<typeof criteriaInWords>[0]) => criteriaInWords(all, words, 'nl')
  for (const said of bars) must(await writeCriterion(place, said, { personId, inWords }, at))
  const gate = (await findGate(place.gateId))!
  const step = gate.steps.find(one => one.version === place.version)!
  const asked = {
    title: `Eisen voor ${gate.name}, ${step.targetPct} %`,
    measuringFrom: addDays(today, -from),
  }
  const { id } = must(await proposeCriteria(place, asked, { personId, inWords }, at))
  await adopt(group, await openVoteOn(group, id, { ago }), ago)
}

/** Measurements of the week before a day. */
const weekOf = (day: string, figures: Figures): Measurement[] =>
  figures.map(([value, volume], place) => ({
    ...{ criterion: place + 1, fromOn: addDays(day, -7), untilOn: addDays(day, -1) },
    ...{ valueMilli: Math.round(value * 1000), volume },
  }))

async function judge(group: Group, place: Place, ago: number) {
  const gate = (await findGate(place.gateId))!
  const step = gate.steps.find(one => one.version === place.version)!
  const notes = [
    'Elke week beter.',
    'Getest door de avonddienst.',
    'Minder dan bij ons zelf.',
    'Tekst is nu duidelijk.',
  ]
  const judgements = bars.map((_, at) => ({ criterion: at + 1, isGood: true, note: notes[at]! }))
  const said = {
    title: `Oordeel over ${gate.name}, ${step.targetPct} %`,
    words: 'Alle eisen zijn gehaald. Wij draaien onze sleutel om.',
  }
  await decide(group, ago, { subject: 'verdict', ...said, about: { ...place }, detail: { judgements } })
}

/** A veto on the pilot that made it better: the group was persuaded by what was repaired. */
function firstVeto(group: Group, pilot: Place): Deed[] {
  const { today, people } = group
  const evidence =
    'Sinds de update van maandag krijgt wie driemaal fout typt geen mens maar een lus. 17 mensen in vier dagen.'
  const persuade = 'Een week waarin iedereen na drie keer een mens krijgt, nageteld door ons.'
  return [
    { ago: 77, play: () => vetoOn(group, { ...pilot, criterion: 2, evidence, persuade }, 77) },
    {
      ago: 73,
      play: async () => {
        const reason = 'Klopt. De lus is eruit. Tot en met zondag lezen twee leden van de groep elk gesprek na.'
        must(await actForManagement('X-1', { move: 'answer', reason }, people.director, noonAgo(today, 73)))
      },
    },
    {
      ago: 66,
      play: async () => {
        const said = {
          move: 'persuaded' as const,
          reason: 'Wij telden 212 gesprekken: na drie keer fout kwam er altijd een mens.',
        }
        const by = { personId: (await named('jelle.amrani')).id, at: noonAgo(today, 66), t: words }
        const { id } = must(await proposeGroupMove('X-1', said, by))
        await adopt(group, await openVoteOn(group, id, { ago: 66 }), 66)
      },
    },
  ]
}

/** The veto that stands now: management has answered, and one vote is missing before the group knows whether it is persuaded. */
function secondVeto(group: Group, live: Place): Deed[] {
  const { today, people } = group
  const evidence =
    'Na ons oordeel liet het klantenpanel drie mensen van boven de 70 zien die bij 60 % zouden vastlopen: de code per sms komt te laat. In de nacht is er dan niemand om hen te helpen.'
  const persuade = 'Een tweede weg voor wie geen sms kan lezen, en een mens die ’s nachts binnen een minuut opneemt.'
  const reason =
    'De leverancier bouwt een weg via de vaste telefoon. Die is klaar en getest. Voor de nacht staat er vanaf deze maand één mens extra in het rooster.'
  return [
    { ago: 20, play: () => vetoOn(group, { ...live, criterion: 4, evidence, persuade }, 20) },
    {
      ago: 12,
      play: async () =>
        must(await actForManagement('X-2', { move: 'answer', reason }, people.director, noonAgo(today, 12))),
    },
    {
      ago: 3,
      play: async () => {
        const said = {
          move: 'persuaded' as const,
          reason: 'Twee nachten meegeluisterd: er was steeds een mens binnen een minuut.',
        }
        const by = { personId: (await named('niels.mulder')).id, at: noonAgo(today, 3), t: words }
        const { id } = must(await proposeGroupMove('X-2', said, by))
        await voteBut('jelle.amrani', group, await openVoteOn(group, id, { ago: 3, days: 7 }), 2)
      },
    },
  ]
}

type VetoSaid = { gateId: string; version: number; criterion: number; evidence: string; persuade: string }

async function vetoOn(group: Group, { gateId, ...said }: VetoSaid, ago: number) {
  const by = { personId: (await named('stijn.kuipers')).id, at: noonAgo(group.today, ago), t: words }
  const { id } = must(await proposeVeto(gateId, said, by))
  await adopt(group, await openVoteOn(group, id, { ago }), ago)
}

/** A use case that has only begun: nobody plans a day for it. */
function beginning(group: Group): Deed[] {
  const { today } = group
  const road: Road = { id: '', plan: '' }
  return [
    {
      ago: 34,
      play: async () => {
        const said = { name: 'Uitleg bij de factuur', workgroupId: group.id }
        road.id = must(await recordUseCase(said, noonAgo(today, 34))).id
      },
    },
    ...regularly(group, road, { phase: 'listen', ago: 33, doneAgo: [24, 10, 4] }),
  ]
}

type Regularly = { phase: Phase; ago: number; doneAgo: number[] }

/** What was suggested is begun, and the first of it is done now and then; the others wait to be done. */
function regularly(group: Group, road: Road, { phase, ago, doneAgo }: Regularly): Deed[] {
  const { today, people } = group
  const by = (day: number) => ({ person: people.lead, at: noonAgo(today, day) })
  const begin = async () => {
    for (const one of suggestedIn(phase)) {
      const task = { words: words(`phases.suggested.${one}.words`), who: words(`phases.suggested.${one}.who`) }
      must(await recordTask(road.id, { ...task, everyDays: rhythmOf(phase, one)! }, by(ago)))
    }
  }
  const doAll = (day: number) => async () => {
    for (const { id, nextDueOn } of (await tasksOf(road.id, addDays(today, -day))).slice(
      day === doneAgo.at(-1) ? 1 : 0,
    ))
      must(await recordTaskDone(road.id, id, { dueOn: nextDueOn, note: '' }, by(day)))
  }
  return [{ ago, play: begin }, ...doneAgo.map(day => ({ ago: day, play: doAll(day) }))]
}
