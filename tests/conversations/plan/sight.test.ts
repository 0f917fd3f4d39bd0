import { createElement, type ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { KeysChosen } from '~/conversations/plan/plan-readers'
import { isOpenTo, openingTo, type PlanReader, type PlanSight, planSights } from '~/conversations/plan/rules'
import { catalogues } from '~/language/catalogues.server'
import { WordsProvider } from '~/language/words'

const someone = (name: string, as: PlanReader[], publicKey: string | null) => ({
  ...{ id: name, name, as, publicKey, canRead: false },
})
const circle = [
  someone('Lies', ['lead'], 'key of Lies'),
  someone('Boss', ['lead'], null),
  someone('Hans', ['hr'], 'key of Hans'),
]
const namesFor = (sight: PlanSight) => openingTo(circle, sight).map(({ name }) => name)
const shown = (children: ReactNode) =>
  renderToStaticMarkup(createElement(WordsProvider, { language: 'nl', catalogue: catalogues.nl as never, children }))

test('a plan opens to whoever may read it and has a key; control: without a look at keys it opens to more', () => {
  expect(planSights.map(namesFor)).toEqual([[], ['Lies'], ['Hans'], ['Lies', 'Hans']])
  const naive = circle.filter(({ as }) => isOpenTo('lead', as)).map(({ name }) => name)
  expect(naive).toEqual(['Lies', 'Boss'])
})

test('before a plan is saved the digits of everybody it will open to can be compared, and of nobody else', () => {
  for (const sight of planSights) {
    const page = shown(createElement(KeysChosen, { circle, sight }))
    const offered = circle.filter(({ name }) => page.includes(`sleutel van ${name}<`)).map(({ name }) => name)
    expect(offered).toEqual(namesFor(sight))
  }
})
