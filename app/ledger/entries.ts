import { z } from 'zod'
import type { Day } from '~/calendar'

// The closed list of what the ledger may hold, version 1. `verify.mjs` holds the same list; a test compares them.

const id = z.string().regex(/^[A-Za-z0-9_-][A-Za-z0-9._-]{0,63}$/)
const day = z.iso.date()
const hash = z.string().regex(/^sha256:[0-9a-f]{64}$/)
const name = z.string().regex(/^[^\s+]{1,120}$/)
const key = z.string().regex(/^[^\s+]{1,120}\+[0-9a-f]{8}\+[A-Za-z0-9+/]{44}$/)
const signature = z.string().regex(/^[A-Za-z0-9+/]{86}==$/)
const count = z.int().nonnegative()
const text = z.string().min(1).max(500)
const words = z.string()

const judge = z.enum(['worksCouncil', 'staff', 'management'])
const units = z.array(z.strictObject({ id, issue_key: hash, roster: count }))
const totals = z.strictObject({ roster: count, counted: count.optional(), rejected: count })

const percent = z.int().min(0).max(100)
const account = z.enum(['pool', 'free', 'committed', 'spent'])
const phase = z.enum(['listen', 'prototype', 'scale'])
const booking = {
  group: id,
  no: count,
  cents: count,
  from: account,
  to: account,
  corrects: count.optional(),
  proposal: id.optional(),
}
const voting = {
  group: id,
  proposal: id,
  subject: id,
  closes: day,
  quorum_pct: percent,
  majority_pct: percent,
  veto_pct: percent,
}
const bookingKinds = ['grant', 'cut', 'commitment', 'expense', 'release', 'correction'] as const
const vetoEnds = ['answered', 'accepted', 'persuaded', 'escalated', 'overridden'] as const
const outcomeOfVote = z.enum(['adopted', 'rejected', 'lapsed'])
const step = { gate: id, version: count }

type Fields = z.ZodRawShape

const event = <Type extends string, Data extends Fields, Words extends Fields>(type: Type, data: Data, said: Words) =>
  z.strictObject({ type: z.literal(type), data: z.strictObject(data), words: z.strictObject(said) })
const plain = <Type extends string, Data extends Fields>(type: Type, data: Data) =>
  z.strictObject({ type: z.literal(type), data: z.strictObject(data) })

const about = { why: words, exclusions: words, measure: words, scope: words }
const changed = { text: words.optional(), owner: words.optional(), ...z.object(about).partial().shape }
const promise = { id, made_on: day, due: day, entered_later: z.boolean(), owner_role: id, about: z.array(id) }
const status = z.enum(['underWay', 'claimedKept', 'claimedPartly', 'claimedBroken', 'disputed'])
const outcome = z.enum(['kept', 'partly', 'withdrawn', 'superseded'])

/** Every kind of event. `data` is public for ever; `words` stand outside the log, so that they can be erased. */
export const events = [
  plain('log.opened', { name, key }),
  event('promise.made', promise, { text: words, ...about, owner: words.optional(), place: words.optional() }),
  event('promise.amended', { id, due: day.optional(), owner_role: id.optional() }, { reason: words, ...changed }),
  event('promise.status', { id, status }, { note: words.optional() }),
  event('promise.evidence', { id, file: hash.optional(), bytes: count.optional() }, { note: words }),
  event('promise.closed', { id, as: outcome, by: judge, successor: id.optional() }, { reason: words.optional() }),
  event('promise.broken', { id, by: judge }, { reason: words.optional() }),
  event('response.published', { round: id }, { heard: words, will_do: words, will_not_do: words }),
  plain('round.opened', { round: id, rules: id, manifest: hash, box_key: hash, units }),
  event('self_check.handed_in', { round: id }, { answers: words }),
  event('exam.answered', { question: id }, { answer: words }),
  plain('roster.approved', { round: id, manifest: hash }),
  plain('box_key.held', { round: id, box_key: hash, key, by: z.literal('worksCouncil') }),
  plain('round.closed', { round: id }),
  plain('tally.submitted', { round: id, results: hash, receipts: hash, signature }),
  plain('round.void', { round: id, reason: id }),
  plain('results.published', { round: id, results: hash, receipts: hash, totals }),
  plain('comments.released', { round: id, blanked: count }),
  event(
    'workgroup.mandated',
    { group: id, version: count, seats: count, weekly_minutes: count, veto_promise: id.optional() },
    { text: words },
  ),
  event('draw.announced', { group: id, seats: count, volunteers: count }, { list: words }),
  plain('draw.held', { group: id, announced: count, seed: hash, chosen: z.array(count) }),
  event('budget.booked', { ...booking, kind: z.enum(bookingKinds) }, { what: words }),
  plain('hours.reported', { group: id, week: id, promised: count, rostered: count, used: count, pulled_back: count }),
  event('vote.opened', voting, { title: words, text: words }),
  plain('vote.closed', { proposal: id, outcome: outcomeOfVote, consent: count, aside: count, object: count }),
  event('plan.presented', { group: id, proposal: id, held_on: day, audience: count }, { changed: words }),
  plain('plan.handed', { group: id, proposal: id }),
  plain('phase.entered', { use_case: id, phase }),
  event('phase.shown', { use_case: id, phase, output: id, file: hash.optional() }, { note: words }),
  event(
    'gate.step',
    { ...step, group: id, use_case: id, kind: id, target_pct: percent, measuring_from: day },
    { criteria: words },
  ),
  plain('gate.measured', { ...step, criterion: count, from: day, until: day, milli: count, volume: count }),
  event('gate.judged', { ...step, good: z.boolean(), failed: z.array(count), proposal: id }, { notes: words }),
  event(
    'gate.key',
    {
      ...step,
      holder: z.enum(['workgroup', 'formal']),
      turned: z.boolean(),
      proposal: id.optional(),
      file: hash.optional(),
    },
    { reason: words.optional() },
  ),
  event('gate.moved', { gate: id, pct: percent, version: count.optional() }, { reason: words.optional() }),
  event(
    'veto.raised',
    { ...step, id, criterion: count, proposal: id, answer_due: day },
    { evidence: words, persuade: words },
  ),
  event(
    'veto.moved',
    { id, to: z.enum(vetoEnds), by: z.enum(['group', 'management', 'director']), proposal: id.optional() },
    { reason: words.optional(), name: words.optional() },
  ),
  plain('client.released', { files: z.array(z.strictObject({ name: id, hash })) }),
  plain('witness.added', { name, key, of: z.enum(['worksCouncil', 'union', 'other']) }),
  plain('witness.removed', { name }),
  plain('key.rotated', { key, signature }),
  plain('redaction', { seq: count, key: id, reason: text }),
] as const

/** What may be entered: one of the closed list, and nothing besides. */
export const ledgerEvent = z.discriminatedUnion('type', events)
export type LedgerEvent = z.infer<typeof ledgerEvent>

/** One line of the log. `commit` holds a salted hash for each of the words that stand outside it. */
export type Entry = {
  v: 1
  seq: number
  day: Day
  type: LedgerEvent['type']
  data: LedgerEvent['data']
  commit?: Record<string, string>
}
