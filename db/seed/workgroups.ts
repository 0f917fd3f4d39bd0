import { eq } from 'drizzle-orm'
import { db, persons, teams } from '#db'
import { addDays, addWeeks, type Day, isoWeek, mondayOf } from '~/calendar'
import { translatorOn } from '~/language/catalogues.server'
import { demoPersons } from '~/people/demo.server'
import type { Person, Role } from '~/people/rules'
import { findById } from '~/people/store.server'
import { recordBooking } from '~/workgroups/budget/booking.server'
import { budgetOf } from '~/workgroups/budget/store.server'
import { recordGroup } from '~/workgroups/founding.server'
import { closeWeeks } from '~/workgroups/hours/closing.server'
import { recordOwn, recordRostered, sealOf, storedFor } from '~/workgroups/hours/entering.server'
import { membersOf } from '~/workgroups/members.server'
import { announceDraw } from '~/workgroups/seats/announcing.server'
import { holdDraws } from '~/workgroups/seats/holding.server'
import { recordOffer } from '~/workgroups/seats/offering.server'
import type { Contract, Office, Shift } from '~/workgroups/seats/rules'
import { giveOffice, seatAll } from '~/workgroups/seats/seating.server'
import { sitesHere } from '~/workgroups/store.server'
import { vetoPromise } from '~/workgroups/veto-promise'
import { contribute, propose, recordVote } from '~/workgroups/votes/voting.server'
import { seededChance } from './chance'
import { decide, type Group, must, named, noonAgo, open } from './deciding'
import type { Deed } from './promises'
import { demoRoad } from './road'

const words = translatorOn('nl')

const mandate = [
  'De werkgroep schrijft het plan voor AI bij wachtwoorden, legt de eisen vast en zegt of een proef goed genoeg was.',
  'Zij heeft 50.000 euro en 8 uur per lid per week. Zij beslist zelf waaraan zij het geld en de uren geeft.',
  'Zonder haar sleutel gaat er niets open voor klanten. Tegen haar veto gaat de directie niet live.',
].join('\n')

/** Who offers to sit: team, shift and contract. The first eight are seated at once, the others draw lots for four seats. */
const first: [email: string, Shift, Contract][] = [
  ['jelle.amrani', 'evening', 'permanent'],
  ['mehmet.demir', 'day', 'permanent'],
  ['niels.mulder', 'day', 'fixedTerm'],
  ['stijn.kuipers', 'evening', 'permanent'],
  ['wouter.vandamme', 'mixed', 'permanent'],
  ['wouter.vandermeer', 'day', 'permanent'],
  ['julien.denis', 'day', 'fixedTerm'],
  ['youssef.ozturk', 'mixed', 'permanent'],
]
const drawn: [team: string, Shift, Contract][] = [
  ['Nacht', 'night', 'agency'],
  ['Nacht', 'night', 'permanent'],
  ['Ochtend A', 'day', 'agency'],
  ['Ochtend B', 'day', 'permanent'],
  ['Klantenlijn FR', 'day', 'permanent'],
  ['Klantenlijn FR', 'day', 'agency'],
  ['Chat en mail', 'mixed', 'fixedTerm'],
  ['Avondploeg', 'evening', 'agency'],
  ['Klantenlijn NL', 'day', 'permanent'],
]

/**
 * Prepares the working group of the invented board, its money, its hours, its votes and the road of its use cases. All of
 * it goes through the same doors as the deeds of real people, in the order of the days.
 */
export async function demoWorkgroups(today: Day): Promise<Deed[]> {
  const people = await visitors()
  const [group, small]: [Group, Group] = [
    { id: '', today, people },
    { id: '', today, people },
  ]
  const road = demoRoad(group, small)
  return [...founding(group), ...spending(group), ...hours(group), ...beginners(small), ...road, ...talking(group)]
}

const visitor = async (role: Role) => (await findById((await demoPersons()).find(one => one.role === role)!.personId))!

const visitors = async (): Promise<Group['people']> => ({
  director: await visitor('executive'),
  lead: await visitor('projectLead'),
  council: await visitor('worksCouncil'),
})

function founding(group: Group): Deed[] {
  const { today, people } = group
  const at = (ago: number) => noonAgo(today, ago)
  const offer = async (ago: number, one: Person, shift: Shift, contract: Contract) =>
    must(await recordOffer(group.id, { shift, contract }, one, at(ago)))
  return [
    { ago: 190, play: () => found(group, at(190)) },
    {
      ago: 188,
      play: async () => {
        for (const [email, shift, contract] of first) await offer(188, await named(email), shift, contract)
        must(await seatAll(group.id, people.director, at(188)))
      },
    },
    {
      ago: 184,
      play: async () => {
        const taken = new Set(Object.values(people).map(({ id }) => id))
        for (const [team, shift, contract] of drawn) await offer(184, await somebodyOf(team, taken), shift, contract)
      },
    },
    { ago: 181, play: async () => must(await announceDraw(group.id, people.director, at(181))) },
    { ago: 180, play: () => draw(group, at(180)) },
    { ago: 179, play: () => giveOffices(group, 179) },
  ]
}

/** A small new group: whoever visits the demo sits in it as a colleague, and two of the three decide. It gets too few hours. */
function beginners(group: Group): Deed[] {
  const { today, people } = group
  const [name, weeklyMinutes] = ['Factuuruitleg', 240]
  const said = { name, words: smallMandate, seats: 4, weeklyMinutes, rules: [] }
  return [
    {
      ago: 41,
      play: async () => {
        const promise = vetoPromise(words, name, addDays(today, -41))
        group.id = must(await recordGroup(said, promise, people.director, noonAgo(today, 41))).id
      },
    },
    {
      ago: 40,
      play: async () => {
        for (const role of ['agent', 'teamLead', 'workgroupMember'] as const)
          must(
            await recordOffer(
              group.id,
              { shift: 'mixed', contract: 'permanent' },
              await visitor(role),
              noonAgo(today, 40),
            ),
          )
        must(await seatAll(group.id, people.director, noonAgo(today, 40)))
        const asked = { kind: 'grant' as const, cents: 1_000_000 }
        const grant = { asked, what: 'Geld om te beginnen', seen: 0 }
        must(await recordBooking(group.id, grant, people.director, noonAgo(today, 40)))
      },
    },
    { ago: 39, play: () => roster(group, { ago: 39, from: 39, until: -14, minutes: 120 }) },
    {
      ago: 2,
      play: async () => {
        for (const back of [5, 4, 3, 2, 1]) {
          const week = addWeeks(isoWeek(today), -back)
          for (const { id } of await membersOf(group.id, mondayOf(week)))
            must(await recordOwn(group.id, { week, usedMinutes: 100, pulledBackMinutes: 0 }, id, noonAgo(today, 2)))
        }
      },
    },
  ]
}

const smallMandate =
  'De werkgroep onderzoekt of AI de factuur kan uitleggen, en schrijft daar het plan voor. Zij heeft 10.000 euro en 4 uur per lid per week.'

async function found(group: Group, at: Date) {
  const sites = await sitesHere()
  const site = (name: string) => ({ trait: 'site' as const, value: sites.find(one => one.name === name)!.id })
  const said = {
    ...{ name: 'Wachtwoordherstel', words: mandate, seats: 12, weeklyMinutes: 480 },
    rules: [
      { ...site('Deventer'), atLeast: 4 },
      { ...site('Mechelen'), atLeast: 4 },
      { trait: 'shift' as const, value: 'evening', atLeast: 2 },
      { trait: 'shift' as const, value: 'night', atLeast: 1 },
      { trait: 'contract' as const, value: 'agency', atLeast: 1 },
    ],
  }
  const promise = vetoPromise(words, said.name, addDays(group.today, -190))
  group.id = must(await recordGroup(said, promise, group.people.director, at)).id
}

/** The money comes with the next entry of the ledger, and with it the chance of the draw. */
async function draw(group: Group, at: Date) {
  const asked = { kind: 'grant' as const, cents: 5_000_000 }
  must(await recordBooking(group.id, { asked, what: 'Geld voor het eerste jaar', seen: 0 }, group.people.director, at))
  await holdDraws(at)
  if ((await membersOf(group.id, addDays(group.today, -180))).length !== 12)
    throw new Error('the demo does not fill the seats of its group')
}

const offices: [string, Office][] = [
  ['jelle.amrani', 'chair'],
  ['niels.mulder', 'secretary'],
  ['youssef.ozturk', 'treasurer'],
]

async function giveOffices(group: Group, ago: number) {
  const chair = await named('jelle.amrani')
  for (const [email, office] of offices)
    must(await giveOffice(group.id, { personId: (await named(email)).id, office }, chair, noonAgo(group.today, ago)))
}

function spending(group: Group): Deed[] {
  const buy = (
    ago: number,
    title: string,
    said: string,
    cents: number,
    paid: [ago: number, cents: number][],
  ): Deed[] => {
    let id = ''
    const decided = async () => {
      id = await decide(group, ago, { subject: 'expense', title, words: said, detail: { cents } })
    }
    const pay = paid.map(([day, part]) => ({ ago: day, play: () => payPart(group, day, { id, title, cents: part }) }))
    return [{ ago, play: decided }, ...pay]
  }
  return [
    ...buy(162, 'Training door iemand van buiten', 'Twee dagen, voor ons en voor zes collega’s.', 840_000, [
      [150, 420_000],
      [136, 420_000],
    ]),
    ...buy(120, 'Klantenpanel', 'Tien klanten proberen het en zeggen wat zij ervan vinden.', 625_000, [[96, 310_000]]),
  ]
}

async function payPart(group: Group, ago: number, { id, title, cents }: { id: string; title: string; cents: number }) {
  const treasurer = await named('youssef.ozturk')
  const { booked } = await budgetOf(group.id)
  const asked = { kind: 'expense' as const, cents, proposalId: id }
  const deed = { asked, what: `${title}: rekening`, seen: booked }
  must(await recordBooking(group.id, deed, treasurer, noonAgo(group.today, ago)))
}

/** Weeks back of which members told their own hours, told in three turns, and the one in which they got far too little. */
const tellings = [
  { ago: 57, weeks: [12, 11, 10, 9] },
  { ago: 29, weeks: [8, 7, 6, 5] },
  { ago: 1, weeks: [4, 3, 2, 1] },
]
const poorWeek = 4

/** Every week is rostered in full; what members were called back for they tell themselves. Weeks are closed as they pass. */
function hours(group: Group): Deed[] {
  const { today } = group
  const chance = seededChance(7)
  const rosters = [
    { ago: 179, from: 187, until: 123 },
    { ago: 123, from: 123, until: 67 },
    { ago: 67, from: 67, until: 11 },
    { ago: 11, from: 11, until: -21 },
  ]
  const tell = async (ago: number, weeks: number[]) => {
    for (const back of weeks) {
      const week = addWeeks(isoWeek(today), -back)
      for (const { id } of await membersOf(group.id, mondayOf(week))) {
        const pulledBackMinutes = back === poorWeek ? 240 : chance.happens(0.1) ? 60 : 0
        const usedMinutes = 480 - pulledBackMinutes - (chance.happens(0.3) ? 60 : 0)
        must(await recordOwn(group.id, { week, usedMinutes, pulledBackMinutes }, id, noonAgo(today, ago)))
      }
    }
  }
  return [
    ...rosters.map(one => ({ ago: one.ago, play: () => roster(group, one) })),
    ...tellings.map(({ ago, weeks }) => ({ ago, play: () => tell(ago, weeks) })),
    ...[150, 120, 90, 57, 29, 1].map(ago => ({ ago, play: () => closeWeeks(noonAgo(today, ago)) })),
  ]
}

/** Rosters the weeks from one day to another for everybody who sits. */
type Rostering = { ago: number; from: number; until: number; minutes?: number }

async function roster({ today, id, people }: Group, { ago, from, until, minutes = 480 }: Rostering) {
  const rows: { personId: string; week: string; minutes: number }[] = []
  const last = isoWeek(addDays(today, -until))
  for (let week = isoWeek(addDays(today, -from)); week < last; week = addWeeks(week, 1))
    for (const member of await membersOf(id, mondayOf(week))) rows.push({ personId: member.id, week, minutes })
  const seen = sealOf(rows, await storedFor(id, rows, 480))
  must(await recordRostered(id, { rows, seen }, people.lead, noonAgo(today, ago)))
}

/** What the group talks about now: a vote that is open for everybody, and a proposal that is only discussed. */
function talking(group: Group): Deed[] {
  const { today } = group
  const meal = {
    subject: 'expense' as const,
    title: 'Open avond voor de nacht- en avonddienst',
    words: 'Twee avonden met soep, waarop collega’s zien wat de AI wel en niet kan en alles mogen vragen.',
    detail: { cents: 118_000 },
  }
  const later = {
    subject: 'other' as const,
    title: 'Vergaderen om 14 uur in plaats van om 9 uur',
    words: 'Dan kan de nachtdienst er ook bij zijn zonder te weinig te slapen.',
  }
  return [
    {
      ago: 6,
      play: async () => {
        const by = await named('niels.mulder')
        const { id } = must(await propose(group.id, later, by.id, noonAgo(today, 6)))
        const stijn = await named('stijn.kuipers')
        must(await contribute(id, 'Voor de ochtend wordt het dan laat. Om en om?', stijn.id, noonAgo(today, 5)))
      },
    },
    {
      ago: 2,
      play: async () => {
        const id = await open(group, 2, meal, 7)
        const [, ...others] = first
        for (const [email] of others.slice(0, 5))
          must(await recordVote(id, { choice: 'consent', reason: '' }, (await named(email)).id, noonAgo(today, 1)))
      },
    },
  ]
}

/** Finds an ordinary colleague of a team who was not taken yet, nor is one whom a visitor can be. */
async function somebodyOf(team: string, taken: Set<string>): Promise<Person> {
  const visitors = (await demoPersons()).map(({ personId }) => personId)
  const rows = await db
    .select({ id: persons.id })
    .from(persons)
    .innerJoin(teams, eq(teams.id, persons.teamId))
    .where(eq(teams.name, team))
    .orderBy(persons.email)
  for (const { id } of rows) {
    const person = (await findById(id))!
    if (taken.has(id) || visitors.includes(id) || person.roles.join() !== 'agent') continue
    taken.add(id)
    return person
  }
  throw new Error(`the demo has nobody left in ${team}`)
}
