import type { PlanWords } from '../plan/words'
import type { VersionShown } from '../record/shown'
import type { SharedWords } from '../record/words'
import type { Everything } from './shown'

// The file that somebody takes along: JSON with plain names, which another program can read (GDPR, article 20).

/** The name of this kind of file, and of its shape. */
export const fileFormat = 'inspraak-own/1'

/** Says in the file that words stand sealed in the database and were not opened for it. */
export const notOpened = 'sealed; not opened for this file'

type Opened = { shared?: SharedWords; own: string; objection: string }
type Version = VersionShown & Partial<Opened>
/** The words that were opened, by record, when they were. */
export type OpenedWords = {
  records: Record<string, { agreed?: Version; draft?: Version } | undefined>
  plan?: PlanWords
}

/** Writes everything as one file; what was not opened says so. */
export function writeEverything(all: Everything, opened: OpenedWords = { records: {} }): string {
  const { personId, madeOn, holdings, records, plan } = all
  const file = {
    format: fileFormat,
    madeOn,
    personId,
    answers: 'none: no answer is kept with a name',
    holdings: Object.fromEntries(holdings.map(({ about, rows }) => [about, rows])),
    records: records.map(({ conversationId, heldOn, agreed, draft, ...record }) => ({
      ...{ conversationId, with: record.with, heldOn },
      agreed: agreed && versionIn(opened.records[conversationId]?.agreed ?? agreed),
      draft: draft && versionIn(opened.records[conversationId]?.draft ?? draft),
    })),
    developmentPlan: plan && {
      ...{ sight: plan.sight, reviewOn: plan.reviewOn, changedOn: plan.changedOn },
      words: opened.plan ?? notOpened,
    },
  }
  return `${JSON.stringify(file, null, 2)}\n`
}

function versionIn({ version, leadAgreedOn, employeeAgreedOn, followUpOn, ...words }: Version) {
  const { shared, own, objection } = words
  const said = shared ? { ...shared, own, objection } : notOpened
  return { version, leadAgreedOn, employeeAgreedOn, followUpOn, words: said }
}
