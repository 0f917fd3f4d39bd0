import type { Translate } from '~/language'
import type { EntryRow } from '~/ledger/entry-words'
import type { Language } from '~/people/rules'
import { type Block, blocksOf, type Gate, openPct, stepAtHand } from './rules'

/** What happened to a gate, as the ledger says it; the reason is there until it was erased. */
export type GateEvent = EntryRow & { reason?: string }

/** Says in one or two sentences how far a gate is open, and what the next step still lacks. */
export function headlineOf(gate: Gate, t: Translate, language: Language): string[] {
  const pct = openPct(gate)
  const step = stepAtHand(gate)
  const now = t(pct > 0 ? 'gates.headline.open' : 'gates.headline.shut', { pct })
  if (!step || step.targetPct <= pct) return [now]
  const lacking = blocksOf(step, gate)
  if (lacking.length === 0) return [now, t('gates.headline.ready', { pct: step.targetPct })]
  const things = thingsOf(lacking, t, language)
  return [now, t('gates.headline.lacking', { count: lacking.length, pct: step.targetPct, things })]
}

/** Writes what is lacking as a list in a sentence. */
const thingsOf = (lacking: readonly Block[], t: Translate, language: Language): string =>
  new Intl.ListFormat(language, { type: 'conjunction' }).format(lacking.map(block => t(`gates.block.${block}.thing`)))
