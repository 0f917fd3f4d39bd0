import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { FactValue } from '~/conversations/own/fact-value'
import { catalogues } from '~/language/catalogues.server'
import { WordsProvider } from '~/language/words'

const read = (value: string, timeZone: string) =>
  renderToStaticMarkup(
    <WordsProvider language="nl" catalogue={catalogues.nl}>
      <FactValue fact="at" value={value} timeZone={timeZone} />
    </WordsProvider>,
  ).replaceAll(/<[^>]*>/g, '')

test('what happened just after midnight here is of that day, with its hour', () => {
  expect(read('2026-11-21T23:30:00.000Z', 'Europe/Amsterdam')).toBe('22 november 2026 00:30')
})

test('control: on a clock of UTC it is still the day before', () => {
  expect(read('2026-11-21T23:30:00.000Z', 'UTC')).toBe('21 november 2026 23:30')
})

test('a day by itself has no hour, and other words stay as they are', () => {
  expect(read('2026-11-22', 'Europe/Amsterdam')).toBe('22 november 2026')
  expect(read('2026 was goed', 'Europe/Amsterdam')).toBe('2026 was goed')
})
