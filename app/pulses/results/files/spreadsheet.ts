import type { Day } from '~/calendar'
import type { Translate } from '~/language'
import type { Language } from '~/people/rules'
import { outwardInterval } from '~/statistics/wilson'
import { type Bounds, type PublishedFigure, ruleSet, smallestCell } from '../../disclosure/rules'
import type { HeldBackUnit } from '../../groups'
import { type CellResult, type ItemResult, type PublishedRound, resultsOf } from '../rules'
import { percentsOf } from '../telling'

/** A sheet of a workbook; its first line holds the headings. */
export type Sheet = { name: string; lines: readonly (readonly (string | number)[])[]; widths: readonly number[] }
/** How a sheet is written: in which language, and how days are said in it. */
export type Writer = { t: Translate; language: Language; day: (day: Day) => string }
type Round = { id: string; number: number; closesOn: Day; figuresSha256: string }

const columns = [
  ['round', 8],
  ['question', 10],
  ['text', 50],
  ['cell', 14],
  ['units', 30],
  ['answers', 12],
  ['favourable', 22],
  ['favourableLowest', 14],
  ['favourableHighest', 14],
  ['favourableFrom', 14],
  ['favourableTo', 14],
  ['unfavourable', 22],
  ['unfavourableLowest', 14],
  ['unfavourableHighest', 14],
  ['unfavourableFrom', 14],
  ['unfavourableTo', 14],
  ['since', 14],
  ['why', 70],
] as const

/**
 * Returns the published figures as two sheets: one line for each figure and for each group that has none, with the
 * reason; and what the numbers mean. No number about answers stands in them that was not published.
 */
export function resultsSheets(round: Round, published: PublishedRound, writer: Writer): Sheet[] {
  const { t } = writer
  const { items, turnout } = resultsOf(published)
  const figures = items.flatMap(item => [
    ...item.cells.map(cell => figureLine(round, item, cell, writer)),
    ...item.heldBack.map(unit => heldLine(round, item, unit, writer)),
  ])
  const headings = columns.map(([name]) => t(`results.file.column.${name}`))
  const widths = columns.map(([, width]) => width)
  const told = explained(round, items, writer)
  const lines = [
    [t('results.file.explained')],
    [t(`results.turnout.${turnout ?? 'none'}`)],
    ...told.map(line => [line]),
  ]
  return [
    { name: t('results.file.results'), lines: [headings, ...figures], widths },
    { name: t('results.file.explained'), lines, widths: [110] },
  ]
}

function figureLine({ number }: Round, item: ItemResult, cell: CellResult, { t, language }: Writer) {
  const { group, sinceRound } = cell
  return [
    ...[number, item.id, item.text[language], group.cellId, group.labels.join(' / '), cell.n],
    ...side(item, cell, 'favourable', t),
    ...side(item, cell, 'unfavourable', t),
    ...[sinceRound ?? '', sinceRound ? whyOld(cell, t) : ''],
  ]
}

/** The word for one side, its count in bounds, and the margin around it in whole percents, outward. */
function side({ kind }: ItemResult, figure: PublishedFigure, which: 'favourable' | 'unfavourable', t: Translate) {
  const counted: Bounds = figure[which]
  const { lowest, highest } = percentsOf(outwardInterval(counted, figure.n))
  return [t(`results.class.${kind}.${which}`), ...counted, lowest, highest]
}

const whyOld = ({ sinceRound: number, hadTooFewAnswers }: CellResult, t: Translate) =>
  t(hadTooFewAnswers ? 'results.heldBack.tooFewSince' : 'results.heldBack.unchanged', { number })

function heldLine({ number }: Round, item: ItemResult, { unitId, label, reason }: HeldBackUnit, writer: Writer) {
  const { t, language } = writer
  const why =
    reason.kind === 'countedWith'
      ? t('results.heldBack.countedWith', { others: reason.labels.join(', ') })
      : t(`results.heldBack.${reason.kind}`)
  const name = [number, item.id, item.text[language], unitId, label]
  return [...name, ...Array<string>(columns.length - name.length - 1).fill(''), why]
}

function explained(round: Round, items: readonly ItemResult[], { t, day }: Writer): string[] {
  const isCheck = items.some(({ kind }) => kind === 'barrier')
  return [
    t('results.file.about', { number: round.number, date: day(round.closesOn), rules: ruleSet }),
    t('results.file.only'),
    t('results.whyBounds'),
    t('results.file.between'),
    t('results.file.smallest', { people: smallestCell }),
    t('results.file.together'),
    t('results.file.overTime'),
    t('results.reading.margin'),
    t('results.reading.scope'),
    t('results.reading.selected'),
    ...(isCheck ? [t('results.file.barriers'), t('results.reading.noTest')] : []),
    t('results.file.gone'),
    t('results.file.check', { sum: round.figuresSha256 }),
  ]
}
