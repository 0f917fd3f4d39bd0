import { inArray } from 'drizzle-orm'
import { db, publishedCells } from '#db'
import { dayIn } from '~/calendar'
import { config } from '~/config.server'
import { listRounds, type RoundListed, type RoundRow } from '../../store.server'
import { figuresShown } from '../figures-shown'
import { readPublished } from '../published.server'
import type { PublishedRound } from '../rules'
import { maySee } from '../sight'
import { readOnce } from './known-rounds'
import { type Changes, changesOf, type Measurement, measurementsIn } from './measurements'

/** Rounds. So far back a figure looks for the last one before it. @source our own choice: a year of monthly rounds */
const lookedBack = 12

type Shown = PublishedRound & { round: RoundRow }

/** Compares each figure of a round with the last one before it that asked the same. */
export async function changesIn(published: Shown): Promise<Changes> {
  const { round, questions } = published
  const asked = figuresShown(questions).map(({ id }) => id)
  const earlier = (await publicRounds()).filter(({ number }) => number < round.number)
  const past = await measured(await thatAsked(asked, earlier, lookedBack))
  return changesOf(measurementsIn(round, published), id => past.flatMap(one => one.get(id) ?? []))
}

/** Returns every measurement of one figure that is public, the latest first. */
export async function measurementsOf(figureId: string): Promise<Measurement[]> {
  const past = await measured(await thatAsked([figureId], await publicRounds()))
  return past.flatMap(one => one.get(figureId) ?? [])
}

/** What the works council still reads first is in no comparison: it would tell what the others may not know yet. */
async function publicRounds(): Promise<RoundListed[]> {
  const today = dayIn(config.timeZone, new Date())
  return (await listRounds()).filter(round => maySee(round, undefined, today))
}

async function thatAsked(figureIds: readonly string[], among: readonly RoundListed[], most = among.length) {
  const rows = await db
    .selectDistinct({ roundId: publishedCells.roundId })
    .from(publishedCells)
    .where(inArray(publishedCells.itemId, [...figureIds]))
  const asked = new Set(rows.map(({ roundId }) => roundId))
  return among.filter(({ id }) => asked.has(id)).slice(0, most)
}

const measured = (some: readonly RoundListed[]) => Promise.all(some.map(measuredOnce))

/** Rounds kept in memory at most. @source our own choice: five years of monthly rounds */
const mostKnown = 60

const measuredOnce = readOnce(
  async (round: RoundListed): Promise<Map<string, Measurement>> => measurementsIn(round, await readPublished(round)),
  mostKnown,
)
