import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { RecordReaders } from '~/conversations/record/readers'
import type { RecordShown } from '~/conversations/record/shown'
import { catalogues } from '~/language/catalogues.server'
import { WordsProvider } from '~/language/words'

/** What the employee's sheet says of its readers, when the lead holds no key of it. */
function saidWhen(leadHasLeft: boolean): string {
  const record = {
    readers: [
      { id: 'e', name: 'Ada', as: 'employee', endsOn: null, holdsKey: true },
      { id: 'l', name: 'Lies', as: 'lead', endsOn: null, holdsKey: false },
    ],
    ...{ keptUntil: '2027-05-22', me: { id: 'e', standing: 'employee' }, acts: [] },
    lead: { id: 'l', name: 'Lies', hasLeft: leadHasLeft },
  } as unknown as RecordShown
  const children = createElement(RecordReaders, { record })
  return renderToStaticMarkup(
    createElement(WordsProvider, { language: 'nl', catalogue: catalogues.nl as never, children }),
  )
}

test('of a lead who left the sheet says that, and nothing about a key; control: of one who works here it does', () => {
  expect(saidWhen(true)).toContain('Lies niet meer')
  expect(saidWhen(true)).not.toContain('sleutel')
  expect(saidWhen(false)).toContain('Lies, maar nu niet: een passende sleutel ontbreekt')
})
