import type { Day } from '~/calendar'
import type { Measured, Measurement, MeasuringRefusal } from '../criteria'
import { enterAll } from './entering'
import { type ListColumn, readList } from './list'
import type { ListReason } from './list-reasons'

/** What is wrong on one line: with how it is written, or with what it says. */
export type LineProblem = { line: number; column?: ListColumn; reason: ListReason | MeasuringRefusal }
/** A list that was looked at: what would count, how many stood already, and everything that is wrong. */
export type Looked = {
  text: string
  fresh: Measurement[]
  stood: number
  problems: LineProblem[]
  problemCount: number
}

/** Lines that are shown of a list with faults. @source our own choice: as many as somebody mends before trying again */
const mostShown = 50

/** Looks at a list as it would be entered, each line beside those above it; changes nothing. */
export function lookAtList(text: string, step: Measured, today: Day): Looked {
  const { rows, problems } = readList(text)
  const outcomes = enterAll(
    step,
    rows.map(({ one }) => one),
    today,
  )
  const refused = rows.flatMap(({ line }, place): LineProblem[] => {
    const outcome = outcomes[place]!
    return outcome.ok ? [] : [{ line, reason: outcome.because }]
  })
  const all = [...problems, ...refused].sort((one, other) => one.line - other.line)
  const countsAt = (place: number) => outcomes[place]!.ok && outcomes[place]!.value === 'counts'
  const fresh = rows.filter((_, place) => countsAt(place)).map(({ one }) => one)
  const stood = outcomes.filter(outcome => outcome.ok && outcome.value === 'stood').length
  return { text, fresh, stood, problems: all.slice(0, mostShown), problemCount: all.length }
}

/** A list that could not be read at all. */
export const unreadable = (reason: 'notReadable' | 'fileTooBig'): Looked => ({
  ...{ text: '', fresh: [], stood: 0, problemCount: 1 },
  problems: [{ line: 0, reason }],
})
