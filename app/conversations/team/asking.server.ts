import { eq, inArray } from 'drizzle-orm'
import { afterTalk } from 'surveys/after-talk/v1'
import { type Db, db, rounds, teamTalks } from '#db'
import type { Manifest } from '~/ballot-box/manifest'

/**
 * Returns what the next round asks about talks with teams: one question to everybody when a talk was held since it was
 * last asked, otherwise none. Who was at which talk is known to nobody here.
 */
export const waitingTalkQuestions = async (): Promise<Manifest['questions']> =>
  (await unaskedTalks(db)).length > 0 ? asked : []

/** Gives the talks that nobody was asked about yet to a round that starts, for good unless it ends as void; returns the question for its manifest. */
export async function takeTalksAlong(tx: Db, roundId: string): Promise<Manifest['questions']> {
  const ids = await unaskedTalks(tx)
  if (ids.length === 0) return []
  await tx.update(teamTalks).set({ askedInRoundId: roundId }).where(inArray(teamTalks.id, ids))
  return asked
}

const asked: Manifest['questions'] = afterTalk.items.map(({ id, kind, text: { nl, en, fr } }) => ({
  id,
  kind,
  text_nl: nl,
  text_en: en,
  text_fr: fr,
}))

/** A round without a result has asked nothing. */
async function unaskedTalks(from: Db): Promise<string[]> {
  const rows = await from
    .select({ id: teamTalks.id, asked: teamTalks.askedInRoundId, state: rounds.state })
    .from(teamTalks)
    .leftJoin(rounds, eq(rounds.id, teamTalks.askedInRoundId))
    .where(eq(teamTalks.state, 'held'))
  return rows.filter(row => row.asked === null || row.state === 'void').map(({ id }) => id)
}
