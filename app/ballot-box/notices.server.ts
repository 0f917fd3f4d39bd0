import type { Translate } from '~/language'
import { html, type Markup, withPlaces } from './markup'

const plain = ['elsewhere', 'refused', 'alreadyCast', 'closed', 'fault'] as const

/** Writes what the page says when answering does not go on, each with what to do next; the browser shows one. */
export function notices(signIn: string, slipAddress: string, t: Translate): Markup[] {
  const toSignIn = html`<p><a class="button" href="${signIn}">${t('ballot.notice.signIn')}</a></p>`
  const slip = (text: string) => html`<p class="hint">${text}</p>`
  return [
    ...plain.map(name => notice(name, t)),
    notice('noToken', t, toSignIn, slip(t('ballot.notice.noToken.slip')), slipWay(slipAddress, t)),
    notice('unfinished', t, toSignIn),
    notice('noStorage', t, slip(t('ballot.notice.noStorage.slip'))),
    html`<section class="stop" data-screen="stop" role="alert" hidden>
    <h2 tabindex="-1">${t('ballot.stop.heading')}</h2>
    <p>${t('ballot.stop.text')}</p>${whyStopped(t)}</section>`,
  ]
}

type Name = (typeof plain)[number] | 'noToken' | 'unfinished' | 'noStorage'

function notice(name: Name, t: Translate, ...more: Markup[]): Markup {
  return html`<section data-screen="${name}" hidden><h2 tabindex="-1">${t(`ballot.notice.${name}.heading`)}</h2>
    <p>${t(`ballot.notice.${name}.text`)}</p>${more}</section>`
}

/** Leads whoever has a slip to the page where its code is asked for. */
export const slipWay = (address: string, t: Translate): Markup =>
  html`<a class="button quiet" href="${address}">${t('ballot.slip.way')}</a>`

/** Why a device stops on a page of the box; the browser shows one sentence. */
export const stopsHere = [
  'manifestDiffers',
  'manifestRefused',
  'unitUnknown',
  'questionsDiffer',
  'signatureWrong',
  'receiptDiffers',
  'notInLedger',
  'ledgerBroken',
  'ledgerDiffers',
  'witnessMissing',
  'witnessGone',
] as const

/** Writes every sentence that says why a device stops, and whom to tell; the word itself is for whoever looks for the cause. */
export const whyStopped = (t: Translate): Markup =>
  html`${stopsHere.map(name => html`<p data-because="${name}" hidden>${t(`ballot.stop.because.${name}`)}</p>`)}
    <p>${withPlaces(t('ballot.stop.tell'))}</p>`
