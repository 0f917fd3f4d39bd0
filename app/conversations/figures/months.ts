import { addDays, type Day } from '~/calendar'
import { roles } from '~/people/rules'

/** A calendar month as `YYYY-MM`. */
export type Month = string

/**
 * The day of the next month from which a month is told. Until then it is counted: a talk of the last day may still
 * wait for somebody's last word.
 * @source our own choice: half a month is time enough to agree, and the figures are still of use
 */
export const toldFromDay = 15

/** Who reads figures about one-to-ones: everybody but whoever only keeps the machine running. @source conversations.md, table of access */
export const talkFigureReaders = roles.filter(role => role !== 'platformAdmin')

/** Returns the month of a day. */
export const monthOf = (day: Day): Month => day.slice(0, 7)

/** Returns the month before. */
export const monthBefore = (month: Month): Month => monthOf(addDays(`${month}-01`, -1))

/** Returns the month after. */
export const monthAfter = (month: Month): Month => monthOf(addDays(`${month}-28`, 4))

/** Returns from which day a month may be told. */
export const toldFrom = (month: Month): Day => `${monthAfter(month)}-${toldFromDay}`

/** Decides whether a month may be told: never while it runs, nor in the first two weeks after it. */
export const mayBeTold = (month: Month, today: Day): boolean => today >= toldFrom(month)

/** Decides whether something can still be counted in a month: in this one, and in the one before until it is told. */
export const isOpen = (month: Month, today: Day): boolean =>
  month === monthOf(today) || (month === monthBefore(monthOf(today)) && !mayBeTold(month, today))
