import { afterEach, expect, test, vi } from 'vitest'
import { notices, stopsHere, whyStopped } from '~/ballot-box/notices.server'
import { ballotWords } from '~/ballot-box/page-words.server'
import type { CheckRefusal } from '~/ballot-box/round-check.client'
import { stopBecause } from '~/ballot-box/screens.client'
import { languages } from '~/people/rules'

// A device that stops says why in a sentence. The bare word is only what is passed on.

/** These stop a device while a token is drawn, on a page of the app; `receiptDiffers` comes from the box itself. */
type Elsewhere = 'manifestChanged' | 'codeDiffers' | 'keyRefused'
const reasons = {
  ...{ manifestDiffers: true, manifestRefused: true, unitUnknown: true, questionsDiffer: true, signatureWrong: true },
  ...{ notInLedger: true, ledgerBroken: true, ledgerDiffers: true, witnessMissing: true, witnessGone: true },
  receiptDiffers: true,
} satisfies Record<Exclude<CheckRefusal, Elsewhere> | 'receiptDiffers', true>

afterEach(() => vi.unstubAllGlobals())

test.each(languages)('each reason to stop has a sentence of its own in %s', language => {
  expect([...stopsHere].sort()).toEqual(Object.keys(reasons).sort())
  const page = notices('/', '/', ballotWords(language))
    .map(one => one.text)
    .join('')
  const sentences = [...page.matchAll(/<p data-because="(\w+)" hidden>([^<]+)<\/p>/g)]
  expect(sentences.map(([, name]) => name)).toEqual([...stopsHere])
  for (const [, name, sentence] of sentences) expect(sentence, name).toMatch(/^\p{Lu}.{20,}\.$/u)
  expect(new Set(sentences.map(([, , sentence]) => sentence)).size).toBe(stopsHere.length)
  expect(page.replaceAll(/data-because="\w+"/g, ''), 'no bare word stands there').not.toContain('witnessGone')
  expect(whyStopped(ballotWords(language)).text).toContain('data-place="reason"')
})

/** As much of a page as the script needs to stop. */
function pageOf(names: readonly string[]) {
  const said = names.map(because => ({ dataset: { because }, hidden: true }))
  const places = [{ textContent: '' }]
  const querySelectorAll = (asked: string) =>
    asked === '[data-because]' ? said : asked === '[data-place="reason"]' ? places : []
  vi.stubGlobal('document', { querySelectorAll, querySelector: (asked: string) => (asked === 'footer' ? {} : null) })
  vi.stubGlobal('scrollTo', () => {})
  return { shown: () => said.filter(one => !one.hidden).map(one => one.dataset.because), word: places[0]! }
}

test('the page shows just the sentence of what was found', () => {
  const page = pageOf(stopsHere)
  stopBecause('witnessGone')
  expect([page.shown(), page.word.textContent]).toEqual([['witnessGone'], 'witnessGone'])
  stopBecause('ledgerDiffers')
  expect(page.shown()).toEqual(['ledgerDiffers'])
})

test('control: a page without the sentence shows none', () => {
  const page = pageOf(stopsHere.filter(name => name !== 'witnessGone'))
  stopBecause('witnessGone')
  expect(page.shown()).toEqual([])
})
