import { type Language, languages } from '~/people/rules'
import { ownNames } from '../answering-page.server'
import type { Manifest } from '../manifest'
import { html, Markup } from '../markup'
import { ballotWords } from '../page-words.server'

/** On one's own phone, or on a tablet that everybody shares. */
export type SlipManner = 'slip' | 'kiosk'

/** What goes inside the pages of a slip: one style, and a script per manner that nobody needs. */
export type SlipAssets = { style: string; script: Record<SlipManner, string> }

/** Where somebody stands; a shared tablet goes back to its start from all but the first. */
export type SlipStage = 'start' | 'answering' | 'sent'

/** Seconds before a shared tablet begins anew after sending, where a script offers to wait. @source product brief: 10 s */
const secondsAfterSending = 10

/** Seconds without a script: nobody can stop it then, so it leaves time to copy the receipt. @source WCAG 2.2, 2.2.1 */
const secondsWithoutScript = 60

type Shell = { manner: SlipManner; manifest: Manifest; language: Language; assets: SlipAssets }

/** Writes a page of a slip around its main part. No title, address or picture says what the questions are about. */
export function slipShell({ manner, manifest, language, assets }: Shell, main: Markup, stage: SlipStage): string {
  const t = ballotWords(language)
  const start = `/ballot/${manifest.round}/${manner}`
  const isShared = manner === 'kiosk'
  const again = html`<noscript><meta http-equiv="refresh" content="${secondsWithoutScript};url=${start}"></noscript>`
  const leave = isShared ? [start, t('ballot.kiosk.restart')] : ['/', t('ballot.leave')]
  return html`<!doctype html><html lang="${language}" data-manner="${manner}" data-stage="${stage}" data-start="${start}"><head>
    <meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
    <meta name="color-scheme" content="light dark"><title>${t('ballot.title')}</title><link rel="icon" href="data:,">
    <style>${new Markup(assets.style)}</style>${isShared && stage === 'sent' && again}</head>
    <body><header><h1>${t('ballot.title')}</h1><a href="${leave[0]}" data-leave rel="noreferrer">${leave[1]}</a></header>
    <main>${main}${isShared && stage !== 'start' && stillThere(stage, language)}</main>
    <footer><nav aria-label="${t('ballot.language')}">${languages.map(one => languageLink(one, language, start))}</nav></footer>
    <script>${new Markup(assets.script[manner])}</script></body></html>`.text
}

/** Counts down in sight, and can be stopped. Without a script it stays hidden. */
function stillThere(stage: SlipStage, language: Language): Markup {
  const t = ballotWords(language)
  if (stage === 'sent')
    return html`<p class="mind" data-countdown="${secondsAfterSending}" hidden>${t('ballot.kiosk.returns')} <b role="timer" data-seconds></b>
    <button type="button" class="quiet" data-stay>${t('ballot.kiosk.wait')}</button></p>`
  return html`<dialog aria-labelledby="still"><h2 id="still">${t('ballot.kiosk.still')}</h2>
    <p>${t('ballot.kiosk.stillText')} <b role="timer" data-seconds></b></p>
    <p><button type="button" data-stay>${t('ballot.kiosk.stay')}</button></p>
    <p><a class="button quiet" data-leave href="#">${t('ballot.kiosk.restart')}</a></p></dialog>`
}

function languageLink(one: Language, current: Language, start: string): Markup {
  const isCurrent = one === current && html` aria-current="true"`
  return html`<a href="${start}?lang=${one}" lang="${one}" hreflang="${one}"${isCurrent}>${ownNames[one]}</a> `
}
