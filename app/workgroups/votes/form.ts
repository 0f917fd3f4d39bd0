import { z } from 'zod'
import { isDay } from '~/calendar'
import { choices, ruleChoices } from './rules'

/** Characters in a title: it is asked as a question too. @source our own choice: two lines on a phone */
export const longestTitle = 120
/** Characters in the words of a proposal. @source our own choice: one printed page */
export const longestProposal = 3000
/** Characters in what somebody says about it, or why they object. @source our own choice: short enough to be read */
export const longestSaying = 1000

/** Line ends are counted once, however the browser sends them. */
const said = (most: number) =>
  z
    .string()
    .overwrite(text => text.replace(/\r\n?/g, '\n').trim())
    .max(most)
/** One line of words. */
const line = (most: number) =>
  z
    .string()
    .overwrite(text => text.replace(/\s+/g, ' ').trim())
    .max(most)
const day = z.string().min(1).refine(isDay, 'notADay')
const pct = (of: readonly number[]) => z.coerce.number().refine(one => of.includes(one), 'notAChoice')

/** The version of the proposal that stood on the screen. */
const seen = z.coerce.number().int().min(1)

const words = { title: line(longestTitle).min(1), words: said(longestProposal).min(1) }
/** An amount as it was typed; the language of the page decides what it means. */
const amount = z.string().trim().max(30).default('')

/** What a member proposes here; everything about a gate is proposed where that gate is. */
export const ownSubjects = ['plan', 'expense', 'other'] as const

/** A new proposal. */
export const proposalForm = z
  .object({ subject: z.enum(ownSubjects), ...words, amount })
  .refine(one => one.subject !== 'expense' || one.amount !== '', { path: ['amount'], message: 'required' })

/** A proposal in other words, while it is discussed. */
export const wordsForm = z.object({ ...words, amount, seen })

/** What somebody says about a proposal, or how they vote on it. */
export const proposalDeedForm = z.discriminatedUnion('step', [
  z.object({ step: z.literal('say'), contribution: said(longestSaying).min(1) }),
  z.object({ step: z.literal('vote'), choice: z.enum(choices), reason: said(longestSaying).default('') }),
])

/** A vote to open: how long, and by which rule. */
export const openingForm = z.object({
  closesOn: day,
  quorumPct: pct(ruleChoices.quorumPct),
  majorityPct: pct(ruleChoices.majorityPct),
  vetoPct: pct(ruleChoices.vetoPct),
  step: z.enum(['write', 'preview', 'publish']).catch('preview'),
  seen,
})
