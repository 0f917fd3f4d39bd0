/** What may be wrong with a list before its measurements are looked at one by one. Line 0 is the list as a whole. */
export const listReasons = [
  'notReadable',
  'fileTooBig',
  'emptyFile',
  'tooManyLines',
  'brokenQuotes',
  'columnMissing',
  'columnTwice',
  'notANumber',
  'notWhole',
  'notADay',
] as const
export type ListReason = (typeof listReasons)[number]
/** Returns whether something is wrong with how a list is written, not with what it says. */
export const isListReason = (reason: string): reason is ListReason =>
  (listReasons as readonly string[]).includes(reason)

/** Lines of a list. @source our own choice: five criteria on every day of a year */
export const mostLines = 2000
/** Bytes of a file with a list. @source our own choice: 2,000 lines of 100 characters, as a workbook too */
export const largestListBytes = 512 * 1024
