import { expect, test } from 'vitest'
import { promisesAtom } from '~/promises/formats'
import type { PromiseInFull } from '~/promises/register'

/** What XML 1.0 calls a character, number by number. @source XML 1.0 (W3C), 2.2 */
const isInXml = (code: number) =>
  [0x9, 0xa, 0xd].includes(code) ||
  (code >= 0x20 && code <= 0xd7ff) ||
  (code >= 0xe000 && code <= 0xfffd) ||
  code >= 0x10000
const strangersIn = (text: string) => [...text].filter(one => !isInXml(one.codePointAt(0)!))

const feedOf = (said: string) => {
  const events = [{ version: 1, happenedOn: '2026-03-02', note: said }]
  const promise = { id: 'P-1', first: { text: said }, events } as unknown as PromiseInFull
  const words = { title: 'Beloften', subtitle: '', eventOf: () => 'Gedaan' }
  return promisesAtom([promise], 'http://localhost', words)
}

test('whatever was typed, a feed holds only what a reader of feeds can read', () => {
  const all = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)).join(' ')
  expect(strangersIn(feedOf(`${all}\u{10FFFF}`))).toEqual([])
  expect(strangersIn(all).length, 'control').toBeGreaterThan(2000)
  for (const code of [0xfffe, 0xffff, 0xd800, 0xdfff, 0, 0xb])
    expect(strangersIn(String.fromCharCode(code))).toHaveLength(1)
})

test('and all that it can read stays: signs, accents, pictures, lines', () => {
  const said = 'Één ‘café’ – 😀 日本\nen\tverder'
  expect(feedOf(said)).toContain(`<summary>${said}</summary>`)
  expect(feedOf('<b> & "x"')).toContain('&lt;b&gt; &amp; &quot;x&quot;')
})
