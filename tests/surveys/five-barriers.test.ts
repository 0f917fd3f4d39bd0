import { barrierLabel, barrierLabels, barriers, fiveBarriers, isBarrier } from 'surveys/five-barriers/v1'
import { getScale, type Item, languages } from 'surveys/instrument'
import { pulse } from 'surveys/pulse/v1'
import { expect, test } from 'vitest'
import en from '~/language/en/promises.json'
import fr from '~/language/fr/promises.json'
import nl from '~/language/nl/promises.json'
import { barriers as barriersOfPromises } from '~/promises/words'

const catalogues = { nl, en, fr }

const keysOf = (items: readonly Item[]) => items.map(({ key }) => key).join('')

test('the check is twenty statements: four to a barrier, two that raise it and then two that lower it', () => {
  expect(fiveBarriers.items.map(({ id }) => id)).toEqual(
    barriers.flatMap(barrier => [1, 2, 3, 4].map(place => `${barrier}.${place}`)),
  )
  for (const barrier of barriers)
    expect(keysOf(fiveBarriers.items.filter(({ topic }) => topic === barrier))).toBe('DDRR')
})

test('every statement is answered on the steps of the pulse, or with “I do not know”', () => {
  expect(getScale(fiveBarriers, 'agree5')).toEqual(getScale(pulse, 'agree5'))
  expect(fiveBarriers.items.every(({ kind, mayAbstain }) => kind === 'agree5' && mayAbstain)).toBe(true)
  expect(fiveBarriers.abstain).toEqual({ nl: 'weet ik niet', en: 'I do not know', fr: 'je ne sais pas' })
  expect(fiveBarriers.openQuestion).toBeUndefined()
})

/** Words that would turn a statement into its own denial, or ask somebody's age. */
const denials = { nl: /\b(niet|geen|nooit)\b/i, en: /\b(not|never|no)\b|n't\b/i, fr: /\b(ne|jamais|aucun)\b|\bn'/i }
const ages = { nl: /\b(oud|jong|leeftijd)/i, en: /\b(old|young|age)\b/i, fr: /\b(vieux|vieille|jeune|âge)/i }
const saying = (words: Record<(typeof languages)[number], RegExp>, items: readonly Pick<Item, 'text'>[]) =>
  items.flatMap(({ text }) => languages.filter(language => words[language].test(text[language])))

test('what lowers a barrier is a positive statement, never a denial', () => {
  const lowering = fiveBarriers.items.filter(({ key }) => key === 'R')
  const exceptOnlyOnce = lowering.filter(({ id }) => id !== 'ai_fails.4')
  expect(saying(denials, exceptOnlyOnce)).toEqual([])
  expect(saying(denials, lowering), 'French says “only once” with ne … que').toEqual(['fr'])
})

test('nobody is asked about age, and no barrier is called after it', () => {
  const labels = Object.values(barrierLabels).map(text => ({ text }))
  expect(saying(ages, [...fiveBarriers.items, ...labels])).toEqual([])
})

test('control: a denial and an age are found', () => {
  const text = { nl: 'Ik ben niet te oud.', en: 'I am not too old.', fr: 'Je ne suis pas trop vieux.' }
  expect(saying(denials, [{ text }])).toEqual([...languages])
  expect(saying(ages, [{ text }])).toEqual([...languages])
})

test('every barrier has a name in three languages', () => {
  expect(barrierLabel('too_old')).toEqual({
    nl: 'Ik kom niet meer mee',
    en: "I can't keep up",
    fr: "Je n'arrive plus à suivre",
  })
  expect(fiveBarriers.topics).toEqual(barrierLabels)
  for (const language of languages) expect(new Set(barriers.map(one => barrierLabels[one][language])).size).toBe(5)
})

test('a promise takes away the same barriers, and calls them the same', () => {
  expect(barriersOfPromises).toEqual(barriers)
  const straight = (text: string) => text.replaceAll('’', "'")
  for (const language of languages) {
    const names = Object.entries(catalogues[language].barrier).map(([id, name]) => [id, straight(name)])
    expect(names).toEqual(barriers.map(barrier => [barrier, barrierLabels[barrier][language]]))
  }
})

test('what is no barrier has no name', () => {
  expect(barriers.every(isBarrier)).toBe(true)
  for (const odd of ['', 'mood', 'toString', '__proto__']) {
    expect(isBarrier(odd)).toBe(false)
    expect(() => barrierLabel(odd)).toThrow(RangeError)
  }
})
