import type { Day } from '~/calendar'
import type { Translate } from '~/language'
import type { Entry, LedgerEvent } from './entries'

type DataOf<Type extends LedgerEvent['type']> = Extract<LedgerEvent, { type: Type }>['data']

/** An entry as a page shows it: without its hashes, and with the number by which people know its round. */
export type EntryRow = Pick<Entry, 'seq' | 'day' | 'type' | 'data'> & { roundNumber?: number }

/** What a sentence about an entry needs: the words of a language, and how it writes a day, money and hours, and names a round. */
export type Speaking = {
  t: Translate
  day: (day: Day) => string
  round: (id: string) => string
  money: (cents: number) => string
  hours: (minutes: number) => string
}

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
  'workgroup.mandated': ({ version, seats }, { t }) =>
    t(version > 1 ? 'ledger.entry.mandateChanged' : 'ledger.entry.mandated', { seats }),
  'draw.announced': ({ seats, volunteers }, { t }) => t('ledger.entry.drawAnnounced', { seats, volunteers }),
  'draw.held': ({ chosen }, { t }) => t('ledger.entry.drawHeld', { chosen: chosen.join(', ') }),
  'budget.booked': ({ kind, cents }, { t, money }) => t(`ledger.entry.booked.${kind}`, { amount: money(cents) }),
  'hours.reported': ({ week, promised, used }, { t, hours }) =>
    t('ledger.entry.hours', { week, promised: hours(promised), used: hours(used) }),
  'vote.opened': ({ closes }, { t, day }) => t('ledger.entry.voteOpened', { closes: day(closes) }),
  'vote.closed': ({ outcome, consent, aside, object }, { t }) =>
    t(`ledger.entry.voteClosed.${outcome}`, { consent, aside, object }),
  'plan.presented': ({ held_on, audience }, { t, day }) =>
    t('ledger.entry.presented', { on: day(held_on), people: audience }),
  'plan.handed': (_, { t }) => t('ledger.entry.handed'),
  'phase.entered': ({ phase }, { t }) => t(`ledger.entry.phase.${phase}`),
  'phase.shown': ({ file }, { t }) => t(file ? 'ledger.entry.shownFile' : 'ledger.entry.shown'),
  'gate.step': ({ gate, target_pct, measuring_from }, { t, day }) =>
    t('ledger.entry.gateStep', { gate, pct: target_pct, from: day(measuring_from) }),
  'gate.measured': ({ gate, criterion }, { t }) => t('ledger.entry.gateMeasured', { gate, criterion }),
  'gate.judged': ({ gate, good }, { t }) => t(good ? 'ledger.entry.gateGood' : 'ledger.entry.gateNotGood', { gate }),
  'gate.key': ({ gate, holder, turned }, { t }) => {
    const way = turned ? 'turned' : 'turnedBack'
    return t(`ledger.entry.gateKey.${holder}.${way}`, { gate })
  },
  'gate.moved': ({ gate, pct }, { t }) =>
    t(pct > 0 ? 'ledger.entry.gateOpen' : 'ledger.entry.gateBlocked', { gate, pct }),
  'veto.raised': ({ id, gate, criterion, answer_due }, { t, day }) =>
    t('ledger.entry.vetoRaised', { id, gate, criterion, due: day(answer_due) }),
  'veto.moved': ({ id, to }, { t }) => t(`ledger.entry.veto.${to}`, { id }),
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
  if ('group' in data && type.startsWith('draw.')) return `/app/groups/${data.group}/draw`
  if (type === 'results.published' && 'round' in data) return `/app/results/${data.round}`
  return undefined
}
