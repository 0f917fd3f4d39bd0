import type { z } from 'zod'

/** What may be wrong with a field; every language has a sentence for each under `forms.`. */
export const formProblems = [
  'required',
  'tooShort',
  'tooLong',
  'tooFew',
  'notAnEmail',
  'notAnAddress',
  'notADay',
  'notAChoice',
  'notANumber',
  'tooSmall',
  'tooBig',
  'notTheSame',
  'fileMissing',
  'fileTooBig',
  'notAnAmount',
  'unclearAmount',
  'notHours',
  'notRight',
] as const
export type FormProblem = (typeof formProblems)[number]

/** A form that was not accepted: the first problem of each field, and what was typed, without secrets and files. */
export type FormFailure = {
  ok: false
  problems: Record<string, FormProblem>
  values: Record<string, string | string[]>
}

type Issue = { code?: string; format?: string; origin?: string; minimum?: unknown; input?: unknown; expected?: string }

/**
 * Returns our own word for what zod found, so that its English never reaches a reader.
 * A schema may name a word itself: `.refine(test, 'notTheSame')`.
 */
export function problemOf(issue: Issue): FormProblem {
  if (issue.input === undefined || issue.input === '') return 'required'
  switch (issue.code) {
    case 'invalid_type':
      return issue.expected === 'number' ? 'notANumber' : 'notRight'
    case 'too_small':
      return tooLittle(issue)
    case 'too_big':
      return issue.origin === 'string' ? 'tooLong' : 'tooBig'
    case 'invalid_format':
      return ({ email: 'notAnEmail', url: 'notAnAddress', date: 'notADay' } as const)[issue.format ?? ''] ?? 'notRight'
    case 'invalid_value':
    case 'invalid_union':
      return 'notAChoice'
    default:
      return 'notRight'
  }
}

function tooLittle({ origin, minimum }: Issue): FormProblem {
  if (origin === 'string') return minimum === 1 ? 'required' : 'tooShort'
  return origin === 'array' ? 'tooFew' : 'tooSmall'
}

/** Checks values with a schema. @returns the data, or the first problem of each field under its dotted path. */
export function checkForm<S extends z.ZodType>(schema: S, values: unknown) {
  const parsed = schema.safeParse(values, { error: issue => problemOf(issue as Issue), reportInput: true })
  if (parsed.success) return { ok: true, data: parsed.data } as const
  const problems: Record<string, FormProblem> = {}
  for (const { path, message } of parsed.error.issues) problems[path.join('.')] ??= known(message)
  return { ok: false, problems } as const
}

const known = (word: string): FormProblem => formProblems.find(problem => problem === word) ?? 'notRight'
