import { asc, eq } from 'drizzle-orm'
import { db, personRoles, persons, promises } from '#db'
import { addDays, type Day } from '~/calendar'
import type { GuideSlug } from '~/conversations/guides/rules'
import { linkPromise, recordAgreement, recordEnd, recordPromiseAsked } from '~/conversations/team/agreeing.server'
import { type Lead, recordHeld, recordPlan } from '~/conversations/team/planning.server'
import type { AgreementOwner } from '~/conversations/team/rules'
import { ownTeamsOf } from '~/conversations/team/teams.server'
import { demoPersons } from '~/people/demo.server'
import { findById } from '~/people/store.server'
import { roundsFollowed } from '~/pulses/results/followed.server'
import { type Chance, seededChance } from './chance'

type Told = { action: string; owner: AgreementOwner; days: number }

/** Invented agreements: who does what, never who said what. */
const told: readonly Told[] = [
  { action: 'De foute antwoorden van het systeem komen op een lijst naast de koffie.', owner: 'team', days: 7 },
  {
    action: 'Elke maandag tien minuten: wat ging goed en wat ging mis met de samenvatting.',
    owner: 'teamLead',
    days: 14,
  },
  { action: 'Twee mensen per dienst krijgen een uur om het systeem uit te proberen.', owner: 'teamLead', days: 21 },
  { action: 'Een lijst met taken die veranderen, en taken die blijven.', owner: 'management', days: 28 },
  { action: 'De training staat in het rooster, in werktijd.', owner: 'hr', days: 30 },
  { action: 'De knop “klopt niet” staat ook op het tweede scherm.', owner: 'ict', days: 20 },
  { action: 'Wij lezen samen de beloften die over de datum zijn.', owner: 'team', days: 14 },
  { action: 'Een vraag aan de werkgroep: telt de nacht ook mee in de proef?', owner: 'teamLead', days: 10 },
  { action: 'De pauze na een zwaar gesprek blijft vijf minuten, ook met het systeem.', owner: 'management', days: 35 },
  { action: 'Een uitleg op één bladzijde: wat het systeem wel en niet opslaat.', owner: 'ict', days: 25 },
]
const reasons = ['Het systeem kan dit nu zelf.', 'De werkgroep heeft dit overgenomen.', 'De proef is een maand later.']
const cards: readonly GuideSlug[] = ['just-words', 'ai-makes-a-mess', 'will-i-lose-my-job', 'my-opinion-does-not-count']

const clock = '10:30'
const at = (day: Day) => new Date(`${day}T12:00:00Z`)

/**
 * Plays a year of team talks in the invented contact centre: after most results most teams talk, and not all they agree
 * is done. It has a chance of its own, so that nothing else in the demo changes with it.
 *
 * @returns what to call as soon as a result is out, before the next round starts: that round asks about the talks
 */
export function demoTeamTalks(today: Day) {
  const chance = seededChance(626)
  return async ({ nth, of }: { nth: number; of: number }) => {
    const { id: roundId, inSightOn } = (await roundsFollowed())[0]!
    for (const lead of await everyLead()) {
      const likely = 0.55 + (0.35 * nth) / of
      const heldOn = workday(addDays(inSightOn, 2 + Math.floor(chance.next() * 11)))
      const [happens, guideSlug] = [chance.happens(likely), chance.pick(cards)]
      if (happens && heldOn < today) await talk({ lead, heldOn, roundId, guideSlug }, today, chance)
    }
    if (nth === of - 1) await visitorsTeam(today, roundId)
  }
}

type Held = { lead: Lead; heldOn: Day; roundId?: string; guideSlug: GuideSlug }

async function talk(held: Held, today: Day, chance: Chance) {
  const talkId = await hold(held)
  for (const { days, ...said } of chance.mixed(told).slice(0, chance.happens(0.4) ? 2 : 1)) {
    const dueOn = addDays(held.heldOn, days)
    const id = must(await recordAgreement(talkId, { ...said, dueOn }, held.lead, at(held.heldOn))).id
    const endedOn = addDays(dueOn, Math.floor(chance.next() * 16) - 8)
    const [isDone, isDropped, because] = [chance.happens(0.9), chance.happens(0.6), chance.pick(reasons)]
    if (endedOn >= today) continue
    if (isDone) must(await recordEnd(id, { outcome: 'done', because: '' }, held.lead, at(endedOn)))
    else if (isDropped) must(await recordEnd(id, { outcome: 'dropped', because }, held.lead, at(endedOn)))
  }
}

async function hold({ lead, heldOn, ...about }: Held): Promise<string> {
  const [team] = await ownTeamsOf(lead)
  const plan = { ...about, teamId: team!.id, plannedOn: heldOn, time: clock }
  const { id } = must(await recordPlan(plan, lead, at(addDays(heldOn, -3))))
  must(await recordHeld(id, { seen: 1, heldOn }, lead, at(heldOn)))
  return id
}

/** The team of whoever visits as a team lead: something late, something that became a promise, something just asked, and a talk to come. */
async function visitorsTeam(today: Day, roundId?: string) {
  const visitor = (await demoPersons()).find(({ role }) => role === 'teamLead')
  const lead = visitor && (await findById(visitor.personId))
  if (!lead) return
  const early = workday(addDays(today, -236))
  const before = await hold({ lead, heldOn: early, guideSlug: 'my-opinion-does-not-count' })
  const promised = { action: 'Wie een idee geeft, hoort wat ermee gebeurt.', owner: 'management' as const }
  const first = must(await recordAgreement(before, { ...promised, dueOn: addDays(early, 150) }, lead, at(early))).id
  must(await recordPromiseAsked(first, lead, at(early)))
  await linkPromise(first, await promiseAbout('idee'))
  const lately = workday(addDays(today, -47))
  const talkId = await hold({ lead, heldOn: lately, guideSlug: 'ai-makes-a-mess' })
  const agree = async (action: string, owner: AgreementOwner, days: number) =>
    must(await recordAgreement(talkId, { action, owner, dueOn: addDays(lately, days) }, lead, at(lately))).id
  await agree('De samenvatting staat pas aan als het team haar een week heeft getest.', 'ict', 30)
  const asked = await agree('Niemand krijgt een cijfer op grond van wat het systeem telt.', 'management', 75)
  must(await recordPromiseAsked(asked, lead, at(lately)))
  const [team] = await ownTeamsOf(lead)
  const next = { teamId: team!.id, plannedOn: workday(addDays(today, 1)), time: clock, roundId }
  must(await recordPlan({ ...next, guideSlug: 'broken-promise' }, lead, at(today)))
}

async function everyLead(): Promise<Lead[]> {
  const rows = await db
    .select({ id: persons.id, teamId: persons.teamId })
    .from(persons)
    .innerJoin(personRoles, eq(personRoles.personId, persons.id))
    .where(eq(personRoles.role, 'teamLead'))
    .orderBy(asc(persons.email))
  return rows.map(row => ({ ...row, roles: ['teamLead' as const] }))
}

async function promiseAbout(word: string): Promise<string> {
  const all = await db.select({ id: promises.id, text: promises.text }).from(promises).orderBy(asc(promises.number))
  return all.find(({ text }) => text.includes(word))!.id
}

/** Nobody plans a team talk in a weekend. */
function workday(day: Day): Day {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return addDays(day, weekday === 6 ? 2 : weekday === 0 ? 1 : 0)
}

function must<T>(decision: { ok: true; value: T } | { ok: false; because: string }): T {
  if (!decision.ok) throw new Error(`the demo agrees something that is refused: ${decision.because}`)
  return decision.value
}
