import type { Translate } from '~/language'
import { smallestCell, smallestCommentCell } from '~/pulses/disclosure/rules'
import type { Question } from './manifest'
import { html, type Markup, withPlaces } from './markup'

/** What the screens around the questions tell about a round. */
export type RoundInWords = { questions: readonly Question[]; closes: string; home: string; move: string }

/** Seconds for one statement on a phone. @source instruments.md, section 3a: twenty items in about three minutes */
const secondsEach = 8

/** What a device can find in the public ledger; the browser shows one. */
const ledgerLines = ['looking', 'witnessed', 'alone', 'unsigned', 'unreachable'] as const
const hidden = html` hidden`

/** Writes the first screen: what is asked, of whom, and how to check it. */
export function startScreen({ questions, move }: RoundInWords, t: Translate): Markup {
  return html`<section data-screen="start" hidden>
    <h2>${t('ballot.start.heading', { count: questions.length })}</h2>
    <p class="lead">${howLong(questions, t)}</p>
    ${questions.some(({ barrier }) => barrier) && html`<p>${t('ballot.start.check')}</p>`}
    <p>${t('ballot.start.how')}</p>
    <p>${withPlaces(t('ballot.start.place'))} ${t('ballot.start.promise')}</p>
    <p><button type="button" data-do="begin">${t('ballot.start.begin')}</button></p>
    <p class="seal">${t('ballot.start.code')} <b class="code" data-place="code"></b></p>
    <p class="hint">${t('ballot.start.compare')}</p>
    <details><summary>${t('ballot.start.type')}</summary>
    <p><label for="typed">${t('ballot.start.typed')}</label>
    <input id="typed" data-typed maxlength="20" autocomplete="off" autocapitalize="characters" spellcheck="false"></p>
    <div role="status"><p data-same hidden>${t('ballot.start.same')}</p><p class="mind" data-other hidden>${t('ballot.start.other')}</p></div></details>
    ${ledgerLines.map(found => html`<p class="hint" data-ledger="${found}"${found !== 'looking' && hidden}>${withPlaces(t(`ballot.ledger.${found}`))}</p>`)}
    <p class="hint">${t('ballot.start.rules', { answers: smallestCell, comments: smallestCommentCell })}</p>
    <details><summary>${t('ballot.start.limits')}</summary>
    <p>${t('ballot.start.limitSite')}</p><p>${t('ballot.start.limitSame')}</p><p>${t('ballot.start.limitInvented')}</p></details>
    <details><summary>${t('ballot.move.link')}</summary><p>${t('ballot.move.lost')}</p><p><a href="${move}">${t('ballot.move.go')}</a></p></details></section>`
}

/** Says how long it takes: a pulse under a minute, a check some minutes. */
function howLong({ length }: readonly Question[], t: Translate): string {
  const seconds = length * secondsEach
  return seconds < 60 ? t('ballot.start.lead') : t('ballot.start.leadLong', { count: Math.ceil(seconds / 60) })
}

/** Writes the screens between the last question and the receipt. */
export function sendingScreens({ closes }: RoundInWords, t: Translate): Markup[] {
  return [
    html`<section data-screen="choice" hidden>
    <h2 tabindex="-1">${t('ballot.choice.heading')}</h2>
    <p>${t('ballot.choice.why')} ${t('ballot.choice.so')}</p>
    <div class="two"><button type="button" data-do="sendNow"><b>${t('ballot.choice.now')}</b><small>${t('ballot.choice.nowHint')}</small></button>
    <button type="button" data-do="keep"><b>${t('ballot.choice.later')}</b><small>${withPlaces(t('ballot.choice.laterHint'))}</small></button></div>
    <p class="hint">${t('ballot.choice.forget', { closes })}</p>
    <p class="mind" data-too-late hidden>${t('ballot.choice.tooLate')}</p>
    <p class="row"><button type="button" class="quiet" data-do="back">${t('ballot.card.back')}</button></p></section>`,
    html`<section data-screen="kept" hidden>
    <h2 tabindex="-1">${t('ballot.kept.heading')}</h2>
    <p>${t('ballot.kept.text')}</p>
    <p>${withPlaces(t('ballot.kept.when', { closes }))}</p>
    <p class="mind" data-too-late hidden>${t('ballot.choice.tooLate')}</p>
    <p><button type="button" data-do="sendNow">${t('ballot.kept.now')}</button></p></section>`,
    html`<section data-screen="sending" hidden>
    <h2 tabindex="-1">${t('ballot.sending.heading')}</h2>
    <p data-under-way>${t('ballot.sending.text')}</p>
    <div role="status"><p class="mind" data-waiting hidden>${t('ballot.sending.waiting')}</p>
    <p data-may-close hidden>${t('ballot.sending.mayClose')}</p><p data-keep-open hidden>${t('ballot.sending.keepOpen')}</p></div>
    <p><button type="button" data-do="again" data-waiting hidden>${t('ballot.sending.again')}</button></p></section>`,
  ]
}

/** Writes the last screen: proof of sending that proves nothing about what was sent. */
export function receiptScreen({ closes, home }: RoundInWords, t: Translate): Markup {
  return html`<section data-screen="receipt" hidden>
    <h2 tabindex="-1">${t('ballot.receipt.heading')}</h2>
    <p data-wiped>${t('ballot.receipt.wiped')}</p><p class="mind" data-not-wiped hidden>${t('ballot.receipt.notWiped')}</p>
    <p class="lead">${t('ballot.receipt.result', { closes, answers: smallestCell })}</p>
    <p><a class="button" href="${home}">${t('ballot.receipt.response')}</a></p>
    <p class="seal">${t('ballot.receipt.label')} <b class="code" data-place="receipt"></b></p>
    <p class="hint">${t('ballot.receipt.explain')} ${t('ballot.start.limitGone')}</p>
    <p class="row"><a class="button quiet" data-save href="#" download>${t('ballot.receipt.save')}</a>
    <button type="button" class="quiet" data-do="copy">${t('ballot.receipt.copy')}</button></p>
    <p class="hint" role="status"><span data-copied hidden>${t('ballot.receipt.copied')}</span></p></section>`
}
