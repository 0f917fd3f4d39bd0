/**
 * Reads a number as people write it, with a comma or a point before at most two decimals. A third decimal is refused:
 * "1.234" is a thousand and more for one reader and hardly more than one for another.
 *
 * @returns whole thousandths; nothing when it is no such number
 */
export function milliOf(written: string): number | undefined {
  const parts = /^(\d{1,9})(?:[.,](\d{1,2}))?\s*%?$/.exec(written.trim())
  if (!parts) return undefined
  return Number(parts[1]) * 1000 + Number((parts[2] ?? '').padEnd(3, '0'))
}

/** Reads a whole number, written without signs between the thousands; spaces are let through. */
export function wholeOf(written: string): number | undefined {
  const digits = written.trim().replace(/(?<=\d)[\s\u00a0\u202f](?=\d{3}\b)/g, '')
  return /^\d{1,9}$/.test(digits) ? Number(digits) : undefined
}

/** Returns thousandths as a program writes the number: 87500 becomes 87.5. */
export const numberOf = (milli: number): number => milli / 1000

/** Returns thousandths of a number that a program sent; nothing when it is finer than that. */
export function milliOfNumber(sent: number): number | undefined {
  const milli = Math.round(sent * 1000)
  return Number.isSafeInteger(milli) && Math.abs(milli - sent * 1000) < 1e-4 ? milli : undefined
}
