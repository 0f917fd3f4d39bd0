import { fromBase64url, toBase64url } from '~/ballot-box/bytes'
import { importBoxKey, seal } from '~/ballot-box/seal.client'
import type { Topic } from '../record/words'
import type { Month } from './months'

/** Where a topic slip goes: the month and its public key (SPKI in base64url), and the team it is counted in. */
export type SlipPlace = { month: Month; spki: string; teamId: string }

/**
 * Seals what a talk was about for the figures of its month, always to the same length. The name of the slip is
 * chance: nothing in it leads to a talk or to a person.
 */
export async function sealTopics({ month, spki, teamId }: SlipPlace, topics: readonly Topic[]): Promise<string> {
  const nullifier = crypto.getRandomValues(new Uint8Array(16))
  const a = Object.fromEntries(topics.map(topic => [topic, 1]))
  const sealed = await seal(
    await importBoxKey(fromBase64url(spki)),
    { v: 1, a, c: '' },
    { round: month, unit: teamId, nullifier },
  )
  return `${toBase64url(nullifier)}.${toBase64url(sealed)}`
}
