import type { z } from 'zod'
import { checkForm, type FormFailure } from './form-problems'

/**
 * Reads what a form sent and checks it; names that occur more than once become a list.
 * Answer a failure with `data(failure, 422)`.
 *
 * Nothing is guessed: "123" stays text, and a field called `__proto__` is left out.
 */
export async function parseForm<S extends z.ZodType>(
  request: Request,
  schema: S,
): Promise<{ ok: true; data: z.output<S> } | FormFailure> {
  const sent = await sentForm(request)
  const values = Object.fromEntries(
    [...new Set(sent.keys())]
      .filter(name => name !== '__proto__')
      .map(name => [name, sent.getAll(name)] as const)
      .map(([name, all]) => [name, all.length === 1 ? all[0] : all]),
  )
  const empty = Object.keys(values).find(name => [values[name]].flat().some(holdsNothing))
  if (empty !== undefined) return { ok: false, problems: { [empty]: 'notRight' }, values: worthKeeping(values) }
  const checked = checkForm(schema, values)
  return checked.ok ? checked : { ...checked, values: worthKeeping(values) }
}

/**
 * Reads what a form sent, as it is.
 *
 * @throws a 400 where it is no form: no page of ours sends that.
 */
export async function sentForm(request: Request): Promise<FormData> {
  try {
    return await request.formData()
  } catch {
    throw new Response(null, { status: 400 })
  }
}

/** Nobody types this character, no text holds it, and PostgreSQL refuses it. */
const holdsNothing = (value: unknown) => typeof value === 'string' && value.includes('\0')

/** What goes back into the form: no passwords, no files, nothing of a size that was not typed. */
function worthKeeping(values: Record<string, unknown>): FormFailure['values'] {
  const isShown = ([name, value]: [string, unknown]) =>
    !/password/i.test(name) &&
    [value].flat().every(one => typeof one === 'string' && one.length <= 20_000 && !holdsNothing(one))
  return Object.fromEntries(Object.entries(values).filter(isShown)) as FormFailure['values']
}
