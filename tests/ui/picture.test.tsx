import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { catalogue } from '~/language/nl'
import { WordsProvider } from '~/language/words'
import { Picture } from '~/ui/picture'

const page = renderToStaticMarkup(
  <WordsProvider language="nl" catalogue={catalogue}>
    <Picture name="p" title="Titel" reading="Zo zeker is het." table={<table />} notShown="Niet getoond: B.">
      <svg aria-hidden="true" />
    </Picture>
  </WordsProvider>,
)

/** What stands in a page, in the order in which it is read. */
const inOrder = (html: string, parts: string[]) => parts.map(part => html.indexOf(part))

test('a picture has its title, its sentence above it, what is not shown and its table, without any JavaScript', () => {
  const places = inOrder(page, ['Titel', 'Zo zeker is het.', '<svg', 'Niet getoond: B.', '<details', '<table'])
  expect(places).toEqual([...places].sort((one, other) => one - other))
  expect(places).not.toContain(-1)
})

test('who hears the page hears its title and its sentence in the place of the drawing', () => {
  const [, title, reading] = /role="img" aria-labelledby="([^"]+)" aria-describedby="([^"]+)"/.exec(page) ?? []
  expect(page).toContain(`id="${title}">Titel`)
  expect(page).toContain(`id="${reading}">Zo zeker`)
})

test('without JavaScript nothing can be saved, so no button says so', () => {
  expect(page).not.toContain('<button')
  expect(page, 'control').toContain('<summary')
})
