import { parse } from 'csv-parse/sync'
import readExcelFile from 'read-excel-file/node'
import { barrierLabel, barriers } from 'surveys/five-barriers/v1'
import { describe, expect, it } from 'vitest'
import { translatorOn } from '~/language/catalogues.server'
import { type Language, languages } from '~/people/rules'
import { questionsOf } from '~/pulses/questions'
import { resultsCsv, resultsJson } from '~/pulses/results/files/export'
import { resultsSheets } from '~/pulses/results/files/spreadsheet'
import { workbookOf } from '~/pulses/results/files/workbook.server'
import { type PublishedRound, resultsOf } from '~/pulses/results/rules'
import { dayInWords } from '~/ui/day'
import { unitTree } from './organisations'
import { cell, countedRound, people, publishedRound } from './published-round'

const facts = { id: 'R1', number: 1, closesOn: '2026-12-04', figuresSha256: 'ab12' }
const writerIn = (language: Language) => ({
  t: translatorOn(language),
  language,
  day: (day: string) => dayInWords(day, language, 'short'),
})
const fileOf = (published: PublishedRound, language: Language = 'nl') =>
  workbookOf(resultsSheets(facts, published, writerIn(language)))

/** Reads a file back as a program of somebody else does. */
async function sheetsOf(published: PublishedRound, language?: Language) {
  const sheets = await readExcelFile(await fileOf(published, language))
  return sheets.map(({ sheet, data }) => ({ sheet, lines: data }))
}
const linesOf = async (published: PublishedRound) => (await sheetsOf(published))[0]!.lines.slice(1)

const answers = { P01: 4, P04: 2, P10: 3 }
const round = countedRound({ U1: people(9, answers), U2: people(3, answers), U3: people(12, { P01: 5, P13: 4 }) })
const check: PublishedRound = {
  ...publishedRound(barriers.map(id => cell(id, ['U1', 'U2'], [20, 4, 9]))),
  questions: questionsOf({ number: 3, withPilotItem: false, asks: 'checkWithMirror' }),
}

/** Every count of a line, without the margins, which are worked out from them. */
const countsIn = (line: readonly unknown[]) => [5, 7, 8, 12, 13].map(place => String(line[place]))

describe('the workbook', () => {
  it('holds the lines of the CSV file, and no count that is not among them', async () => {
    for (const published of [round, check]) {
      const csv = (parse(resultsCsv('R1', published, 'nl'), { bom: true }) as string[][]).slice(1)
      const figures = (await linesOf(published)).filter(line => line[5] !== null)
      expect(figures.map(line => [line[1], line[3], ...countsIn(line)])).toEqual(
        csv.map(row => [row[1], row[3], ...row.slice(5, 10)]),
      )
      expect(figures.length).toBe(published.cells.length)
    }
  })

  it('gives each group without a figure a line with the reason and without any number', async () => {
    const without = (await linesOf(round)).filter(line => line[5] === null)
    const held = resultsOf(round).items.flatMap(({ heldBack }) => heldBack)
    expect(without).toHaveLength(held.length)
    for (const line of without) {
      expect(line[17]).toMatch(/^(Minder dan 7 mensen|Geen eigen cijfer: geteld samen met|Sinds een eerdere)/)
      expect(line.slice(5, 17).every(value => value === null)).toBe(true)
    }
  })

  it('says of a figure that stands since an earlier round which round, and why', async () => {
    const standing = { n: 12, favourable: [4, 4], unfavourable: [5, 5], roundNumber: 3 } as const
    const held = [{ cellId: 'U1+U2', itemId: 'P01', unitIds: ['U1', 'U2'], hadTooFewAnswers: false, standing }]
    const lines = await linesOf({ ...round, cells: [], held })
    const line = lines.find(one => one[1] === 'P01' && one[5] === 12)!
    expect([line[16], line[17]]).toEqual([3, expect.stringContaining('sinds ronde 3')])
  })

  it('names classes by their words, and writes the margin in whole percents, outward', async () => {
    const [line] = await linesOf(check)
    expect(line!.slice(2, 3)).toEqual([barrierLabel(barriers[0]).nl])
    expect(line!.slice(6, 16)).toEqual(['Lage drempel', 4, 4, 8, 42, 'Hoge drempel', 9, 9, 25, 66])
  })

  it.each(languages)('explains in %s what is not shown', async language => {
    const [figures, explained] = await sheetsOf(check, language)
    const t = translatorOn(language)
    expect([figures!.sheet, explained!.sheet]).toEqual([t('results.file.results'), t('results.file.explained')])
    const told = explained!.lines.flat().join('\n')
    for (const said of ['K7c2.v1', 'ab12', t('results.whyBounds'), t('results.reading.noTest')])
      expect(told).toContain(said)
  })

  it('keeps every text a text: nothing in the file is a formula, whatever a team is called', async () => {
    for (const label of ['=1+1', '+1', '-1', '@SUM(A1)', '=HYPERLINK("http://x","y")', '<b>&"\u0001']) {
      const units = unitTree('org', { id: 'U1', label })
      const published = countedRound({ U1: people(8, answers) }, 20, units)
      const [line] = await linesOf(published)
      expect(line![4]).toBe(label.replace('\u0001', ''))
    }
    const asFormula = await readBackFormula()
    expect(asFormula, 'control: a formula that is stored as one does not come back as its text').not.toBe('=1+1')
  })

  it('is small for two hundred units', async () => {
    const units = Array.from({ length: 200 }, (_, place) => `U${place}`)
    const cells = barriers.flatMap(id => units.map(unit => cell(id, [unit], [20, 4, 9])))
    const published = { ...check, cells, tree: unitTree('org', ...units) }
    const file = await fileOf(published)
    expect(file.length).toBeLessThan(200_000)
  })
})

describe('the files of a check', () => {
  it('hold barriers and mirror items under their names, and no statement of the check', () => {
    const csv = parse(resultsCsv('R1', check, 'nl'), { bom: true, columns: true }) as Record<string, string>[]
    expect(csv.map(row => [row.question, row.text])).toEqual(barriers.map(id => [id, barrierLabel(id).nl]))
    const { figures } = JSON.parse(resultsJson('R1', check)) as { figures: { item: string }[] }
    expect(figures.map(({ item }) => item)).toEqual([...barriers])
    const statements = check.questions.filter(question => 'barrier' in question).map(({ id }) => id)
    expect(statements.length).toBeGreaterThan(0)
    expect(statements.filter(id => JSON.stringify([csv, figures]).includes(`"${id}"`))).toEqual([])
  })
})

async function readBackFormula() {
  const { default: writeExcelFile } = await import('write-excel-file/node')
  const [sheet] = await readExcelFile(await writeExcelFile([[{ value: '=1+1', type: 'Formula' }]]).toBuffer())
  return sheet?.data[0]?.[0]
}
