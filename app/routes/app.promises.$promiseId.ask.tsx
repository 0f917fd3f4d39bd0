import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { promiseJudges } from '~/people/rules'
import { requireRole } from '~/people/session.server'
import { promiseFor } from '~/promises/door.server'
import { askForm } from '~/promises/form'
import { askingOpenTo } from '~/promises/verdict'
import { AskPage } from '~/promises/verdict-page'
import { staffQuestions } from '~/promises/verdict-reading.server'
import { recordAsking, recordTakingBack } from '~/promises/verdict-store.server'
import { isRegisterClosed } from '~/promises/visibility.server'
import { parseForm } from '~/ui/parse-form.server'

/** The question as colleagues will read it, and what can be done with it now. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { person, promise, t } = await promiseFor(request, params.promiseId, promiseJudges)
  const questions = await staffQuestions(promise)
  const open = askingOpenTo(promise, questions, person)
  const words = questions.find(one => one.verdict === null)?.words ?? promise.now.text
  const asking = open.ok ? { step: open.value } : { because: open.because }
  return {
    promise,
    words,
    ...asking,
    isRegisterClosed: isRegisterClosed(),
    title: `${t('verdict.ask.title', { id: promise.id })} · ${t('shell.name')}`,
  }
}

/** Lets the next round ask, or takes the question back. */
export async function action({ request, params }: ActionFunctionArgs) {
  const person = await requireRole(request, promiseJudges)
  const form = await parseForm(request, askForm)
  if (!form.ok) throw new Response(null, { status: 400 })
  const { step, seen } = form.data
  const id = params.promiseId!
  const decision =
    step === 'ask' ? await recordAsking(id, seen, person, new Date()) : await recordTakingBack(id, person)
  if (decision.ok) return redirect(`/app/promises/${id}`)
  return data({ because: decision.because }, 409)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Ask() {
  return <AskPage {...useLoaderData<typeof loader>()} {...useActionData<typeof action>()} />
}
