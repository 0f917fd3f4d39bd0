import type { Translate } from '~/language'
import { withLanguage } from '~/language/choice'
import { type Language, languages } from '~/people/rules'
import { smallestCell } from '~/pulses/disclosure/rules'
import type { ErrorCode } from './answers.server'
import { answeringForm } from './cards.server'
import { canonical, type Manifest } from './manifest'
import { html, Markup } from './markup'
import { notices, slipWay } from './notices.server'
import { ballotWords, dayInWords } from './page-words.server'
import { receiptSearch } from './receipt-page.server'
import { receiptScreen, sendingScreens, startScreen } from './screens.server'
import type { RoundState } from './store.server'

/** The built script and style that go inside the page, so that one request shows it. */
export type Assets = { script: string; style: string }

/** What the page of a round depends on. */
export type RoundPage = { manifest: Manifest; state: RoundState; hasReceipts: boolean; language: Language }

/** Writes the page of a round, every card and every sentence included; the script only shows and hides. */
export function roundPage(facts: RoundPage, assets: Assets): string {
  const { manifest, state, language } = facts
  const t = ballotWords(language)
  const closes = dayInWords(manifest.closes, language)
  const words = {
    questions: manifest.questions,
    closes,
    home: withLanguage('/', language),
    move: moveAddress(facts),
  }
  const slip = withLanguage(`/ballot/${manifest.round}/slip`, language)
  const main =
    state === 'open'
      ? html`<noscript><p class="mind">${t('ballot.noScript')}</p>${slipWay(slip, t)}</noscript>
        ${startScreen(words, t)}${answeringForm(manifest.questions, language, t)}${sendingScreens(words, t)}
        ${receiptScreen(words, t)}${notices(withLanguage('/app/home', language), slip, t)}`
      : statePage(facts, t)
  return wholePage({ main, language, assets, manifest, state })
}

/** Writes an error as a page in the same quiet form; after a cookie it says how to go on. */
export function refusalPage(code: ErrorCode, language: Language, assets: Assets): string {
  const t = ballotWords(language)
  const advice = code === 'cookie_refused' && [
    html`<p>${t('ballot.cookie.device')}</p>`,
    html`<p class="hint">${t('ballot.cookie.why')} ${t('ballot.cookie.tell')}</p>`,
  ]
  const main = html`<section><h2>${t('ballot.error.title')}</h2><p>${t(`ballot.error.${code}`)}</p>${advice}</section>`
  return wholePage({ main, language, assets: { ...assets, script: '' } })
}

/** Writes the page of a round in which nobody can answer now; the script may show a receipt and tidies up. */
function statePage({ manifest, state, hasReceipts, language }: RoundPage, t: Translate): Markup {
  const key = state === 'issuing' || state === 'void' ? state : 'closed'
  const heading = html`<h2>${t(`ballot.state.${key}.heading`)}</h2>`
  const home = html`<p><a class="button" href="${withLanguage('/', language)}">${t('ballot.state.response')}</a></p>`
  if (key === 'issuing') {
    const text = t('ballot.state.issuing.text', { opens: dayInWords(manifest.opens, language) })
    return html`<section>${heading}<p class="lead">${text}</p><p>${t('ballot.state.issuing.advice')}</p>
      <p>${t('ballot.move.lost')}</p><p class="hint">${t('ballot.move.link')} <a href="${moveAddress({ manifest, language })}">${t('ballot.move.go')}</a></p></section>`
  }
  if (key === 'void') return html`<section>${heading}<p>${t('ballot.state.void.text')}</p>${home}</section>`
  const receipts = hasReceipts ? receiptSearch(manifest.round, t) : html`<p>${t('ballot.state.closed.counting')}</p>`
  const own = html`<p class="seal" data-own hidden>${t('ballot.receipt.label')} <b class="code" data-place="receipt"></b></p>`
  return html`<section>${heading}<p class="lead">${t('ballot.state.closed.text', { answers: smallestCell })}</p>
    ${home}${own}${receipts}</section>`
}

const moveAddress = ({ manifest, language }: Pick<RoundPage, 'manifest' | 'language'>) =>
  withLanguage(`/ballot/${manifest.round}/move`, language)

type Whole = { main: Markup; language: Language; assets: Assets; manifest?: Manifest; state?: RoundState }

/** Writes the page around its main part. No title, address or picture says what the questions are about. */
export function wholePage({ main, language, assets, manifest, state }: Whole): string {
  const t = ballotWords(language)
  return html`<!doctype html><html lang="${language}" data-round="${manifest?.round ?? ''}" data-state="${state ?? ''}"><head><meta charset="utf-8">
    <meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark">
    <title>${t('ballot.title')}</title><link rel="icon" href="data:,"><style>${new Markup(assets.style)}</style>
    ${assets.script && html`<script>${new Markup(assets.script)}</script>`}</head>
    <body><header><h1>${t('ballot.title')}</h1>
    <a href="/" data-do="leave" rel="noreferrer">${t('ballot.leave')}</a></header><main>${main}</main>
    <footer><nav aria-label="${t('ballot.language')}">${languages.map(one => languageLink(one, language))}</nav></footer>
    ${manifest && state === 'open' && manifestInside(manifest)}</body></html>`.text
}

/**
 * Writes the manifest into the page, which saves a phone on a poor line a second journey. Where it comes from does
 * not matter: the browser trusts its hash only.
 */
export function manifestInside(manifest: Manifest): Markup {
  const harmless = new Markup(canonical(manifest).replaceAll('<', '\\u003c'))
  return html`<script type="application/json" id="manifest">${harmless}</script>`
}

/** Each language by its own name, so that whoever needs it can read it. */
export const ownNames: Record<Language, string> = { nl: 'Nederlands', en: 'English', fr: 'Français' }

function languageLink(one: Language, current: Language): Markup {
  const isCurrent = one === current && html` aria-current="true"`
  return html`<a href="?lang=${one}" lang="${one}" hreflang="${one}"${isCurrent}>${ownNames[one]}</a> `
}
