import { pulse } from 'surveys/pulse/v1'
import type { Translate } from '~/language'
import type { Language } from '~/people/rules'
import { ends, instrumentOf, mayAbstain, scaleOf, tellingWarnings } from '../cards.server'
import type { Question } from '../manifest'
import { html, type Markup } from '../markup'
import { fieldOf, type SlipProblem, type SlipTyped } from './form.server'

/** A form as it is shown: what was typed, what is wrong with it, in whose language. */
export type SlipFormShown = { typed: SlipTyped; problems: readonly SlipProblem[]; language: Language; t: Translate }

/** Where each problem stands on the page; the summary on top leads there. */
const placeOf: Record<SlipProblem, 'code' | 'remark' | 'questions' | 'send'> = {
  codeMissing: 'code',
  codeMistyped: 'code',
  codeUnknown: 'code',
  codeUsed: 'code',
  choiceUnknown: 'questions',
  remarkTooLong: 'remark',
  nothingAnswered: 'send',
  unavailable: 'send',
}

const { maxCharacters, text: remarkText } = pulse.openQuestion!

/** Writes what is wrong on top of the form, each a way to its field. */
export function problemSummary({ problems, t }: SlipFormShown): Markup | undefined {
  if (problems.length === 0) return undefined
  const items = problems.map(one => html`<li><a href="#${placeOf[one]}">${t(`ballot.slip.problem.${one}`)}</a></li>`)
  return html`<div class="stop" role="alert" tabindex="-1" autofocus><h2>${t('ballot.slip.problem.title')}</h2><ul>${items}</ul></div>`
}

/** Writes the field for the code on the card. Spelling checks and memories of browsers stay away from it. */
export function codeField(shown: SlipFormShown): Markup {
  const { typed, t } = shown
  return html`<div class="field"><label for="code">${t('ballot.slip.code')}</label>
    <p class="hint" id="code-hint">${t('ballot.slip.codeHint')}</p>${problemAt('code', shown)}
    <input id="code" name="code" value="${typed.code}" maxlength="40" autocomplete="off" autocapitalize="characters"
 autocorrect="off" spellcheck="false" ${described('code', shown)}></div>`
}

/** Writes all questions under one another. Nothing is chosen for anybody; what they chose before stays chosen. */
export function questionFields(questions: readonly Question[], shown: SlipFormShown): Markup {
  const asked = questions.map(question => questionField(question, shown))
  return html`<div id="questions">${problemAt('questions', shown)}${asked}</div>`
}

function questionField(question: Question, { typed, language, t }: SlipFormShown): Markup {
  const scale = scaleOf(question)
  const chosen = typed.choices[question.id] ?? ''
  const option = (value: string, label: string) =>
    html`<label><input type="radio" name="${fieldOf(question.id)}" value="${value}"${value !== '' && value === chosen && html` checked`}>
<span>${label}</span></label>`
  const nothing = mayAbstain(question) ? instrumentOf(question).abstain[language] : t('ballot.card.skip')
  return html`<fieldset><legend>${question[`text_${language}`]}</legend>
    ${scale.ends && ends(scale.ends, scale, language)}
    <div class="${scale.ends ? 'numbers' : 'steps'}">${scale.steps.map(({ value, label }) => option(String(value), label[language]))}</div>
    <div class="abstain">${option('', nothing)}</div></fieldset>`
}

/** Writes the field for a remark, with what words can give away beside it. */
export function remarkField(shown: SlipFormShown): Markup {
  const { typed, language, t } = shown
  return html`<div class="field"><label for="remark" class="asked">${remarkText[language]}</label>
    <p class="hint" id="remark-hint">${t('ballot.comment.optional')} ${t('ballot.slip.remarkHint', { count: maxCharacters })}</p>
    <p class="mind" id="remark-warning">${t('ballot.comment.warning')}</p>${problemAt('remark', shown)}
    <textarea id="remark" name="remark" rows="4" maxlength="${maxCharacters}" spellcheck="false" autocomplete="off"
 ${described('remark', shown, 'remark-warning')}>${typed.remark}</textarea>
    ${tellingWarnings(t)}</div>`
}

/** Asks whether others use this device too; unticked, because clearing it takes more than this answer with it. */
export function sharedField({ typed, t }: SlipFormShown): Markup {
  return html`<div class="field shared"><label><input type="checkbox" name="shared" value="yes"${typed.isShared && html` checked`} aria-describedby="shared-hint">
<span>${t('ballot.slip.shared')}</span></label><p class="hint" id="shared-hint">${t('ballot.slip.sharedHint')}</p></div>`
}

/** Writes the button that sends; whoever sends nothing is asked once whether that is meant. */
export function sendButton(shown: SlipFormShown): Markup {
  const { problems, t } = shown
  const isBlank = problems.includes('nothingAnswered')
  return html`<div id="send" tabindex="-1">${problemAt('send', shown)}${isBlank && html`<input type="hidden" name="blank" value="yes">`}
    <p class="hint">${t('ballot.comment.final')}</p>
    <p><button>${t(isBlank ? 'ballot.slip.sendBlank' : 'ballot.comment.send')}</button></p></div>`
}

function problemAt(place: string, { problems, t }: SlipFormShown): Markup | undefined {
  const here = problems.filter(one => placeOf[one] === place)
  if (here.length === 0) return undefined
  return html`<p class="problem" id="${place}-problem">${here.map(one => html`${t(`ballot.slip.problem.${one}`)} `)}</p>`
}

function described(place: string, { problems }: SlipFormShown, ...more: string[]): Markup {
  const isWrong = problems.some(one => placeOf[one] === place)
  const ids = [`${place}-hint`, ...more, ...(isWrong ? [`${place}-problem`] : [])]
  return html`aria-describedby="${ids.join(' ')}"${isWrong && html` aria-invalid="true"`}`
}
