import { afterTalk } from 'surveys/after-talk/v1'
import { fiveBarriers } from 'surveys/five-barriers/v1'
import { getScale, type Instrument, itemKinds, type Scale } from 'surveys/instrument'
import { isAboutPlan, peerPoll } from 'surveys/peer-poll/v1'
import { pulse } from 'surveys/pulse/v1'
import { selfCheck } from 'surveys/self-check/v1'
import { verdict } from 'surveys/verdict/v1'
import type { Translate } from '~/language'
import type { Language } from '~/people/rules'
import type { Question } from './manifest'
import { html, type Markup, withPlaces } from './markup'
import { tellingKinds } from './telling-words'

/** Writes the form of a round: a card per question, and the remark that nobody has to make. */
export function answeringForm(questions: readonly Question[], language: Language, t: Translate): Markup {
  return html`<form id="answers" data-screen="cards" hidden autocomplete="off" novalidate>
    <p class="step" data-step><span>${withPlaces(t('ballot.card.step'))}</span><progress aria-hidden="true" max="${questions.length}"></progress></p>
    ${questions.map(question => card(question, language))}
    ${remark(language, t)}
    <p class="row"><button type="button" class="quiet" data-do="back">${t('ballot.card.back')}</button>
    <button type="button" class="quiet" data-do="skip">${t('ballot.card.skip')}</button>
    <button type="submit" data-do="next" hidden>${t('ballot.card.next')}</button>
    <button type="submit" data-do="finish" hidden>${t('ballot.comment.send')}</button></p></form>`
}

function card(question: Question, language: Language): Markup {
  const scale = scaleOf(question)
  return html`<fieldset data-card="${question.id}" tabindex="-1" hidden>
    <legend>${question[`text_${language}`]}</legend>
    ${scale.ends && ends(scale.ends, scale, language)}
    <div class="${scale.ends ? 'numbers' : 'steps'}">${scale.steps.map(step => option(question.id, step.value, step.label[language]))}</div>
    ${mayAbstain(question) && html`<div class="abstain">${option(question.id, '', instrumentOf(question).abstain[language])}</div>`}
  </fieldset>`
}

/** Writes one answer as a real radio button in a label that is large enough for any thumb. */
function option(name: string, value: number | '', label: string): Markup {
  return html`<label><input type="radio" name="${name}" value="${value}"><span>${label}</span></label>`
}

/** Writes what the lowest and the highest number of a scale mean. */
export function ends({ lowest, highest }: NonNullable<Scale['ends']>, { steps }: Scale, language: Language): Markup {
  return html`<p class="ends"><span>${steps[0]!.value} = ${lowest[language]}</span><span>${steps.at(-1)!.value} = ${highest[language]}</span></p>`
}

/** Spelling checks are off because some browsers send what is typed to their maker for it. */
function remark(language: Language, t: Translate): Markup {
  const { text, maxCharacters } = pulse.openQuestion!
  return html`<fieldset data-card="" tabindex="-1" hidden>
    <legend><label for="remark">${text[language]}</label></legend>
    <p class="hint" id="remark-hint">${t('ballot.comment.optional')}</p>
    <textarea id="remark" rows="4" maxlength="${maxCharacters}" spellcheck="false" autocomplete="off" aria-describedby="remark-hint remark-warning"></textarea>
    <p class="hint count">${withPlaces(t('ballot.comment.left'))}</p>
    ${tellingWarnings(t)}
    <p class="mind" id="remark-warning">${t('ballot.comment.warning')}</p>
    <p class="hint">${t('ballot.comment.final')}</p></fieldset>`
}

/** Writes every warning about telling words, and what they do not do; a script shows which ones are meant. */
export function tellingWarnings(t: Translate): Markup {
  const warnings = tellingKinds.map(
    kind => html`<p class="mind" data-tells="${kind}" hidden>${t(`ballot.telling.${kind}`)}</p>`,
  )
  return html`<div aria-live="polite">${warnings}<p class="hint" data-tells="" hidden>${t('ballot.telling.mayStay')}</p></div>`
}

/**
 * Returns the scale of a question.
 *
 * @throws RangeError when no instrument has such a kind: such a round was never made here
 */
export function scaleOf(question: Question): Scale {
  const known = itemKinds.find(one => one === question.kind)
  if (!known) throw new RangeError('question of an unknown kind')
  return getScale(instrumentOf(question), known)
}

/** Returns the instrument of a question: what is asked of a promise or a plan goes by its name, all others are told by their id. */
export function instrumentOf({ id, kind }: Pick<Question, 'id' | 'kind'>): Instrument {
  if (kind in verdict.scales) return verdict
  if (isAboutPlan({ id })) return peerPoll
  return [pulse, fiveBarriers, selfCheck, afterTalk].find(({ items }) => items.some(item => item.id === id)) ?? pulse
}

/** Returns whether a question offers to say that it does not apply. */
export const mayAbstain = ({ id, kind }: Question) =>
  kind in verdict.scales ||
  isAboutPlan({ id }) ||
  instrumentOf({ id, kind }).items.find(item => item.id === id)?.mayAbstain
