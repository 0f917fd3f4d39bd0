import { eq } from 'drizzle-orm'
import { db, persons, teams } from '#db'
import { openIntake } from '~/ballot-box/intake.server'
import { addDays, type Day } from '~/calendar'
import { log } from '~/log.server'
import { demoPersons } from '~/people/demo.server'
import { applyStaffFile, previewStaffFile } from '~/people/staff/store.server'
import { nameOrganisation } from '~/people/store.server'
import { ballotBox } from '~/pulses/ballot-box.server'
import { closeAndCount } from '~/pulses/closing.server'
import type { RoundKind } from '~/pulses/drafting/rules'
import { draftRound } from '~/pulses/drafting/store.server'
import { issue, tokenErrands } from '~/pulses/issuing.server'
import { beginAnswering, beginIssuing } from '~/pulses/opening.server'
import type { RoundDays } from '~/pulses/rules'
import { findRound, recordResponse } from '~/pulses/store.server'
import { demoBoard } from './board'
import { type Chance, seededChance } from './chance'
import { managementAnswers } from './management'
import { answersOf } from './opinions'
import { demoPromises } from './promises'
import { demoOrganisation, demoStaffFile } from './staff'
import { demoTalkFigures } from './talk-figures'
import { demoTalks } from './talks'
import { demoTeamTalks } from './team-talks'
import { castRequest, type Drawn, drawToken, manifestFrom } from './voter'
import { remarks, responses } from './words'
import { demoWorkgroups } from './workgroups'

type Colleague = { id: string; team: string; language: 'nl' | 'fr' }
type Told = (progress: { done: number; of: number }) => void

/** Days between two rounds of the demo: monthly, as in the third phase of a programme. */
const rhythm = 28

/**
 * The rounds that ask the check in the place of a pulse: the first one, half a year later, and the last that is closed.
 * @source instruments.md, section 3a: a baseline in the first month, and then half-yearly
 */
const checkRounds = [0, 5, responses.length - 1]

/**
 * Fills an empty installation with an invented organisation and a year of rounds.
 *
 * Everything goes the way it goes for real people: the staff list through the import,
 * tokens blindly signed, ballots sealed and taken in by the ballot box's own rules.
 */
export async function seedDemo(today: Day, tell: Told = () => {}) {
  const started = performance.now()
  const chance = seededChance(2026)
  await hire(chance)
  const promisesUntil = demoPromises(today, await demoWorkgroups(today))
  const everyone = await colleagues()
  const past = responses.length
  const teamsTalk = demoTeamTalks(today)
  for (let nth = 0; nth < past; nth++) {
    const closesOn = addDays(today, -14 - rhythm * (past - 1 - nth))
    await promisesUntil(addDays(closesOn, -12))
    await runPastRound({ nth, closesOn }, everyone, chance, promisesUntil)
    if (nth === past - 1) await promisesUntil(today)
    await teamsTalk({ nth, of: past })
    tell({ done: nth + 1, of: past + 2 })
  }
  await demoBoard(today)
  await demoTalkFigures(today)
  await demoTalks(today)
  await runOpenRound(today, everyone, chance)
  tell({ done: past + 1, of: past + 2 })
  await plan({ issuingFrom: today, opensOn: addDays(today, 8), closesOn: addDays(today, 13) }, beginIssuing)
  tell({ done: past + 2, of: past + 2 })
  const seconds = Math.round((performance.now() - started) / 1000)
  log('demo.seeded', { people: everyone.length, rounds: past + 2, seconds })
}

async function hire(chance: Chance) {
  await nameOrganisation(demoOrganisation)
  const list = demoStaffFile(chance)
  const { version } = await previewStaffFile(list)
  must(await applyStaffFile(list, { version, manyMayLeave: false }, new Date()))
}

async function colleagues(): Promise<Colleague[]> {
  const rows = await db
    .select({ id: persons.id, email: persons.email, team: teams.name, language: persons.language })
    .from(persons)
    .innerJoin(teams, eq(teams.id, persons.teamId))
    .orderBy(persons.email)
  return rows.map(({ id, team, language }) => ({ id, team, language: language === 'fr' ? 'fr' : 'nl' }))
}

type Past = { nth: number; closesOn: Day }
type Until = (day: Day) => Promise<void>

/** The ledger never goes back a day, so what happened to promises during the round is written in its turn. */
async function runPastRound({ nth, closesOn }: Past, everyone: Colleague[], chance: Chance, promisesUntil: Until) {
  const opensOn = addDays(closesOn, -7)
  const check = checkRounds.indexOf(nth)
  const asks = check >= 0 ? 'checkWithMirror' : 'pulse'
  const issuingFrom = addDays(opensOn, -5)
  const roundId = await plan({ issuingFrom, opensOn, closesOn, asks }, beginIssuing)
  if (check >= 0) await managementAnswers(roundId, check, noon(issuingFrom))
  const drawn = await drawTokens(roundId, everyone, chance)
  must(await beginAnswering(roundId))
  await castBallots(roundId, drawn, nth / responses.length, chance)
  await promisesUntil(addDays(closesOn, 1))
  must(await closeAndCount(roundId, undefined, noon(addDays(closesOn, 1))))
  await promisesUntil(addDays(closesOn, 4))
  must(await recordResponse(roundId, responses[nth]!, noon(addDays(closesOn, 4))))
}

/** In the open round a third has not drawn yet, nor has anybody whom a visitor can be with one tap. */
async function runOpenRound(today: Day, everyone: Colleague[], chance: Chance) {
  const days = { issuingFrom: addDays(today, -6), opensOn: addDays(today, -1), closesOn: addDays(today, 6) }
  const roundId = await plan(days, beginIssuing)
  const visitors = (await demoPersons()).map(one => one.personId)
  const early = everyone.filter(({ id }, place) => place % 3 !== 0 && !visitors.includes(id))
  const drawn = await drawTokens(roundId, early, chance)
  must(await beginAnswering(roundId))
  await castBallots(roundId, drawn, 1, chance)
}

type Begin = (roundId: string, at: Date) => Promise<{ ok: boolean }>
const noon = (day: Day) => new Date(`${day}T10:00:00Z`)

async function plan(days: RoundDays & { asks?: RoundKind }, begin: Begin): Promise<string> {
  const drafted = await draftRound({ ...days, withPilotItem: true }, days.issuingFrom)
  if (!drafted.ok) throw new Error(`the demo plans a round that is refused: ${drafted.because}`)
  must(await begin(drafted.value.id, noon(days.issuingFrom)))
  return drafted.value.id
}

type Held = Colleague & { token: Drawn }

async function drawTokens(roundId: string, people: Colleague[], chance: Chance): Promise<Held[]> {
  const manifest = manifestFrom((await findRound(roundId))!.manifest!)
  const held: Held[] = []
  for (const person of people) {
    if (!chance.happens(0.82)) continue
    const errand = (await tokenErrands(person.id)).find(one => one.round === roundId)!
    const token = await drawToken(manifest, errand.unit, async blinded => {
      const issued = await issue(person.id, roundId, blinded)
      if (!issued.ok) throw new Error(`the demo draws a token that is refused: ${issued.because}`)
      return issued.value
    })
    held.push({ ...person, token })
  }
  return held
}

async function castBallots(roundId: string, held: Held[], progress: number, chance: Chance) {
  const manifest = manifestFrom((await findRound(roundId))!.manifest!)
  const intake = openIntake(ballotBox())
  const unsaid = { nl: chance.mixed(remarks.nl), fr: chance.mixed(remarks.fr) }
  const casting = held
    .filter(() => chance.happens(0.78))
    .map(async ({ token, team, language }) => {
      const a = answersOf(manifest.questions, { team, progress, chance })
      const c = chance.happens(0.24) ? (unsaid[language].pop() ?? '') : ''
      const answer = await intake.cast(roundId, await castRequest(manifest, token, { v: 1, a, c }))
      if (answer.status !== 201) throw new Error('the demo casts a ballot that is refused')
    })
  await Promise.all(casting)
}

function must(decision: { ok: boolean }) {
  if (!decision.ok) throw new Error(`the demo does something that is refused: ${JSON.stringify(decision)}`)
}
