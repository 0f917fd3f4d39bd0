import type { Translate } from '~/language'
import { withLanguage } from '~/language/choice'
import type { Language } from '~/people/rules'
import { smallestCell } from '~/pulses/disclosure/rules'
import type { Manifest } from '../manifest'
import { html, type Markup } from '../markup'
import { ballotWords, dayInWords } from '../page-words.server'
import { shortReceipt } from '../receipt'
import type { RoundState } from '../store.server'
import type { SlipProblem, SlipTyped } from './form.server'
import { codeField, problemSummary, questionFields, remarkField, sendButton, sharedField } from './markup.server'
import { type SlipAssets, type SlipManner, slipShell } from './shell.server'

export type { SlipAssets, SlipManner } from './shell.server'

/** What the pages of a slip depend on: on one's own phone, or on a tablet that everybody shares. */
export type SlipPlace = { manner: SlipManner; manifest: Manifest; language: Language; assets: SlipAssets }
/** What was sent: its receipt, and whether this device forgets everything of this site. */
export type SlipDone = { receipt: string; forgets: boolean }
export type SlipFilled = { typed: SlipTyped; problems: readonly SlipProblem[] }

/** Writes the code and all questions on one page, which works without JavaScript. */
export function slipFormPage(place: SlipPlace, filled: SlipFilled): string {
  const { manifest, language, manner } = place
  const t = ballotWords(language)
  const shown = { ...filled, language, t }
  const isShared = manner === 'kiosk'
  const code = isShared ? html`<input type="hidden" name="code" value="${filled.typed.code}">` : codeField(shown)
  return slipShell(
    place,
    html`<section><h2>${t('ballot.start.heading', { count: manifest.questions.length })}</h2>${problemSummary(shown)}
    <p class="lead">${t('ballot.slip.lead')}</p>${isShared ? undefined : aboutSlips(t)}
    <form method="post" action="${addressOf(place)}" autocomplete="off" novalidate>
    ${code}<input type="hidden" name="step" value="send">
    ${questionFields(manifest.questions, shown)}${remarkField(shown)}
    ${isShared ? html`<p class="mind">${t('ballot.kiosk.clears')}</p>` : sharedField(shown)}${sendButton(shown)}</form></section>`,
    'answering',
  )
}

/** Writes the first page of a shared tablet: a code, before anything that is somebody's own can stand on it. */
export function kioskStartPage(place: SlipPlace, filled: SlipFilled): string {
  const t = ballotWords(place.language)
  const shown = { ...filled, language: place.language, t }
  const isPristine = filled.typed.code === '' && filled.problems.length === 0
  return slipShell(
    place,
    html`<section><h2>${t('ballot.kiosk.heading')}</h2>${problemSummary(shown)}
    <p class="lead">${t('ballot.kiosk.lead')}</p>
    <form method="post" action="${addressOf(place)}" autocomplete="off" novalidate>${codeField(shown)}
    <p><button>${t('ballot.kiosk.begin')}</button></p></form>
    <p class="mind">${t('ballot.kiosk.neverSignIn')}</p>${aboutSlips(t)}</section>`,
    isPristine ? 'start' : 'answering',
  )
}

/** Writes that the ballot is in, with the receipt; a shared tablet then goes back to its start. */
export function slipSentPage(place: SlipPlace, { receipt, forgets }: SlipDone): string {
  const { manner, manifest, language } = place
  const t = ballotWords(language)
  const closes = dayInWords(manifest.closes, language)
  const text = encodeURIComponent(`/ballot/${manifest.round}\n${receipt}\n`)
  const save = html`<p class="row"><a class="button quiet" href="data:text/plain;charset=utf-8,${text}" download="${manifest.round}.txt">
${t('ballot.receipt.save')}</a></p><p><a class="button" href="${withLanguage('/', language)}">${t('ballot.receipt.response')}</a></p>`
  const again = html`<p><a class="button" href="${startOf(place)}">${t('ballot.kiosk.again')}</a></p>`
  return slipShell(
    place,
    html`<section><h2>${t('ballot.receipt.heading')}</h2><p>${t('ballot.slip.done')}${forgets && html` ${t('ballot.slip.wiped')}`}</p>
    <p class="lead">${t('ballot.receipt.result', { closes, answers: smallestCell })}</p>
    <p class="seal">${t('ballot.receipt.label')} <b class="code">${shortReceipt(receipt)}</b></p>
    <p class="hint">${t('ballot.receipt.explain')}</p>${manner === 'kiosk' ? again : save}</section>`,
    'sent',
  )
}

/** Writes that nobody can answer with a slip now, and when it can. */
export function slipClosedPage(place: SlipPlace, state: RoundState): string {
  const { manifest, language } = place
  const t = ballotWords(language)
  const key = state === 'issuing' || state === 'void' ? state : 'closed'
  const opens = dayInWords(manifest.opens, language)
  const text = key === 'issuing' ? t('ballot.state.issuing.text', { opens }) : t(`ballot.slip.${key}`)
  const keep = key === 'issuing' && html`<p>${t('ballot.slip.keep')}</p>`
  return slipShell(
    place,
    html`<section><h2>${t(`ballot.state.${key}.heading`)}</h2><p class="lead">${text}</p>${keep}
    <p><a class="button" href="${withLanguage('/', language)}">${t('ballot.state.response')}</a></p></section>`,
    'start',
  )
}

/** Tells what a slip protects, and what not, before anything is typed. */
function aboutSlips(t: Translate): Markup {
  return html`<details><summary>${t('ballot.slip.about.title')}</summary><p>${t('ballot.slip.about.bowl')}</p>
    <p>${t('ballot.slip.about.sealed')}</p><p>${t('ballot.slip.about.borrowed')}</p></details>`
}

const startOf = ({ manner, manifest }: SlipPlace) => `/ballot/${manifest.round}/${manner}`
const addressOf = (place: SlipPlace) => withLanguage(startOf(place), place.language)
