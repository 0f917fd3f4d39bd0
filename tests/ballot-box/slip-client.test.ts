import { randomBytes } from 'node:crypto'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { inGroups, slipCode } from '~/ballot-box/slips/slip-code'
import { tellingKinds } from '~/ballot-box/telling-words'

type Remark = ReturnType<typeof remarkOf>['remark']
type Page = { hash: string; field?: { value: string }; ids?: string[]; remark?: Remark }

/** Runs the script of a slip in a browser of paper, and tells what its history holds then. */
async function visit({ hash, field, ids = [], remark }: Page, script = () => import('~/ballot-box/slips/slip.client')) {
  const location = { hash, pathname: '/ballot/R1/slip', search: '?lang=nl' }
  const replaceState = vi.fn((_state: null, _title: string, to: string) => Object.assign(location, { hash: '', to }))
  const found = {
    documentElement: { dataset: { stage: 'answering' } },
    querySelector: (selector: string) => ({ '#code': field, textarea: remark })[selector] ?? null,
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
afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

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

const house = {
  slip: () => import('~/ballot-box/slips/slip.client'),
  kiosk: () => import('~/ballot-box/slips/kiosk.client'),
}

/** A field for a remark on paper with the warnings beside it, all hidden; `type` waits until nobody types for a moment. */
function remarkOf(value = '') {
  const warnings = [...tellingKinds, ''].map(tells => ({ dataset: { tells }, hidden: true }))
  const listeners: Record<string, () => void> = {}
  const form = { addEventListener: vi.fn(), querySelectorAll: () => warnings }
  const remark = { value, form, addEventListener: (kind: string, work: () => void) => (listeners[kind] = work) }
  const type = (text: string) => {
    remark.value = text
    listeners.input?.()
    vi.advanceTimersByTime(1000)
  }
  const shown = () => warnings.filter(({ hidden }) => !hidden).map(({ dataset }) => dataset.tells)
  return { remark, type, shown }
}

describe.each(['slip', 'kiosk'] as const)('a remark on the page of a %s', manner => {
  const opened = async (value?: string, script: () => Promise<unknown> = house[manner]) => {
    vi.useFakeTimers()
    const page = remarkOf(value)
    await visit({ hash: '', remark: page.remark }, script as never)
    return page
  }

  test('is answered with what in it may tell who wrote it, and with nothing once that is gone', async () => {
    const { type, shown } = await opened()
    type('Te veel storingen.')
    expect(shown()).toEqual([])
    type('Volgens Karin Bakker kan het anders, sinds 3 maart.')
    expect(shown()).toEqual(['date', 'name', ''])
    type('Volgens mij kan het anders.')
    expect(shown()).toEqual([])
  })

  test('that came back with a problem is looked at without a key being pressed', async () => {
    const { shown } = await opened('Bel 06-12345678.')
    vi.advanceTimersByTime(1000)
    expect(shown()).toEqual(['phone', ''])
  })

  test('control: without the script nobody is warned', async () => {
    const { type, shown } = await opened('', async () => {})
    type('Volgens Karin Bakker kan het anders.')
    expect(shown()).toEqual([])
  })
})
