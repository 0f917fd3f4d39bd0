import type { Day } from '~/calendar'
import type { Translate } from '~/language'
import type { Entry, LedgerEvent } from './entries'

type DataOf<Type extends LedgerEvent['type']> = Extract<LedgerEvent, { type: Type }>['data']

/** An entry as a page shows it: without its hashes, and with the number by which people know its round. */
export type EntryRow = Pick<Entry, 'seq' | 'day' | 'type' | 'data'> & { roundNumber?: number }

/** What a sentence about an entry needs: the words of a language, and how it writes a day and names a round. */
export type Speaking = { t: Translate; day: (day: Day) => string; round: (id: string) => string }

/** One sentence for each kind of event; the compiler asks for all of them. */
const sentences: { [Type in LedgerEvent['type']]: (data: DataOf<Type>, speaking: Speaking) => string } = {
  'log.opened': ({ name }, { t }) => t('ledger.entry.logOpened', { name }),
  'promise.made': ({ id, made_on, due, entered_later }, { t, day }) =>
    entered_later
      ? t('ledger.entry.enteredLater', { id, made: day(made_on), due: day(due) })
      : t('ledger.entry.made', { id, due: day(due) }),
  'promise.amended': ({ id, due }, { t, day }) =>
    due ? t('ledger.entry.dueMoved', { id, due: day(due) }) : t('ledger.entry.amended', { id }),
  'promise.status': ({ id, status }, { t }) => t(`ledger.entry.status.${status}`, { id }),
  'promise.evidence': ({ id, file }, { t }) => t(file ? 'ledger.entry.evidenceFile' : 'ledger.entry.evidence', { id }),
  'promise.closed': ({ id, as, by }, { t }) => t(`ledger.entry.closed.${as}`, { id, by: t(`promises.side.${by}`) }),
  'promise.broken': ({ id, by }, { t }) => t('ledger.entry.broken', { id, by: t(`promises.side.${by}`) }),
  'response.published': (data, { t, round }) => t('ledger.entry.response', { round: round(data.round) }),
  'round.opened': ({ round: id, units }, { t, round }) => {
    const people = units.reduce((sum, unit) => sum + unit.roster, 0)
    return t('ledger.entry.roundOpened', { round: round(id), groups: units.length, people })
  },
  'exam.answered': ({ question }, { t }) => t('ledger.entry.examAnswered', { question }),
  'self_check.handed_in': (data, { t, round }) => t('ledger.entry.selfCheck', { round: round(data.round) }),
  'roster.approved': (data, { t, round }) => t('ledger.entry.rosterApproved', { round: round(data.round) }),
  'box_key.held': (data, { t, round }) => t('ledger.entry.boxKeyHeld', { round: round(data.round) }),
  'tally.submitted': (data, { t, round }) => t('ledger.entry.tallySubmitted', { round: round(data.round) }),
  'round.closed': (data, { t, round }) => t('ledger.entry.roundClosed', { round: round(data.round) }),
  'round.void': (data, { t, round }) => t('ledger.entry.roundVoid', { round: round(data.round) }),
  'results.published': (data, { t, round }) => t('ledger.entry.results', { round: round(data.round) }),
  'comments.released': ({ round: id, blanked }, { t, round }) =>
    t('ledger.entry.commentsReleased', { round: round(id), blanked }),
  'client.released': ({ files }, { t }) => t('ledger.entry.clientReleased', { files: files.length }),
  'witness.added': ({ name, of }, { t }) => t('ledger.entry.witnessAdded', { name, of: t(`ledger.witnessOf.${of}`) }),
  'witness.removed': ({ name }, { t }) => t('ledger.entry.witnessRemoved', { name }),
  'key.rotated': (_data, { t }) => t('ledger.entry.keyRotated'),
  redaction: ({ seq, reason }, { t }) => t('ledger.entry.redaction', { seq, reason }),
}

/** Says in one sentence what an entry of the log means. */
export function sentenceOf({ type, data }: Pick<Entry, 'type' | 'data'>, speaking: Speaking): string {
  return sentences[type](data as never, speaking)
}

/** Returns the page that shows more of what an entry is about; nothing for most kinds. */
export function placeOf({ type, data }: Pick<Entry, 'type' | 'data'>): string | undefined {
  if ('id' in data && type.startsWith('promise.')) return `/promises/${data.id}`
  if (type === 'exam.answered' && 'question' in data) return `/app/readiness/exam#${data.question}`
  if (type === 'results.published' && 'round' in data) return `/app/results/${data.round}`
  return undefined
}
