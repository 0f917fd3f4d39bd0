import { rotationOf } from 'surveys/pulse/v1'
import { fromBase64url } from '~/ballot-box/bytes'
import { manifestCode, readManifest } from '~/ballot-box/manifest'
import { type Day, dayIn } from '~/calendar'
import { config } from '~/config.server'
import { waitingTalkQuestions } from '~/conversations/team/asking.server'
import type { Language } from '~/people/rules'
import { waitingQuestions } from '~/promises/verdict-store.server'
import { waitingPolls } from '~/workgroups/polls/store.server'
import { impossibleIn } from '../checks/rules'
import { type RoundInFull, type RoundShown, suggestedDays, type UnitShown, waitingFor } from '../planning'
import { questionsOf } from '../questions'
import type { VoidReason } from '../rules'
import { currentUnits, listRounds, type RoundListed } from '../store.server'

/** Returns the day that `at` falls on for the people of this installation. */
export const todayHere = (at: Date): Day => dayIn(config.timeZone, at)

/** Returns all rounds, the latest first, each with what it waits for. */
export async function roundsShown(today: Day): Promise<RoundShown[]> {
  const rounds = await listRounds()
  return rounds.map(round => shown(round, rounds, today))
}

/** Returns one round with its questions in the reader's language and the groups in which answers are counted. */
export async function roundInFull(id: string, language: Language, today: Day): Promise<RoundInFull | undefined> {
  const rounds = await listRounds()
  const round = rounds.find(one => one.id === id)
  if (!round) return undefined
  const questions = await questionsShown(round)
  return {
    ...shown(round, rounds, today),
    withPilotItem: round.withPilotItem,
    asks: round.asks,
    embargoUntil: round.embargoUntil,
    rotation: rotationOf(round.number),
    questions: questions.map(question => question[`text_${language}`]),
    units: await unitsShown(round),
    code: round.manifestSha256 && manifestCode(fromBase64url(round.manifestSha256)),
    closingStep: round.closingStep,
    impossible: impossibleOf(round),
  }
}

/** Nothing before the round is published, whatever is counted already. */
const impossibleOf = ({ state, totals, unitTree }: RoundListed) =>
  state === 'published' ? impossibleIn(JSON.parse(totals!), JSON.parse(unitTree!)) : []

/** Suggests the days of a round that is still to be planned, and tells its number. */
export async function nextRound(today: Day) {
  const [last] = await listRounds()
  const lastRunning = last?.state === 'void' ? undefined : last?.closesOn
  return { number: (last?.number ?? 0) + 1, days: suggestedDays(today, lastRunning) }
}

const shown = (round: RoundListed, rounds: RoundListed[], today: Day): RoundShown => ({
  id: round.id,
  number: round.number,
  state: round.state,
  issuingFrom: round.issuingFrom,
  opensOn: round.opensOn,
  closesOn: round.closesOn,
  voidReason: round.voidReason as VoidReason | null,
  hasResponse: round.hasResponse,
  waiting: waitingFor(round, rounds, today),
  today,
})

/** The questions as they are frozen, or before that as they would be frozen now. */
async function questionsShown(round: RoundListed) {
  if (round.manifest) return readManifest(Buffer.from(round.manifest)).questions
  // What staff find of a promise counts in public at once, so a round that the works council reads first does not ask it.
  const along = async () =>
    [await waitingQuestions(new Date()), await waitingTalkQuestions(), await waitingPolls()].flat()
  return [...questionsOf(round), ...(round.embargoUntil ? [] : await along())]
}

/** The groups as they are frozen, or before that as they would be frozen now. */
async function unitsShown({ manifest }: RoundListed): Promise<UnitShown[] | null> {
  if (manifest) {
    const { units } = readManifest(Buffer.from(manifest))
    return units.map(({ id, label, roster }) => ({ id, label, roster, teams: [] }))
  }
  const cut = await currentUnits()
  if (!cut.ok) return null
  return cut.value.units.map(({ id, label, memberIds, mergedTeamLabels }) => ({
    id,
    label,
    roster: memberIds.length,
    teams: mergedTeamLabels.length > 1 ? mergedTeamLabels : [],
  }))
}
