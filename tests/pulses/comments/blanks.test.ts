import { expect, test } from 'vitest'
import { blanked, piecesOf } from '~/pulses/comments/blanks'
import { blankMark } from '~/pulses/comments/rules'

const wordsIn = (body: string) => piecesOf(body).flatMap(({ text, word }) => (word === undefined ? [] : text))
const after = (body: string, ...marked: number[]) => {
  const decision = blanked(body, marked)
  return decision.ok ? decision.value : decision.because
}

test.each([
  ['Jan de Vries, zei hij.', ['Jan', 'de', 'Vries', 'zei', 'hij']],
  ['(Karin) «Éric» j.de.vries@voorbeeld.nl!', ['Karin', 'Éric', 'j.de.vries@voorbeeld.nl']],
  ["Karin's team\nt.a.v. 06-12345678", ["Karin's", 'team', 't.a.v', '06-12345678']],
  ['Jose\u0301 en nog 1', ['Jose\u0301', 'en', 'nog', '1']],
  ['▇▇▇ blijft; 👍', ['blijft']],
  ['…', []],
])('the words of %j', (body, words) => {
  expect(wordsIn(body)).toEqual(words)
  expect(
    piecesOf(body)
      .map(({ text }) => text)
      .join(''),
  ).toBe(body)
})

test('a name becomes one blank of one length, whatever its length and the number of its words', () => {
  const [short, long] = [after('Vraag Jo maar.', 1), after('Vraag Jan-Willem van der Berghe maar.', 1, 2, 3, 4)]
  expect(short).toEqual({ body: `Vraag ${blankMark} maar.`, blanks: 1 })
  expect(long).toEqual(short)
  expect(after('Jan, Piet', 0, 1)).toEqual({ body: `${blankMark}, ${blankMark}`, blanks: 2 })
  expect(after('Jan\nPiet', 0, 1)).toEqual({ body: `${blankMark}\n${blankMark}`, blanks: 2 })
  expect(after(`${blankMark} Bakker zei`, 0)).toEqual({ body: `${blankMark} ${blankMark} zei`, blanks: 1 })
})

test('nothing marked, and what is no word, is refused', () => {
  expect(after('Jan zei')).toBe('nothingMarked')
  expect(after('Jan zei', 2)).toBe('notAWord')
  expect(after('Jan zei', 0, -1)).toBe('notAWord')
  expect(after('…', 0)).toBe('notAWord')
})

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
/** Decides from the two texts alone whether the second is the first with whole words blanked, and nothing else. */
const isOnlyBlanked = (before: string, now: string) => {
  const aWord = '[\\p{L}\\p{N}](?:\\S*[\\p{L}\\p{M}\\p{N}])?'
  const form = escaped(now).replaceAll(blankMark, `(?:${blankMark}|${aWord}(?: +${aWord})*)`)
  return new RegExp(`^${form}$`, 'u').test(before)
}

const texts = [
  'Jan  de Vries, zei: "nee".',
  'a b c d e f g',
  "t'is.\n\n  Karin - en Éric's team (3)!",
  '1 2,3 4  👍 vijf',
]

test('whatever is marked, the rest stays to the letter and no marked word is left', () => {
  let tried = 0
  for (const body of texts) {
    const words = wordsIn(body)
    for (let choice = 1; choice < 2 ** words.length; choice++) {
      const marked = words.flatMap((_, word) => (choice & (1 << word) ? word : []))
      const { body: now } = after(body, ...marked) as { body: string }
      expect(isOnlyBlanked(body, now)).toBe(true)
      expect(wordsIn(now)).toEqual(words.filter((_, word) => !marked.includes(word)))
      tried++
    }
  }
  expect(tried).toBeGreaterThan(200)
})

test('control: a hand that changes, adds or drops a word is caught by the same check', () => {
  expect(isOnlyBlanked('Jan zei nee', `${blankMark} zei nee`)).toBe(true)
  expect(isOnlyBlanked('Jan zei nee', `${blankMark} zei ja`)).toBe(false)
  expect(isOnlyBlanked('Jan zei nee', `${blankMark} zei`)).toBe(false)
  expect(isOnlyBlanked('Jan zei nee', `${blankMark} zei niet nee`)).toBe(false)
  expect(isOnlyBlanked('Jansen zei nee', `${blankMark}sen zei nee`)).toBe(true)
})
