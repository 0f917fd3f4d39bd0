import { asText, signAnswer } from './signing.server'

/**
 * Milliseconds for which one answer serves everybody who asks. A deed of this process drops it at once; only what another
 * process did to the same database can stay unseen, and no longer than this.
 */
export const longestKept = 1000

type Kept = { text: Promise<string | undefined>; until: number }
const kept = new Map<string, Kept>()

/**
 * Returns the signed answer of a gate as it is served; nothing when there is no such gate. Many who ask at once are
 * answered by one reading and one signature.
 */
export function answerFor(gateId: string): Promise<string | undefined> {
  const known = kept.get(gateId)
  if (known && performance.now() < known.until) return known.text
  const fresh: Kept = { text: readText(gateId), until: performance.now() + longestKept }
  kept.set(gateId, fresh)
  const drop = () => kept.get(gateId) === fresh && kept.delete(gateId)
  fresh.text.then(text => text ?? drop(), drop)
  return fresh.text
}

async function readText(gateId: string) {
  const answer = await signAnswer(gateId, new Date())
  return answer && asText(answer)
}

/** Drops what was kept of a gate, because it changed: whoever asks from now on is answered anew, also while others wait. */
export const forgetAnswer = (gateId: string): void => void kept.delete(gateId)
