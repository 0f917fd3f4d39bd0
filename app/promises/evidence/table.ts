/** What may stand between the cells of a table. */
const separators = [',', ';', '\t', '|'] as const

/** Lines that must have the same number of cells. @source our own choice: the names of the columns and a few rows */
const linesToCompare = 5

/** Decides whether a text is one table: a line or more, cut by the same sign into the same number of cells. */
export function hasOneTable(text: string): boolean {
  if (/^\s*</.test(text)) return false
  return separators.some(separator => {
    const [first = 0, ...others] = cutsPerLine(text, separator)
    return first > 0 && others.every(cuts => cuts === first)
  })
}

/** Counts the separators in each of the first lines; those between quotes belong to a cell. @source RFC 4180 */
function cutsPerLine(text: string, separator: string): number[] {
  const counts: number[] = []
  let [cuts, isQuoted, isEmpty] = [0, false, true]
  for (const character of `${text}\n`) {
    if (counts.length === linesToCompare) break
    if (character === '"') isQuoted = !isQuoted
    if (character === separator && !isQuoted) cuts++
    if (character !== '\n' || isQuoted) isEmpty = isEmpty && character.trim() === '' && character !== separator
    else {
      if (!isEmpty) counts.push(cuts)
      ;[cuts, isEmpty] = [0, true]
    }
  }
  return counts
}
