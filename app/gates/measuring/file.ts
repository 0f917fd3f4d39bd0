import { spreadsheet } from '~/pulses/results/files/export'
import { numberOf } from './numbers'

type Line = { criterion: number; fromOn: string; untilOn: string; valueMilli: number; volume: number } & {
  way: string
  meter?: string
  enteredOn: string
}
type Step = { criteria: readonly { number: number; measure: string; unit: string }[]; measurements: readonly Line[] }

/** The columns of the file, always the same and in English: programs read them, and so does our own import. */
const columns = ['criterion', 'from', 'until', 'value', 'volume', 'unit', 'measure', 'way', 'program', 'entered_on']

/** Writes the measurements of a step as a table for spreadsheets. */
export function measurementsCsv({ criteria, measurements }: Step): string {
  const lines = measurements.map(one => {
    const asked = criteria.find(({ number }) => number === one.criterion)
    const { criterion, fromOn, untilOn, volume, way, meter = '', enteredOn } = one
    const said = [asked?.unit ?? '', asked?.measure ?? '', way, meter, enteredOn]
    return [criterion, fromOn, untilOn, numberOf(one.valueMilli), volume, ...said]
  })
  return spreadsheet([columns, ...lines])
}
