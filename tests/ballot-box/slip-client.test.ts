import { randomBytes } from 'node:crypto'
import { afterEach, expect, test, vi } from 'vitest'
import { inGroups, slipCode } from '~/ballot-box/slips/slip-code'

type Page = { hash: string; field?: { value: string }; ids?: string[] }

/** Runs the script of a slip in a browser of paper, and tells what its history holds then. */
async function visit({ hash, field, ids = [] }: Page, script = () => import('~/ballot-box/slips/slip.client')) {
  const location = { hash, pathname: '/ballot/R1/slip', search: '?lang=nl' }
  const replaceState = vi.fn((_state: null, _title: string, to: string) => Object.assign(location, { hash: '', to }))
  const found = {
    querySelector: () => field,
    querySelectorAll: () => [],
    getElementById: (id: string) => ids.includes(id),
  }
  vi.stubGlobal('document', found)
  vi.stubGlobal('location', location)
  vi.stubGlobal('history', { replaceState })
  vi.stubGlobal('addEventListener', vi.fn())
  vi.resetModules()
  await script()
  return { inHistory: location.hash, kept: replaceState.mock.calls.map(([, , to]) => to) }
}
afterEach(() => vi.unstubAllGlobals())

const code = slipCode(randomBytes(10))

test('a scanned code is filled in and leaves the history', async () => {
  const field = { value: '' }
  expect(await visit({ hash: `#${code}`, field })).toEqual({ inHistory: '', kept: ['/ballot/R1/slip?lang=nl'] })
  expect(field.value).toBe(inGroups(code))
})

test('a code that is scanned too early leaves the history too, and so does one that cannot be read', async () => {
  expect((await visit({ hash: `#${code}` })).inHistory).toBe('')
  expect((await visit({ hash: '#x' })).inHistory).toBe('')
})

test('a way to a field of the page is left alone, and is never taken for a code', async () => {
  const field = { value: code }
  expect(await visit({ hash: '#remark', field, ids: ['remark'] })).toEqual({ inHistory: '#remark', kept: [] })
  expect(field.value).toBe(code)
})

test('control: a script that only cleans up where it can fill in keeps an early code in the history', async () => {
  const careless = async () => {
    if (document.querySelector('#code')) history.replaceState(null, '', location.pathname)
  }
  expect((await visit({ hash: `#${code}` }, careless as never)).inHistory).toBe(`#${code}`)
})
