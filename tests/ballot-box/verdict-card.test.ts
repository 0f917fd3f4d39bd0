import { questionAbout, verdict } from 'surveys/verdict/v1'
import { expect, test } from 'vitest'
import { answeringForm } from '~/ballot-box/cards.server'
import { escaped } from '~/ballot-box/markup'
import { ballotWords } from '~/ballot-box/page-words.server'
import { languages } from '~/people/rules'

const words = 'Niemand verliest <werk> door "AI".'
const text = questionAbout({ id: 'P-3', words })
const question = { id: 'P-3', kind: 'verdict3', text_nl: text.nl, text_en: text.en, text_fr: text.fr }

test.each(languages)('a promise is a card with its three answers and "I do not know" in %s', language => {
  const card = answeringForm([question], language, ballotWords(language)).text.split('</fieldset>')[0]!
  expect(card).toContain(`<legend>${escaped(text[language])}</legend>`)
  const answers = [...card.matchAll(/name="P-3" value="(.*?)"><span>(.*?)<\/span>/g)].map(([, value, said]) => [
    value,
    said,
  ])
  expect(answers).toEqual([
    ...verdict.scales.verdict3!.steps.map(({ value, label }) => [`${value}`, escaped(label[language])]),
    ['', escaped(verdict.abstain[language])],
  ])
  expect(card, 'what management wrote is never read as markup').not.toContain('<werk>')
})
