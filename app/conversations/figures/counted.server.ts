import { eq, isNull } from 'drizzle-orm'
import { db, persons, talkTallies, teams, topicSlips } from '#db'
import { importBoxPrivateKey, open } from '~/ballot-box/unseal'
import { type UnitCut, unitIdsOf } from '~/pulses/units'
import { type Parents, teamsAbove } from '../one-to-ones/leads'
import { type Topic, topics } from '../record/words'
import { ledTeams } from '../team/teams.server'
import type { Month } from './months'
import type { MonthCounted } from './rules'
import { readSlip } from './slip'

/** How the organisation is cut into units, each with its members. */
export type Cut = Pick<UnitCut, 'tree' | 'units'>

/** Returns all that was counted in a month, its slips opened: in memory only. @param opener the private key of its slips */
export async function monthCounted(month: Month, cut: Cut, opener: Buffer<ArrayBuffer>): Promise<MonthCounted> {
  const rows = await db.select().from(talkTallies).where(eq(talkTallies.month, month))
  const tallies = new Map(
    rows.map(({ teamId, noTalk, noRecord, recorded }) => [teamId, { noTalk, noRecord, recorded }]),
  )
  return { tree: cut.tree, tallies, slips: await openSlips(month, opener), ...(await groupsOfTeams(cut)) }
}

/** Finds the unit of every team and who may have led its talks. A team that is empty now is counted with the nearest one above it. */
async function groupsOfTeams({ tree, units }: Cut) {
  const parents = new Map((await db.select().from(teams)).map(({ id, parentId }) => [id, parentId]))
  const people = await db.select().from(persons).where(isNull(persons.leftAt))
  const unitOfPerson = new Map(units.flatMap(({ id, memberIds }) => memberIds.map(person => [person, id] as const)))
  const unitOfTeam = new Map(people.map(({ id, teamId }) => [teamId, unitOfPerson.get(id)]))
  const led = await ledTeams()
  const first = unitIdsOf(tree)[0]!
  const nearest = <T>(team: string, find: (above: string) => T | undefined) =>
    teamsAbove(team, parents)
      .map(find)
      .find(found => found !== undefined)
  return {
    unitOf: new Map([...parents.keys()].map(team => [team, nearest(team, above => unitOfTeam.get(above)) ?? first])),
    knownWith: new Map([...parents.keys()].map(team => [team, knownWithOf(team, parents, led)])),
  }
}

/**
 * Names all that one lead may have led the talks of: the teams of the nearest lead, who leads most of them, and every
 * team below each lead above, who may lead any. A team that nobody leads is known by itself.
 */
function knownWithOf(team: string, parents: Parents, led: ReadonlySet<string>): string[] {
  const above = teamsAbove(team, parents).filter(one => led.has(one))
  return [`nearest ${above[0] ?? team}`, ...above.map(one => `below ${one}`)]
}

/** Opens the slips of a month. What was sealed for another month or team, or is no list of topics, is not counted. */
async function openSlips(month: Month, pkcs8: Buffer<ArrayBuffer>): Promise<MonthCounted['slips']> {
  const key = await importBoxPrivateKey(pkcs8)
  const opened = new Map<string, Topic[][]>()
  for (const { teamId, sealed } of await db.select().from(topicSlips).where(eq(topicSlips.month, month))) {
    const slip = readSlip(sealed)
    const place = slip && { round: month, unit: teamId, nullifier: slip.name }
    const answers = place && (await open(key, slip.sealed, place).catch(() => undefined))
    if (!answers) continue
    const about = topics.filter(topic => Object.hasOwn(answers.a, topic) && answers.a[topic] === 1)
    opened.set(teamId, [...(opened.get(teamId) ?? []), about])
  }
  return opened
}
