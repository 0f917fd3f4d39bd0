/** Characters on one line of the drawing. @source our own choice: tried out, so that also the widest sentence stays inside it */
const longestLine = 44

/** Breaks a sentence into lines that fit the drawing: no browser does that inside a picture. */
export function linesOf(sentence: string, longest = longestLine): string[] {
  const lines: string[] = []
  for (const word of sentence.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + word.length < longest) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}
