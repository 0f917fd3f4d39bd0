import { pulse } from 'surveys/pulse/v1'
import { scaleOf } from '../cards.server'
import type { Question } from '../manifest'
import type { Answers } from '../unseal'
import { readSlipCode } from './slip-code'

/** What somebody filled in on the page of a slip, as it was typed. */
export type SlipTyped = {
  code: string
  choices: Record<string, string>
  remark: string
  /** Whether this is the page with the questions, and not only a code. */
  isSent: boolean
  /** Whether sending nothing is meant. */
  sendsBlank: boolean
  /** Whether others use this device, so that nothing of this site may stay on it. */
  isShared: boolean
}

/** What is wrong with it; each has its sentence under `ballot.slip.problem`. */
export type SlipProblem =
  | 'codeMissing'
  | 'codeMistyped'
  | 'codeUnknown'
  | 'codeUsed'
  | 'remarkTooLong'
  | 'choiceUnknown'
  | 'nothingAnswered'
  | 'unavailable'

/** Names of the fields; those of the questions begin with `q.`, so that no question is ever taken for another field. */
export const fieldOf = (questionId: string) => `q.${questionId}`

export const nothingTyped: SlipTyped = {
  code: '',
  choices: {},
  remark: '',
  isSent: false,
  sendsBlank: false,
  isShared: false,
}

/** Reads what the page of a slip sends. Line ends are counted once, however the browser sends them. */
export function readSlipForm(body: Buffer, questions: readonly Question[]): SlipTyped {
  const form = new URLSearchParams(body.toString('utf8'))
  const choices = questions.map(({ id }) => [id, form.get(fieldOf(id)) ?? ''] as const)
  return {
    code: (form.get('code') ?? '').slice(0, 64),
    choices: Object.fromEntries(choices.filter(([, choice]) => choice !== '')),
    remark: (form.get('remark') ?? '').replace(/\r\n?/g, '\n').trim(),
    isSent: form.get('step') === 'send',
    sendsBlank: form.has('blank'),
    isShared: form.has('shared'),
  }
}

/**
 * Finds what is wrong before anything is sealed. Whoever answers nothing is asked once whether that is meant: the
 * key that ends the typing of a code also sends the form, and a code works once.
 */
export function problemsIn(typed: SlipTyped, questions: readonly Question[]): SlipProblem[] {
  const { code, choices, remark, sendsBlank } = typed
  const problems: SlipProblem[] = []
  if (code.trim() === '') problems.push('codeMissing')
  else if (!readSlipCode(code)) problems.push('codeMistyped')
  if (questions.some(question => !isOffered(question, choices[question.id]))) problems.push('choiceUnknown')
  if (remark.length > pulse.openQuestion!.maxCharacters) problems.push('remarkTooLong')
  const isBlank = Object.keys(choices).length === 0 && remark === ''
  if (problems.length === 0 && isBlank && !sendsBlank) problems.push('nothingAnswered')
  return problems
}

/** Returns the answers in the form in which every ballot holds them. */
export function answersOf({ choices, remark }: SlipTyped): Answers {
  return {
    v: 1,
    a: Object.fromEntries(Object.entries(choices).map(([id, choice]) => [id, Number(choice)])),
    c: remark,
  }
}

const isOffered = (question: Question, choice: string | undefined) =>
  choice === undefined || scaleOf(question).steps.some(({ value }) => String(value) === choice)
