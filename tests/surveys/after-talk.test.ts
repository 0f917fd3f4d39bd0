import { afterTalk } from 'surveys/after-talk/v1'
import { getScale, languages } from 'surveys/instrument'
import { pulse } from 'surveys/pulse/v1'
import { selfCheck } from 'surveys/self-check/v1'
import { expect, test } from 'vitest'
import { answeringForm } from '~/ballot-box/cards.server'
import { escaped } from '~/ballot-box/markup'
import { ballotWords } from '~/ballot-box/page-words.server'

const { id, kind, text } = afterTalk.items[0]!
const question = { id, kind, text_nl: text.nl, text_en: text.en, text_fr: text.fr }

test('one card on the scale of the pulse, by a name that no other question has', () => {
  expect(afterTalk.items.map(item => [item.id, item.kind, item.mayAbstain])).toEqual([['T01', 'agree5', true]])
  expect(getScale(afterTalk, 'agree5')).toEqual(getScale(pulse, 'agree5'))
  expect([...pulse.items, ...selfCheck.items].map(item => item.id)).not.toContain('T01')
})

test.each(languages)('whoever was not there can say so on the card in %s', language => {
  const card = answeringForm([question], language, ballotWords(language)).text.split('</fieldset>')[0]!
  expect(card).toContain(`<legend>${escaped(text[language])}</legend>`)
  const answers = [...card.matchAll(/name="T01" value="(.*?)"><span>(.*?)<\/span>/g)].map(([, value, said]) => [
    value,
    said,
  ])
  expect(answers).toHaveLength(6)
  expect(answers.at(-1)).toEqual(['', escaped(afterTalk.abstain[language])])
  expect(afterTalk.abstain[language]).not.toBe(pulse.abstain[language])
})
