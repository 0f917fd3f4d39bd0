import { Link } from '@remix-run/react'
import { useWords } from '~/language/words'
import { HeldBack } from '~/ui/held-back'
import { FigureBar, useJoined, useShare } from './figure-words'
import { FiguresTable } from './figures-table'
import { Nothing } from './held-back-words'
import { ItemNote } from './item-note'
import { useChange } from './over-time/change-words'
import type { CellResult, ItemResult } from './rules'
import { toldBy, toldOf } from './telling'

type ItemSectionProps = {
  item: ItemResult
  /** Where its groups are, one by one, in an organisation with so many that they are not on this page. */
  groupsAt?: string
  isAsked?: boolean
}

/** One question: the organisation first, then every group that has a figure, and a table of all of it. */
export function ItemSection({ item, groupsAt, isAsked = false }: ItemSectionProps) {
  const { t, language } = useWords()
  const text = item.text[language]
  return (
    <section className="flow question" id={item.id} aria-labelledby={`${item.id}-text`}>
      <h3 id={`${item.id}-text`}>{text}</h3>
      <ItemNote item={item} />
      {item.figure ? (
        <>
          <FigureBar kind={item.kind} figure={item.figure} label={t('results.item.organisation', { text })} />
          <Telling item={item} />
          {groupsAt ? (
            <p className="no-print">
              <Link to={groupsAt}>{t('results.item.groupsApart', { count: item.cells.length })}</Link>
            </p>
          ) : (
            <GroupByGroup item={item} isOpen={isAsked} />
          )}
        </>
      ) : (
        <Nothing unit={item.heldBack[0]} />
      )}
    </section>
  )
}

/** What the bar says, in words first; then whether it changed, and where to see that over time. */
function Telling({ item }: { item: ItemResult }) {
  const { t } = useWords()
  const share = useShare()
  const change = useChange()
  const { id, kind, figure, olderAnswers: count } = item
  if (!figure) return null
  const told = share(toldOf(kind, figure))
  return (
    <>
      <p>{t('results.item.telling', { word: t(`results.class.${kind}.${toldBy(kind)}`), ...told })}</p>
      {item.change && (
        <p>
          {change(item.change)}{' '}
          {item.change.kind !== 'first' && <Link to={`/app/results/trend/${id}`}>{t('results.trend.link')}</Link>}
        </p>
      )}
      {count && <p className="note">{t('results.item.older', { count, n: figure.n })}</p>}
    </>
  )
}

function GroupByGroup({ item, isOpen }: { item: ItemResult; isOpen: boolean }) {
  const { t } = useWords()
  return (
    <>
      <Groups item={item} isOpen={isOpen} />
      <details>
        <summary>{t('results.item.table')}</summary>
        <FiguresTable item={item} />
      </details>
    </>
  )
}

function Groups({ item, isOpen }: { item: ItemResult; isOpen: boolean }) {
  const { t } = useWords()
  const areJoint = item.heldBack.every(({ reason }) => reason.kind === 'countedWith')
  if (item.cells.length === 1 && areJoint && !item.cells[0]?.sinceRound) {
    return item.heldBack.length > 0 ? <HeldBack reason={t('results.heldBack.allJoint')} /> : null
  }
  return (
    <details open={isOpen}>
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
      {cell.response && <p className="note">{t(`results.turnout.group.${cell.response}`)}</p>}
      {cell.sinceRound && <HeldBack reason={t(whyUnchanged(cell), { number: cell.sinceRound })} />}
      {unitLabels.length > 1 && <HeldBack reason={t('results.heldBack.joint', { units: joined(unitLabels) })} />}
    </>
  )
}

const whyUnchanged = ({ hadTooFewAnswers }: CellResult) =>
  hadTooFewAnswers ? 'results.heldBack.tooFewSince' : 'results.heldBack.unchanged'
