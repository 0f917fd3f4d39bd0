import { createHash } from 'node:crypto'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import checks from '~/language/nl/checks.json'
import results from '~/language/nl/results.json'
import { resultsText } from '~/pulses/published'
import { resultsCsv, resultsJson } from '~/pulses/results/files/export'
import { type PublishedRound, resultsOf } from '~/pulses/results/rules'
import { unitTree } from './organisations'
import { countedRound, people } from './published-round'

const answers = { P01: 4, P04: 2, P10: 3 }
const round = countedRound({ U1: people(9, answers), U2: people(3, answers), U3: people(12, { P01: 5, P13: 4 }) })
const rowsOf = (published: PublishedRound) => parse(resultsCsv('R1', published, 'nl'), { bom: true }) as string[][]

/** Every number that was published; an export with another one lets somebody subtract. */
const numbersIn = ({ cells }: PublishedRound) =>
  new Set(cells.flatMap(({ n, favourable, unfavourable }) => [n, ...favourable, ...unfavourable].map(String)))
const strangersIn = (rows: string[][], published: PublishedRound) =>
  rows.slice(1).flatMap(row => row.slice(5).filter(number => number !== '' && !numbersIn(published).has(number)))

describe('what everybody who is signed in can fetch', () => {
  const numberOfBallots = (published: PublishedRound) => published.totals.cells.map(({ ballots }) => ballots)

  it('tells exactly how many answered in each group, and the pages do not say otherwise', () => {
    const fetched = JSON.parse(resultsJson('R1', round)) as PublishedRound
    expect(numberOfBallots(fetched)).toEqual([12, 12])
    expect(checks.drawn.notYou).toContain('iedereen die inlogt na afloop hoeveel stembiljetten elke groep inleverde')
    expect(checks.drawn.notYou, 'control: the sentence that was not true').not.toContain('weet niemand')
  })

  it('tells of units whose figure is held back why, and names both causes where the cause was not kept', () => {
    const reasons = (hadTooFewAnswers?: boolean) => {
      const held = [{ cellId: 'U1+U2', itemId: 'P04', unitIds: ['U1', 'U2'], hadTooFewAnswers }]
      const item = resultsOf({ ...round, cells: [], held }).items.find(({ id }) => id === 'P04')!
      return item.heldBack.map(({ reason }) => reason.kind)
    }
    expect(reasons(true)).toEqual(['tooFewAnswers', 'tooFewAnswers', 'tooFewAnswers'])
    expect(reasons(false)).toEqual(['churn', 'churn', 'tooFewAnswers'])
    expect(reasons()).toEqual(['either', 'either', 'tooFewAnswers'])
    expect(results.heldBack.either).toMatch(/^Te weinig antwoorden, of er kwamen en gingen mensen/)
    expect(results.heldBack.churn).not.toContain('antwoorden')
  })
})

describe('the export for spreadsheets', () => {
  it('holds one line for each published figure, and no number beside them', () => {
    const rows = rowsOf(round)
    expect(rows).toHaveLength(1 + round.cells.length)
    expect(strangersIn(rows, round)).toEqual([])
    const withCount = rows.map(row => [...row, '41'])
    expect(strangersIn(withCount, round), 'control: a raw count beside them is caught').not.toEqual([])
  })

  it('is written as spreadsheets read it', () => {
    const csv = resultsCsv('R1', round, 'nl')
    expect(csv.startsWith('\uFEFFround,question,text,cell,units,answers,')).toBe(true)
    expect(csv.endsWith('\r\n')).toBe(true)
    expect(rowsOf(round)[1]).toEqual([
      'R1',
      'P01',
      'Hoe was je werkweek?',
      'U1+U2',
      'north',
      '12',
      '9',
      '12',
      '0',
      '3',
      '',
      '',
    ])
  })

  it('never lets the name of a team be run as a formula', () => {
    const hostile = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', 'Nacht "A", laat']
    const isRun = (text: string) => /^[=+\-@\t\r]/.test(text)
    for (const label of hostile) {
      const units = unitTree('org', { id: 'U1', label })
      const [, row] = rowsOf(countedRound({ U1: people(8, answers) }, 20, units))
      expect(isRun(row![4]!)).toBe(false)
      expect(row![4]).toContain(label)
    }
    expect(isRun(hostile[0]!), 'control: the bare name would be run').toBe(true)
  })
})

describe('the export for programs', () => {
  it('is the text whose hash was announced, and a changed figure changes it', () => {
    const hash = (text: string) => createHash('sha256').update(text).digest('hex')
    const announced = hash(resultsText('R1', round))
    expect(hash(resultsJson('R1', round))).toBe(announced)
    const [first, ...rest] = round.cells
    const changed = { ...round, cells: [{ ...first!, n: first!.n + 1 }, ...rest] }
    expect(hash(resultsJson('R1', changed)), 'control').not.toBe(announced)
  })
})
