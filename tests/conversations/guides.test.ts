import { barriers } from 'surveys/five-barriers/v1'
import { describe, expect, test } from 'vitest'
import { guidesHeard } from '~/conversations/guides/finding'
import {
  besideGuide,
  findGuide,
  type GuideWords,
  guides,
  guidesAbout,
  keptFrom,
  registerFor,
} from '~/conversations/guides/rules'
import { guideWords } from '~/conversations/guides/words.server'
import { translatorOn } from '~/language/catalogues.server'
import { languages } from '~/people/rules'

/** How many lines each part of a guide has. */
const shapeOf = (words: GuideWords) =>
  Object.fromEntries(Object.entries(words).map(([part, lines]) => [part, Array.isArray(lines) ? lines.length : 1]))

const sentencesOf = (words: GuideWords) =>
  Object.values(words)
    .flat()
    .flatMap(line => (typeof line === 'string' ? [line] : [line.say, line.because]))
    .flatMap(line => line.split(/(?<=[.?!:])\s+/))

describe('the ten guides', () => {
  test.each(languages)('are complete in %s, line for line like the Dutch ones', language => {
    for (const { slug } of guides) {
      expect([slug, shapeOf(guideWords[language][slug])]).toEqual([slug, shapeOf(guideWords.nl[slug])])
      expect(guideWords[language][slug].heard.length, slug).toBeGreaterThan(4)
    }
    expect(Object.keys(guideWords[language])).toHaveLength(10)
  })

  test.each(languages)('say no line twice in %s', language => {
    const heard = guides.flatMap(({ slug }) => guideWords[language][slug].heard)
    expect(new Set(heard).size).toBe(heard.length)
  })

  test('speak plain Dutch: no sentence of more than fifteen words, and no office English', () => {
    const all = guides.flatMap(({ slug }) => sentencesOf(guideWords.nl[slug]))
    expect(tooLong(all)).toEqual([])
    expect(all.join(' ')).not.toMatch(/faciliteren|stakeholder|adoptie|uitrol|commitment|mindset|draagvlak/i)
    expect(
      tooLong(['Deze zin heeft veel meer dan vijftien woorden en is daarom voor een moe hoofd te lang.']),
    ).toHaveLength(1)
  })

  test('belong to the barriers of the design; the sixth to none', () => {
    const numbers = (of: { number: number }[]) => of.map(({ number }) => number)
    expect(barriers.map(one => numbers(guidesAbout(one)))).toEqual([
      [1, 10],
      [2, 8],
      [3, 9],
      [4, 10],
      [5, 7, 9],
    ])
    expect(numbers(guides.filter(guide => guide.barriers.length === 0))).toEqual([6])
  })

  test('stand in a row with two ends', () => {
    expect(besideGuide(guides[0]!)).toEqual({ previous: undefined, next: guides[1] })
    expect(besideGuide(guides[9]!)).toEqual({ previous: guides[8], next: undefined })
    expect(findGuide('wait-and-see')).toMatchObject({ number: 7 })
    expect([findGuide('wait'), findGuide(undefined)]).toEqual([undefined, undefined])
    expect(guides.flatMap(guide => registerFor(guide) ?? [])).toContain('/app/promises?theme=job_loss')
  })
})

const tooLong = (sentences: string[]) => sentences.filter(sentence => sentence.split(/\s+/).length > 15)

describe.each(languages)('what one hears in %s', language => {
  const t = translatorOn(language)
  const named = guides.map(({ slug }) => ({
    slug,
    title: t(`guides.name.${slug}`),
    heard: guideWords[language][slug].heard,
  }))
  const firstFor = (asked: string) => guidesHeard(named, asked)[0]

  test('finds each guide by its name and by each of its own sentences', () => {
    for (const { slug, title, heard } of named)
      for (const sentence of [title, ...heard]) {
        expect([sentence, firstFor(sentence)?.guide.slug]).toEqual([sentence, slug])
        if (sentence !== title) expect(firstFor(sentence)?.sentence).toBe(sentence)
      }
  })

  test('finds it without accents, capitals or marks, and in another order', () => {
    for (const { slug, heard } of named)
      for (const sentence of heard) {
        const bare = sentence.normalize('NFD').replace(/[\p{M}\p{P}]/gu, m => (/\p{P}/u.test(m) ? ' ' : ''))
        const turned = bare.toUpperCase().split(' ').reverse().join(' ')
        expect([turned, firstFor(turned)?.guide.slug]).toEqual([turned, slug])
      }
  })

  test('finds nothing for words that no guide knows, and everything for nothing', () => {
    expect(guidesHeard(named, 'xyzzy')).toEqual([])
    expect(guidesHeard(named, 'ai xyzzy plugh')).toEqual([])
    for (const nothing of ['', '  ', '?!', '<>'])
      expect(guidesHeard(named, nothing).map(({ guide }) => guide.slug)).toEqual(guides.map(({ slug }) => slug))
  })
})

test.each([
  ['baan', 'will-i-lose-my-job'],
  ['ontslag', 'will-i-lose-my-job'],
  ['ze zeggen dat de chatbot niks snapt', 'ai-makes-a-mess'],
  ['te oud', 'i-cannot-keep-up'],
  ['uitzendkracht', 'wait-and-see'],
  ['veto', 'the-workgroup-says-no'],
  ['beloft gebrok', 'broken-promise'],
])('somebody who types “%s” finds %s', (asked, slug) => {
  const named = guides.map(one => ({
    slug: one.slug,
    title: translatorOn('nl')(`guides.name.${one.slug}`),
    heard: guideWords.nl[one.slug].heard,
  }))
  expect(guidesHeard(named, asked)[0]?.guide.slug).toBe(slug)
})

test('what a browser remembers is read with suspicion', () => {
  expect(keptFrom('["wait-and-see","just-words","of-old"]')).toEqual(['just-words', 'wait-and-see'])
  for (const odd of [null, '', '{}', '"just-words"', 'null', '[', '[1]']) expect(keptFrom(odd)).toEqual([])
})
