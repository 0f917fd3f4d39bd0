import { createPublicKey, randomBytes, verify } from 'node:crypto'
import { Readable } from 'node:stream'
import { z } from 'zod'
import { ballotsWithTokens, countBallotsIn } from '~/ballot-box/council-tokens.server'
import { readManifest } from '~/ballot-box/manifest'
import { slipsOf } from '~/ballot-box/slips/store.server'
import { type Decision, refuse } from '~/decision'
import { append } from '~/ledger/store.server'
import { kindOf, log } from '~/log.server'
import { ballotBox } from '../ballot-box.server'
import { closeAndCount } from '../closing.server'
import { historyBefore } from '../disclosure/history.server'
import { figuresOf, questionsIn } from '../figures'
import { publishTally } from '../publishing.server'
import { receiptsOf } from '../receipts.server'
import { findRound, type RoundListed } from '../store.server'
import { checkTally, type RoundKnown } from './check'
import { tallySubmitted } from './events'
import { signingBytes } from './file'
import { type Material, withMarks } from './material'
import { countByCouncil } from './rules'
import { findHeldKeys } from './store.server'
import { countText, figuresHash, receiptsHash, type Submission, wholeText } from './submission'

const id = z.string().max(2000)
const count = z.int().nonnegative()
const bounds = z.tuple([count, count])
const unitIds = z.array(id).min(1)
const receipts = z.string().regex(/^sha256:[0-9a-f]{64}$/)
const signature = z.string().regex(/^[A-Za-z0-9+/]{86}==$/)

/** What the council hands in: figures that are published anyway, and nothing from which an answer could be read. */
const submissionForm = z.strictObject({
  tally: z.strictObject({
    cells: z.array(
      z.strictObject({ cellId: id, itemId: id, unitIds, n: count, favourable: bounds, unfavourable: bounds }),
    ),
    held: z.array(
      z.strictObject({
        cellId: id,
        itemId: id,
        hadTooFewAnswers: z.boolean(),
        sinceRoundId: id.optional(),
        sinceCellId: id.optional(),
      }),
    ),
    comments: z.array(z.strictObject({ cellId: id, labels: z.array(id), unitIds, bodies: z.array(id) })),
    ballotsPerCell: z.array(z.strictObject({ cellId: id, unitIds, ballots: count })),
    counted: count,
    rejected: count,
  }),
  receipts,
  signature,
  wholeSignature: signature,
})

/** Reads what the council hands in; nothing when it is anything else. */
export function readSubmission(body: string): Submission | undefined {
  try {
    return submissionForm.parse(JSON.parse(body))
  } catch {
    return undefined
  }
}

/**
 * Writes all that the council needs to count a round, line by line: first the frame, then the sealed ballots. People
 * have a mark that is drawn anew for each download.
 */
export async function* materialLines(round: RoundListed): AsyncGenerator<string> {
  const marks = new Map<string, string>()
  const markOf = (personId: string) => {
    const mark = marks.get(personId) ?? randomBytes(12).toString('base64url')
    marks.set(personId, mark)
    return mark
  }
  const material: Material = {
    v: 1,
    round: round.id,
    manifest: round.manifest!,
    tree: JSON.parse(round.unitTree!),
    history: withMarks(await historyBefore(round), markOf),
    slips: [...slipsOf(ballotBox(), round.id)].map(({ hash, unit }) => [inText(hash), unit]),
    ballots: countBallotsIn(ballotBox(), round.id),
  }
  yield `${JSON.stringify(material)}\n`
  for (const { nullifier, unit, sealed, input, signature } of ballotsWithTokens(ballotBox(), round.id)) {
    const spent = input && signature ? { input: inText(input), signature: inText(signature) } : {}
    yield `${JSON.stringify({ nullifier: inText(nullifier), unit, sealed: inText(sealed), ...spent })}\n`
  }
}

/** Hands the lines out as fast as they are taken in. */
export const materialStream = (round: RoundListed): ReadableStream<Uint8Array> =>
  Readable.toWeb(Readable.from(materialLines(round), { objectMode: false })) as ReadableStream<Uint8Array>

const inText = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url')

/** Publishes a count that the council made, if it is signed with the council's key and keeps every rule of disclosure. */
export async function acceptCount(roundId: string, submission: Submission, at: Date) {
  const round = await findRound(roundId)
  if (!round) return refuse('noSuchRound')
  const decision = countByCouncil(round)
  if (!decision.ok) return decision
  const { tally, receipts, signature } = submission
  if (receipts !== (await receiptsHash(await receiptsOf(roundId)))) return refuse('receiptsDiffer')
  if (!(await isSigned(roundId, submission))) return refuse('signatureWrong')
  const checked = checkTally(tally, await knownOf(round))
  if (!checked.ok) return checked
  const results = await figuresHash(roundId, tally)
  const entry = tallySubmitted({ round: roundId, results, receipts, signature })
  const isFirst = await publishTally(roundId, tally, tx => append(tx, entry, at))
  if (!isFirst) return refuse('alreadyCounted')
  log('round.countedByCouncil', { round: roundId })
  closeAndCount(roundId, undefined, at).catch(fault => log('job.failed', { job: 'closing', kind: kindOf(fault) }))
  return decision satisfies Decision<true, never>
}

async function isSigned(roundId: string, submission: Submission): Promise<boolean> {
  const held = await findHeldKeys(roundId)
  const { tally, receipts, signature, wholeSignature } = submission
  const bytes = held && (await signingBytes(roundId, held.signingKey))
  if (!bytes) return false
  const x = Buffer.from(bytes).toString('base64url')
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' })
  const stands = (text: string, said: string) => verify(null, Buffer.from(text), key, Buffer.from(said, 'base64'))
  const hash = await figuresHash(roundId, tally)
  return stands(countText(roundId, hash, receipts), signature) && stands(wholeText(roundId, submission), wholeSignature)
}

async function knownOf(round: RoundListed): Promise<RoundKnown> {
  return {
    itemIds: figuresOf(questionsIn(readManifest(Buffer.from(round.manifest!)))).map(({ id }) => id),
    tree: JSON.parse(round.unitTree!),
    history: await historyBefore(round),
    ballots: countBallotsIn(ballotBox(), round.id),
  }
}
