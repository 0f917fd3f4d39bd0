// What comes along unseen when somebody pastes from a word processor or a web page.

/** Takes the place of a space that looks like one and is another. */
const oddSpaces = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g
/** Not seen at all: soft hyphens, marks of width and direction, the mark before a file. Joiners inside emoji stay. */
const unseen = /[\u00ad\u061c\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffc]/g
const lineEnds = /\r\n?|[\u0085\u2028\u2029\v\f]/g
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const controls = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f]/g
/** Half a character, as it stays behind when a text was cut in the middle of one. */
const halves = /\p{Surrogate}/gu
/** Joins the parts of one emoji, and is unseen everywhere else. No look-behind: a browser of 2022 would refuse the page for it. */
const joiners = /((?:\p{Extended_Pictographic}\ufe0f?|\p{Emoji_Modifier})\u200d(?=\p{Extended_Pictographic}))|\u200d/gu

/** Returns a text as it looks: line ends are one sign, spaces are spaces, and nothing unseen is left in it. */
export function cleaned(text: string): string {
  return text
    .replace(lineEnds, '\n')
    .replace(/\t/g, ' ')
    .replace(oddSpaces, ' ')
    .replace(unseen, '')
    .replace(controls, '')
    .replace(halves, '')
    .replace(joiners, '$1')
    .normalize('NFC')
}

/** Returns a text of one line: what was pasted as more than one is joined. */
export const cleanedLine = (text: string): string => cleaned(text).replace(/\s*\n\s*/g, ' ')
