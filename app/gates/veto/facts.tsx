import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useWords } from '~/language/words'
import { placeId } from '~/ledger/erasures/entry-places'
import { WordsOrGone } from '~/ledger/erasures/erased-words'
import { DayText } from '~/ui/day'
import { Section } from '~/ui/page'
import { Table } from '~/ui/table'
import type { VetoInFull, VetoMoveShown } from './shown'
import { useCriterionInWords } from './words'

/** What a veto is about: the criterion and what was measured, what the group saw, and what would change its mind. */
export function VetoFacts({ veto }: { veto: VetoInFull }) {
  const { t } = useWords()
  const { bar, found } = useCriterionInWords()
  const { gate, targetPct, criterion, evidence, persuade } = veto
  return (
    <dl className="small-print">
      <Entry label={t('vetoes.list.criterion')}>{bar(criterion)}</Entry>
      <Entry label={t('vetoes.page.measured')}>{found(veto)}</Entry>
      <Entry label={t('vetoes.page.evidence')}>
        <WordsOrGone words={evidence} of="veto" id={veto.id} part="evidence" />
      </Entry>
      <Entry label={t('vetoes.page.persuade')}>
        <WordsOrGone words={persuade} of="veto" id={veto.id} part="persuade" />
      </Entry>
      <Entry label={t('vetoes.page.source')}>{criterion.source}</Entry>
      <Entry label={t('vetoes.page.gate')}>
        <Link to={`/app/gates/${gate.id}`}>{t('vetoes.list.step', { pct: targetPct, gate: gate.name })}</Link>
      </Entry>
    </dl>
  )
}

const Entry = ({ label, children }: { label: string; children: ReactNode }) => (
  <div>
    <dt>{label}</dt>
    <dd className="register-text">{children}</dd>
  </div>
)

type Event = Omit<VetoMoveShown, 'reason'> & { reason: ReactNode }

/** Everything that happened to a veto, in order. The group stands there as a group; only a director has a name. */
export function VetoHistory({ veto }: { veto: VetoInFull }) {
  const { t } = useWords()
  const vote = <Link to={`/app/proposals/${veto.proposalId}`}>{t('vetoes.page.toVote')}</Link>
  const first = { number: 0, state: 'raised', side: 'group', movedOn: veto.raisedOn, signedBy: null } as const
  const said = (move: VetoMoveShown): Event => {
    const id = placeId(veto.id, move.state)
    return { ...move, reason: <WordsOrGone words={move.reason} of="vetoMove" id={id} part="reason" /> }
  }
  const rows: Event[] = [{ ...first, reason: vote }, ...veto.moves.map(said)]
  const who = ({ side, signedBy }: Event) => {
    if (side !== 'director') return t(`vetoes.side.${side}`)
    return signedBy ? t('vetoes.side.director', { name: signedBy }) : t('vetoes.side.erased')
  }
  const what = ({ state }: Event) => t(`vetoes.event.${state}`)
  const columns = [
    { label: t('vetoes.page.date'), cell: ({ movedOn }: Event) => <DayText day={movedOn} /> },
    { label: t('vetoes.page.event'), cell: what },
    { label: t('vetoes.page.by'), cell: who },
    { label: t('vetoes.page.words'), cell: ({ reason }: Event) => <span className="register-text">{reason}</span> },
  ]
  return (
    <Section title={t('vetoes.page.history')}>
      <Table caption={t('vetoes.page.history')} captionHidden columns={columns} rows={rows} keyOf={keyOf} />
    </Section>
  )
}

const keyOf = ({ number }: Event) => `${number}`
