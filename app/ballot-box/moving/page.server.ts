import type { Translate } from '~/language'
import { withLanguage } from '~/language/choice'
import { type Assets, manifestInside, type RoundPage, wholePage } from '../answering-page.server'
import { html, type Markup } from '../markup'
import { whyStopped } from '../notices.server'
import { ballotWords } from '../page-words.server'

/** What the page says when there is nothing to move. */
const plain = ['nothing', 'used', 'sealed', 'taken', 'broken', 'noStorage'] as const

/** Writes the page on which a token goes to another device, or comes from one. */
export function movingPage({ manifest, state, language }: RoundPage, assets: Assets): string {
  const t = ballotWords(language)
  const answer = html`<p><a class="button" href="${withLanguage(`/ballot/${manifest.round}`, language)}">${t('ballot.move.toQuestions')}</a></p>`
  const runs = state === 'issuing' || state === 'open'
  const main = runs
    ? html`<noscript><p class="mind">${t('ballot.noScript')}</p></noscript>${[...giving(t), taking(t)]}
      ${plain.map(name => notice(name, t, name === 'taken' && answer))}
      <section class="stop" data-screen="stop" role="alert" hidden><h2 tabindex="-1">${t('ballot.stop.heading')}</h2>
      <p>${t('ballot.move.stop')}</p>${whyStopped(t)}</section>
      ${state !== 'open' && manifestInside(manifest)}`
    : html`<section><h2>${t('ballot.move.over.heading')}</h2><p>${t('ballot.move.over.text')}</p></section>`
  return wholePage({ main, language, assets: runs ? assets : { ...assets, script: '' }, manifest, state })
}

/** Lost is lost: it is said before the code is shown, and so is who must not see it. */
function giving(t: Translate): Markup[] {
  return [
    html`<section data-screen="give" hidden><h2>${t('ballot.move.give.heading')}</h2>
    <p class="lead">${t('ballot.move.give.lead')}</p>
    <p>${t('ballot.move.lost')}</p>
    <p class="mind">${t('ballot.move.give.private')}</p>
    <p><button type="button" data-do="reveal">${t('ballot.move.give.show')}</button></p></section>`,
    html`<section data-screen="shown" hidden><h2 tabindex="-1">${t('ballot.move.shown.heading')}</h2>
    <p>${t('ballot.move.shown.scan')}</p>
    <div class="qr" data-qr role="img" aria-label="${t('ballot.move.shown.picture')}"></div>
    <div data-words hidden><p>${t('ballot.move.shown.noCamera')}</p><p class="code words" data-place="words"></p></div>
    <p class="mind">${t('ballot.move.shown.both')}</p>
    <p><button type="button" data-do="wipe">${t('ballot.move.shown.done')}</button></p>
    <p class="row"><button type="button" class="quiet" data-do="conceal">${t('ballot.move.shown.notYet')}</button></p></section>`,
    html`<section data-screen="moved" hidden><h2 tabindex="-1">${t('ballot.move.moved.heading')}</h2>
    <p>${t('ballot.move.moved.text')}</p></section>`,
  ]
}

/** Asks before anything is kept: a code from somebody else would let them recognise the ballot. */
function taking(t: Translate): Markup {
  return html`<section data-screen="take" hidden><h2 tabindex="-1">${t('ballot.move.take.heading')}</h2>
    <p>${t('ballot.move.take.text')}</p>
    <p class="mind">${t('ballot.move.take.own')}</p>
    <p class="mind" data-replaces hidden>${t('ballot.move.take.replaces')}</p>
    <div class="two"><button type="button" data-do="take"><b>${t('ballot.move.take.yes')}</b></button>
    <button type="button" class="quiet" data-do="refuse"><b>${t('ballot.move.take.no')}</b></button></div></section>`
}

function notice(name: (typeof plain)[number], t: Translate, more: Markup | false): Markup {
  return html`<section data-screen="${name}" hidden><h2 tabindex="-1">${t(`ballot.move.${name}.heading`)}</h2>
    <p>${t(`ballot.move.${name}.text`)}</p>${more}</section>`
}
