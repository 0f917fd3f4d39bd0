/** Characters of a receipt that people compare by eye; the saved text has all of them. */
const shownCharacters = 12

/** Writes a receipt so that it can be read aloud: `3F9A-22C1-80B7`. */
export function shortReceipt(receipt: string): string {
  return receipt
    .slice(0, shownCharacters)
    .toUpperCase()
    .replace(/(.{4})(?!$)/g, '$1-')
}
