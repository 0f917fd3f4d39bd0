import { randomUUID } from 'node:crypto'
import { isNull } from 'drizzle-orm'
import { db, persons, talkTallies, topicSlips, transact } from '#db'
import type { Day } from '~/calendar'
import { findMonthKey } from '~/conversations/figures/month-key.server'
import { type Month, mayBeTold, monthBefore, monthOf, toldFrom } from '~/conversations/figures/months'
import { tellMonths } from '~/conversations/figures/telling.server'
import { sealTopics } from '~/conversations/figures/topics.client'
import { type Topic, topics } from '~/conversations/record/words'
import { currentUnits } from '~/pulses/store.server'
import { type Chance, seededChance } from './chance'

/** Share of the staff that was invited to a talk, in the last month that is told and in those before it. Invented. */
const invited = [0.45, 0.12, 0.03]

/** What is talked about most in the invented contact centre. */
const likely: Partial<Record<Topic, number>> = {
  job_loss: 0.5,
  unheard: 0.4,
  training: 0.45,
  ai_fails: 0.3,
  workload: 0.3,
}

const noon = (day: Day) => new Date(`${day}T12:00:00Z`)

/** Plays three months of one-to-ones: many after the check, fewer before it, and so few at first that nothing is told. */
export async function demoTalkFigures(today: Day) {
  const chance = seededChance(714)
  const months: Month[] = []
  for (let month = monthBefore(monthOf(today)); months.length < invited.length; month = monthBefore(month))
    if (mayBeTold(month, today)) months.push(month)
  for (const [back, month] of [...months.entries()].reverse()) await playMonth(month, invited[back]!, chance)
}

async function playMonth(month: Month, share: number, chance: Chance) {
  const { spki } = await findMonthKey(noon(`${month}-20`))
  for (const [teamId, people] of await teamSizes()) {
    const tally = { noTalk: 0, noRecord: 0, recorded: 0 }
    for (let person = 0; person < people; person++) {
      if (chance.happens(share))
        tally[chance.happens(0.55) ? 'recorded' : chance.happens(0.5) ? 'noRecord' : 'noTalk'] += 1
    }
    const slips = []
    for (let talk = 0; talk < tally.recorded; talk++) {
      if (chance.happens(0.9)) slips.push(await sealTopics({ month, spki, teamId }, topicsOf(chance)))
    }
    const rows = slips.map(sealed => ({ id: randomUUID(), month, teamId, sealed }))
    await transact(async tx => {
      await tx.insert(talkTallies).values({ month, teamId, ...tally })
      if (rows.length > 0) await tx.insert(topicSlips).values(rows)
    })
  }
  await tellMonths(noon(toldFrom(month)), async () => {
    const cut = await currentUnits()
    return cut.ok ? cut.value : undefined
  })
}

const topicsOf = (chance: Chance) => topics.filter(topic => chance.happens(likely[topic] ?? 0.12))

async function teamSizes(): Promise<Map<string, number>> {
  const sizes = new Map<string, number>()
  const rows = await db
    .select({ teamId: persons.teamId })
    .from(persons)
    .where(isNull(persons.leftAt))
    .orderBy(persons.email)
  for (const { teamId } of rows) sizes.set(teamId, (sizes.get(teamId) ?? 0) + 1)
  return sizes
}
