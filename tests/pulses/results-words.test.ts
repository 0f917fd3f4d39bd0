import { describe, expect, it, test } from 'vitest'
import { catalogues } from '~/language/catalogues.server'
import { languages } from '~/people/rules'
import { flatten, type Words } from '../laws/wording'

const wordsOf = (language: (typeof languages)[number]) => flatten(catalogues[language] as Words)
const uncertain = ['most.shared', 'least.shared', 'highest.shared', 'alike', 'noneHigh'] as const

/** Where nothing is sure, no sentence says that there is no difference. */
const saysAlike = /te klein|too small|trop petit|even positief|equally|aussi positives|springt|stands out|ressort/

describe.each(languages)('the headline in %s', language => {
  it.each(uncertain)('says of %s that nothing can be told, never that things are alike', key => {
    expect(wordsOf(language).get(`results.headline.${key}`)).not.toMatch(saysAlike)
  })
})

test('control: the sentences that did say so are found', () => {
  for (const sentence of ['Het verschil is te klein om er één te noemen.', 'None stands out.', 'Aucune ne ressort.'])
    expect(sentence).toMatch(saysAlike)
})

test('in French a round has one name in all results', () => {
  const french = [...wordsOf('fr')].filter(([key]) => key.startsWith('results.'))
  expect(french.filter(([, words]) => /\btours?\b/i.test(words))).toEqual([])
  expect(
    french.some(([, words]) => /\bvagues?\b/i.test(words)),
    'control',
  ).toBe(true)
})
