import type { Translate } from '~/language'
import { html, type Markup, withPlaces } from './markup'

/** What a browser can find about a receipt, and whether somebody has to be told. */
const findings = {
  found: false,
  missing: true,
  noReceipt: false,
  listDiffers: true,
  unlisted: false,
  unreachable: false,
} as const

/** Writes the place where anyone looks for their own ballot in the list of all, once it is there. */
export function receiptSearch(round: string, t: Translate): Markup {
  return html`<form data-find hidden><h2>${t('ballot.find.ask')}</h2>
    <p><label for="typed">${t('ballot.find.typed')}</label>
    <input id="typed" data-typed autocomplete="off" autocapitalize="characters" spellcheck="false"></p>
    <p><button>${t('ballot.find.look')}</button></p>
    <div role="status"><p data-finding="looking" hidden>${t('ballot.find.looking')}</p>
    ${Object.entries(findings).map(([name, isAlarm]) => finding(name as keyof typeof findings, isAlarm, t))}
    <p class="hint" data-in-ledger hidden>${withPlaces(t('ballot.find.ledger'))}</p>
    <p class="hint" data-finding="found" hidden>${t('ballot.find.limit')}</p></div>
    <p class="hint">${t('ballot.find.how')}</p></form>
    <p><a href="/ballot/${round}/receipts.txt">${t('ballot.state.closed.receipts')}</a></p>`
}

const finding = (name: keyof typeof findings, isAlarm: boolean, t: Translate) =>
  html`<p class="${isAlarm ? 'stop' : 'seal'}" data-finding="${name}" hidden>${t(`ballot.find.${name}`)}</p>`
