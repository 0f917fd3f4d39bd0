import { useSubmit } from '@remix-run/react'
import { type FormEvent, useMemo } from 'react'
import {
  type DefaultValues,
  type FieldErrors,
  type FieldValues,
  get,
  type Path,
  type Resolver,
  set,
  type UseFormHandleSubmit,
  useForm,
} from 'react-hook-form'
import type { z } from 'zod'
import { useWords } from '~/language/words'
import { checkForm, type FormFailure, type FormProblem } from './form-problems'

type Options<Input> = { defaults?: DefaultValues<Input>; failed?: FormFailure }

/**
 * Puts react-hook-form on top of a plain form, with the schema that the action uses.
 * Without JavaScript the browser sends the same bytes and the action's answer shows the same problems.
 *
 * Spread `formProps` on `<Form>` and `field(name)` on a field of `ui/`.
 */
export function useZodForm<Input extends FieldValues>(
  schema: z.ZodType<unknown, Input>,
  { defaults, failed }: Options<Input> = {},
) {
  const { t } = useWords()
  const submit = useSubmit()
  // react-hook-form takes errors over whenever their identity changes, so it may change only with the answer.
  const errors = useMemo(() => (failed ? asErrors<Input>(failed.problems) : undefined), [failed])
  const defaultValues = { ...defaults, ...failed?.values } as DefaultValues<Input>
  const form = useForm<Input>({ resolver: resolverOf(schema), defaultValues, errors, mode: 'onTouched' })
  const sentence = (problem: FormProblem | undefined) => problem && t(`forms.${problem}`)
  return {
    form,
    /** For `ErrorSummary`: what the server found, in the order of the fields. */
    errors: Object.entries(failed?.problems ?? {}).map(([name, problem]) => ({ name, message: t(`forms.${problem}`) })),
    formProps: { method: 'post' as const, noValidate: true, onSubmit: sending(form.handleSubmit, submit) },
    field: (name: Path<Input>) => ({
      ...form.register(name),
      defaultValue: get(defaultValues, name) as string | undefined,
      error: sentence((get(form.formState.errors, name) as { message?: FormProblem } | undefined)?.message),
    }),
  }
}

/** Sends the form itself, not a copy of its values: with and without JavaScript the same bytes travel. */
function sending<Input extends FieldValues>(
  handleSubmit: UseFormHandleSubmit<Input>,
  submit: ReturnType<typeof useSubmit>,
) {
  return (event: FormEvent<HTMLFormElement>) => {
    const sender = (event.nativeEvent as SubmitEvent).submitter as HTMLButtonElement | null
    const form = event.currentTarget
    event.preventDefault()
    void handleSubmit(() => submit(sender ?? form))(event)
  }
}

/** Holds back only what somebody can put right here: a hidden part of a form has no field that could say what is wrong with it. */
function resolverOf<Input extends FieldValues>(schema: z.ZodType<unknown, Input>): Resolver<Input> {
  return (values, _context, { names = [] }) => {
    const checked = checkForm(schema, values)
    const problems = Object.entries(checked.ok ? {} : checked.problems)
    const shown = problems.filter(([path]) => names.some(name => path === name || path.startsWith(`${name}.`)))
    if (shown.length === 0) return { values, errors: {} }
    return { values: {}, errors: asErrors<Input>(Object.fromEntries(shown)) }
  }
}

/** Problems under dotted paths, as the nested errors of react-hook-form. */
function asErrors<Input extends FieldValues>(problems: Record<string, FormProblem>): FieldErrors<Input> {
  const errors = {}
  for (const [path, message] of Object.entries(problems)) set(errors, path, { type: 'own', message })
  return errors
}
