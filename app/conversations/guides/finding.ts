/** What is searched of a guide: its name first, then what one hears. */
export type GuideHeard = { title: string; heard: readonly string[] }

/** A guide that answers, with the sentence that answers best. */
export type GuideFound<Of> = { guide: Of; sentence: string }

/** The longest question that is looked up; the rest of a longer one adds nothing. @source our own choice */
export const longestSearch = 200

/**
 * A guide answers when it has this part of what was typed, words that are rare among the guides counting most.
 * @source our own choice: one rare word of two, or a rare one among "they", "say" and "the"
 */
const enough = 1 / 3

/** From so many letters a word finds longer ones, and words of one family find each other. @source our own choice */
const [shortestStem, shortestFamily] = [4, 6]

/**
 * Finds the guides for what somebody says, the best first; accents, capitals and the order of words do not matter.
 * Nothing asked finds everything, in the order of the guides.
 */
export function guidesHeard<Of extends GuideHeard>(guides: readonly Of[], asked: string): GuideFound<Of>[] {
  const sought = [...new Set(wordsIn(asked.slice(0, longestSearch)))]
  if (sought.length === 0) return guides.map(guide => ({ guide, sentence: guide.heard[0] ?? '' }))
  const sentences = guides.map(guide => [guide.title, ...guide.heard].map(text => ({ text, words: wordsIn(text) })))
  const weights = weigh(sought, sentences)
  const most = sum(sought.map(word => weights.get(word)!))
  return guides
    .map((guide, place) => ({ guide, ...best(sentences[place]!, sought, weights) }))
    .filter(({ all }) => all >= enough * most)
    .sort((one, other) => other.one - one.one || other.all - one.all)
    .map(({ guide, sentence }) => ({ guide, sentence: sentence === guide.title ? guide.heard[0]! : sentence }))
}

type Sentence = { text: string; words: string[] }
type Weights = ReadonlyMap<string, number>

/** A word weighs more the fewer guides have it; one that nobody has weighs most. */
function weigh(sought: readonly string[], guides: readonly Sentence[][]): Weights {
  const having = (word: string) => guides.filter(all => all.some(({ words }) => has(words, word))).length
  return new Map(sought.map(word => [word, Math.log((guides.length + 1) / (having(word) + 1))]))
}

/** What a guide has of the words in all its sentences together, and in the one that has most of them. */
function best(sentences: readonly Sentence[], sought: readonly string[], weights: Weights) {
  const weightIn = (words: readonly string[]) =>
    sum(sought.filter(word => has(words, word)).map(word => weights.get(word)!))
  const scores = sentences.map(({ text, words }) => ({ sentence: text, one: weightIn(words) }))
  const top = scores.reduce((a, b) => (b.one > a.one ? b : a))
  return { ...top, all: weightIn(sentences.flatMap(({ words }) => words)) }
}

/** A word is there when one begins with the other, as people stop typing halfway, or when both begin alike. */
const has = (words: readonly string[], sought: string) =>
  words.some(
    word =>
      word.startsWith(sought) ||
      (word.length >= shortestStem && sought.startsWith(word)) ||
      (sought.length >= shortestFamily && word.startsWith(sought.slice(0, shortestFamily))),
  )

const wordsIn = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? []

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0)
