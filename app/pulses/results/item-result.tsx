import { useWords } from '~/language/words'
import { HeldBack } from '~/ui/held-back'
import { type Column, Table } from '~/ui/table'
import type { HeldBackUnit } from '../groups'
import { FigureBar, useJoined, useSaid } from './figure-words'
import type { CellResult, ItemResult } from './rules'

/** One question: the organisation first, then every group that has a figure, and a table of all of it. */
export function ItemSection({ item }: { item: ItemResult }) {
  const { t, language } = useWords()
  const text = item.text[language]
  return (
    <section className="flow question" id={item.id} aria-labelledby={`${item.id}-text`}>
      <h3 id={`${item.id}-text`}>{text}</h3>
      {item.figure ? (
        <>
          <FigureBar kind={item.kind} figure={item.figure} label={t('results.item.organisation', { text })} />
          <Groups item={item} />
          <details>
            <summary>{t('results.item.table')}</summary>
            <FiguresTable item={item} />
          </details>
        </>
      ) : (
        <Nothing unit={item.heldBack[0]} />
      )}
    </section>
  )
}

function Groups({ item }: { item: ItemResult }) {
  const { t } = useWords()
  const areJoint = item.heldBack.every(({ reason }) => reason.kind === 'countedWith')
  if (item.cells.length === 1 && areJoint && !item.cells[0]?.sinceRound) {
    return item.heldBack.length > 0 ? <HeldBack reason={t('results.heldBack.allJoint')} /> : null
  }
  return (
    <details>
      <summary>{t('results.item.groups', { count: item.cells.length })}</summary>
      <p className="note">{t('results.item.groupsNote')}</p>
      <ul className="groups">
        {item.cells.map(cell => (
          <li key={cell.group.cellId}>
            <Group cell={cell} item={item} />
          </li>
        ))}
      </ul>
    </details>
  )
}

function Group({ cell, item }: { cell: CellResult; item: ItemResult }) {
  const { t } = useWords()
  const joined = useJoined()
  const { labels, unitLabels } = cell.group
  const name = joined(labels)
  return (
    <>
      <h4>{name}</h4>
      <FigureBar kind={item.kind} figure={cell} label={name} />
      {cell.sinceRound && <HeldBack reason={t(whyUnchanged(cell), { number: cell.sinceRound })} />}
      {unitLabels.length > 1 && <HeldBack reason={t('results.heldBack.joint', { units: joined(unitLabels) })} />}
    </>
  )
}

const whyUnchanged = ({ hadTooFewAnswers }: CellResult) =>
  hadTooFewAnswers ? 'results.heldBack.tooFewSince' : 'results.heldBack.unchanged'

/** A row is either a figure, or a unit without one: then it says why, in the place of the figure. */
type Row = { name: string; figure?: Pick<CellResult, 'n' | 'favourable' | 'unfavourable'>; unit?: HeldBackUnit }

function FiguresTable({ item }: { item: ItemResult }) {
  const { t, language } = useWords()
  const joined = useJoined()
  const nameOf = ({ group, sinceRound: number }: CellResult) =>
    number ? t('results.heldBack.sinceRound', { name: joined(group.labels), number }) : joined(group.labels)
  const rows: Row[] = [
    { name: t('results.item.everyone'), figure: item.figure },
    ...item.cells.map(cell => ({ name: nameOf(cell), figure: cell })),
    ...item.heldBack.map(unit => ({ name: unit.label, unit })),
  ]
  return (
    <Table
      caption={t('results.item.caption', { text: item.text[language] })}
      captionHidden
      columns={useColumns(item)}
      rows={rows}
      keyOf={row => (row.unit ? row.unit.unitId : row.name)}
    />
  )
}

function useColumns({ kind }: ItemResult): Column<Row>[] {
  const { t } = useWords()
  const said = useSaid()
  const count = (which: 'favourable' | 'unfavourable'): Column<Row> => ({
    label: t(`results.class.${kind}.${which}`),
    cell: ({ figure, unit }) =>
      figure ? said(figure[which], figure.n) : <Reason unit={unit} isFirst={which === 'favourable'} />,
  })
  return [{ label: t('results.item.group'), cell: row => row.name }, count('favourable'), count('unfavourable')]
}

/** The reason stands once in a row, where the first figure would be. */
function Reason({ unit, isFirst }: { unit?: HeldBackUnit; isFirst: boolean }) {
  const { t } = useWords()
  const joined = useJoined()
  if (!isFirst) return <HeldBack reason={t('results.heldBack.none')} />
  if (unit?.reason.kind !== 'countedWith') return <Nothing unit={unit} />
  return <HeldBack reason={t('results.heldBack.countedWith', { others: joined(unit.reason.labels) })} />
}

/** Says why there is no figure at all: too few answered, or a new figure could tell about who came, left or moved. */
function Nothing({ unit }: { unit?: HeldBackUnit }) {
  const { t } = useWords()
  const kind = !unit || unit.reason.kind === 'countedWith' ? 'tooFewAnswers' : unit.reason.kind
  return <HeldBack reason={t(`results.heldBack.${kind}`)} />
}
