import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { getScale, type Item } from 'surveys/instrument'
import { pulse } from 'surveys/pulse/v1'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Assets } from '~/ballot-box/answering-page.server'
import { type Question, writeManifest } from '~/ballot-box/manifest'
import { escaped } from '~/ballot-box/markup'
import { makePages } from '~/ballot-box/page-printing.server'
import type { BoxRound, RoundState } from '~/ballot-box/store.server'
import { languages } from '~/people/rules'
import { buildBallotAssets } from '../../scripts/web/ballot-assets'
import { makeRound, type Round } from './round'

let assets: Assets
let pages: ReturnType<typeof makePages>
let round: Round

const asked = ({ id, kind, text }: Item): Question => ({
  id,
  kind,
  text_nl: text.nl,
  text_en: text.en,
  text_fr: text.fr,
})
const askedOf = (...ids: string[]) => pulse.items.filter(({ id }) => ids.includes(id)).map(asked)

const boxRound = (questions: Question[], state: RoundState = 'open', receipts: string | null = null): BoxRound => {
  const manifest = Buffer.from(writeManifest({ ...round.manifest, questions }))
  const manifestSha256 = createHash('sha256').update(manifest).digest('base64url')
  return { round: 'R1', state, manifest, manifestSha256, receipts }
}

const between = (page: string, tag: string) => new RegExp(`<${tag}>(.*?)</${tag}>`, 's').exec(page)![1]!
const sourceOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

beforeAll(async () => {
  const folder = mkdtempSync(join(process.env.DATA_DIR!, 'assets-'))
  await buildBallotAssets(folder)
  const read = (name: string) => readFileSync(join(folder, name), 'utf8')
  assets = { script: read('answering.js'), style: read('page.css') }
  pages = makePages(assets)
  const units = Array.from({ length: 10 }, (_, at) => `U${at}`)
  round = await makeRound('R1', units)
})

describe('the answering page', () => {
  test.each(languages)('shows every question of the pulse with its whole scale in %s', language => {
    const page = pages.answeringPage(boxRound(pulse.items.map(asked)), language)
    expect(page).toContain(`<html lang="${language}"`)
    for (const { id, text, kind, mayAbstain } of pulse.items) {
      const card = new RegExp(`<fieldset data-card="${id}".*?</fieldset>`, 's').exec(page)![0]
      expect(card).toContain(`<legend>${escaped(text[language])}</legend>`)
      for (const { value, label } of getScale(pulse, kind).steps)
        expect(card).toContain(`name="${id}" value="${value}"><span>${escaped(label[language])}</span>`)
      expect(card.includes(escaped(pulse.abstain[language]))).toBe(mayAbstain)
    }
  })

  test('has every screen that its script may show', () => {
    const page = pages.answeringPage(boxRound(askedOf('P01')), 'nl')
    const named = [
      ...assets.script.matchAll(
        /"(noStorage|noToken|unfinished|elsewhere|refused|alreadyCast|closed|fault|stop|start|cards|choice|kept|sending|receipt)"/g,
      ),
    ]
    expect(new Set(named.map(([, name]) => name)).size).toBe(15)
    for (const [, name] of named) expect(page).toContain(`data-screen="${name}"`)
  })

  test('never obeys what a question says', () => {
    const hostile = `</legend><script>alert(1)</script><img src=x onerror="alert(2)">'`
    const question = { id: 'P01', kind: 'agree5', text_nl: hostile, text_en: hostile, text_fr: hostile }
    const page = pages.answeringPage(boxRound([question]), 'nl')
    const harmful = (text: string) => text.includes('<script>alert') || text.includes('<img')
    expect(harmful(page)).toBe(false)
    expect(page).toContain(escaped(hostile))
    // The control: the same page without escaping would obey.
    expect(harmful(page.replace(escaped(hostile), hostile))).toBe(true)
    const carried = /<script type="application\/json" id="manifest">(.*?)<\/script>/s.exec(page)![1]!
    expect(JSON.parse(carried).questions[0].text_nl).toBe(hostile)
  })

  test('allows exactly the script and the style it carries', () => {
    const allowed = (page: string) =>
      pages.policy.includes(`script-src ${sourceOf(between(page, 'script'))};`) &&
      pages.policy.includes(`style-src ${sourceOf(between(page, 'style'))};`)
    const page = pages.answeringPage(boxRound(askedOf('P01')), 'fr')
    expect(allowed(page)).toBe(true)
    expect(allowed(page.replace('<script>', '<script> '))).toBe(false)
    expect(page).not.toMatch(/\son\w+=|\sstyle=/)
  })

  test('asks nothing of anyone else and sends nobody there', () => {
    const addresses = (page: string) =>
      [...page.matchAll(/(?:href|src|action)="([^"]*)"/g)].map(([, address]) => address!)
    const staysHere = (address: string) => /^(\/(?!\/)|\?|#|data:,$)/.test(address)
    const page = pages.answeringPage(boxRound(askedOf('P01', 'P24', 'P22')), 'en')
    expect(addresses(page).filter(address => !staysHere(address))).toEqual([])
    expect(staysHere('https://elsewhere.example/') || staysHere('//elsewhere.example/')).toBe(false)
  })

  test.each(languages)('is small in %s: five questions and ten units', language => {
    const five = boxRound(askedOf('P01', 'P04', 'P10', 'P13', 'P22'))
    // Packed, it is little more than the first flight of packets; the manifest is inside.
    const isSmall = (page: string) => Buffer.byteLength(page) < 50_000 && gzipSync(page).length < 20_500
    const page = pages.answeringPage(five, language)
    expect(isSmall(page)).toBe(true)
    expect(isSmall(page + createHash('sha512').update(page).digest('hex').repeat(30))).toBe(false)
  })
})

describe('a round in which nobody can answer now', () => {
  test.each(['issuing', 'closed', 'void'] as const)('asks nothing while it is %s', state => {
    for (const language of languages) {
      const page = pages.answeringPage(boxRound(askedOf('P01'), state), language)
      expect(page).not.toContain('<form')
      expect(page).toContain(`data-state="${state}"`)
    }
  })

  test('says when it opens, and links the receipts once they are counted', () => {
    expect(pages.answeringPage(boxRound(askedOf('P01'), 'issuing'), 'nl')).toContain('dinsdag 24 november')
    const link = '/ballot/R1/receipts.txt'
    expect(pages.answeringPage(boxRound(askedOf('P01'), 'closed'), 'nl')).not.toContain(link)
    expect(pages.answeringPage(boxRound(askedOf('P01'), 'closed', 'ab\n'), 'nl')).toContain(link)
  })

  test('tells after a cookie how to go on, and runs no script', () => {
    const page = pages.refusalPage('cookie_refused', 'nl')
    expect(page).toContain('privévenster')
    expect(page).not.toContain('<script')
  })
})
