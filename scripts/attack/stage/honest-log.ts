import { council, hashOf, PaperLog, signer, union } from './paper-log'

const promise = {
  id: 'P-1',
  made_on: '2026-01-06',
  due: '2026-06-30',
  entered_later: false,
  owner_role: 'executive',
  about: [],
}
export const promised = {
  text: 'Elke maandag twee extra mensen aan de lijn.',
  why: 'w',
  exclusions: 'geen',
  measure: 'm',
  scope: 's',
}

/** A quarter of a year in which everybody did what they should; `changed` writes another past with the same keys. */
export function honestLog(
  log = signer('inspraak.voorbeeld.nl/ledger'),
  changed: { due?: string; withoutClosing?: true } = {},
) {
  const paper = new PaperLog(log)
  paper.open('2026-01-05')
  paper.register('2026-01-05', council)
  paper.register('2026-01-05', union)
  const unit = { id: 'U1', issue_key: hashOf('a'), roster: 14 }
  const opened = { round: 'R1', rules: 'K7c2.v1', manifest: hashOf('b'), box_key: hashOf('c'), units: [unit] }
  paper.add('2026-01-05', 'round.opened', opened)
  paper.add('2026-01-06', 'promise.made', { ...promise, due: changed.due ?? promise.due }, promised)
  paper.cosign('2026-01-07', council, union)
  paper.add('2026-02-02', 'promise.status', { id: 'P-1', status: 'underWay' })
  paper.cosign('2026-02-04', council)
  if (!changed.withoutClosing) paper.add('2026-02-20', 'round.closed', { round: 'R1' })
  paper.cosign('2026-02-21', council)
  paper.add('2026-03-10', 'promise.evidence', { id: 'P-1' }, { note: 'Rooster week 10, door J. Jansen' })
  paper.cosign('2026-03-11', council)
  return paper
}
