import { sha256, toBase64url, utf8 } from '~/ballot-box/bytes'
import { manifestCode } from '~/ballot-box/manifest'
import { allow, type Decision, refuse } from '~/decision'
import { checkAnnounced } from './announced'
import { lookInLedger } from './announced.client'
import { type CountProblem, countAsCouncil, manifestIn } from './count'
import type { CouncilKeys } from './file'
import { breathe, shuffle } from './key.client'
import type { Material, SealedBallot } from './material'
import type { CountFound, Submission } from './submission'

export type Progress = { done: number; all: number }
/** What the council's browser found, and the code by which it knows that everybody had the same questions and keys. */
export type CountedHere = CountFound & { code: string }
export type CountTrouble = CountProblem | 'unreachable' | 'notAnnounced'

/** Fetches the sealed ballots of a round and counts them in this browser, as they come in. */
export async function countRound(
  keys: CouncilKeys,
  tell: (progress: Progress) => void,
): Promise<Decision<CountedHere, CountTrouble>> {
  try {
    const answer = await fetch(`/app/rounds/${keys.round}/ballots`, { headers: { accept: 'application/jsonl' } })
    if (!answer.ok || !answer.body) return refuse('unreachable')
    const lines = linesOf(answer.body)
    const first = await lines.next()
    if (first.done) return refuse('unreadable')
    const material = JSON.parse(first.value) as Material
    const hash = await sha256(utf8(material.manifest))
    const manifest = manifestIn(material)
    if (manifest?.round !== keys.round) return refuse(manifest ? 'otherRound' : 'unreadable')
    const held = { manifest, manifestSha256: toBase64url(hash) }
    const known = await lookInLedger(keys.round, (files, seen) => checkAnnounced(files, held, keys.signingKey, seen))
    if (!known.ok) return refuse(known.because === 'otherKey' ? 'otherKey' : 'notAnnounced')
    const outside = { shuffle, breathe, tell: (done: number) => tell({ done, all: material.ballots }) }
    const counted = await countAsCouncil(material, ballotsIn(lines), keys, outside)
    return counted.ok ? allow({ ...counted.value, code: manifestCode(hash) }) : counted
  } catch {
    return refuse('unreachable')
  }
}

async function* ballotsIn(lines: AsyncIterable<string>): AsyncGenerator<SealedBallot> {
  for await (const line of lines) yield JSON.parse(line) as SealedBallot
}

/** Reads a stream line by line; the whole of it is never in memory. */
async function* linesOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = stream.getReader()
  const decoder = new TextDecoder()
  let rest = ''
  for (;;) {
    const { done, value } = await reader.read()
    const parts = (rest + decoder.decode(value, { stream: !done })).split('\n')
    rest = parts.pop() ?? ''
    yield* parts
    if (done) return
  }
}

/** Hands in a signed count. @returns nothing when it was taken, else the code of the refusal */
export async function handIn(round: string, submission: Submission): Promise<string | undefined> {
  try {
    const headers = { 'content-type': 'application/json' }
    const answer = await fetch(`/app/rounds/${round}/ballots`, {
      method: 'POST',
      headers,
      body: JSON.stringify(submission),
    })
    if (answer.ok) return undefined
    const said = await answer.json()
    return said.error.code
  } catch {
    return 'unreachable'
  }
}
