import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { translatorOn } from '~/language/catalogues.server'
import { languageOf } from '~/language/language.server'
import { requireRole } from '~/people/session.server'
import { wholeAnswerForm } from '~/readiness/exam/form'
import { QuestionPage } from '~/readiness/exam/question-page'
import { examWriters, placeInExam, writesFor } from '~/readiness/exam/rules'
import { findDraft, recordAnswer, recordDraft } from '~/readiness/exam/store.server'
import { parseForm } from '~/ui/parse-form.server'

/** Lets in only the side that answers this question: nobody else reads a draft. */
async function writerAt(request: Request, questionId: string) {
  const person = await requireRole(request, examWriters)
  const placed = placeInExam(questionId)
  if (!placed) throw new Response(null, { status: 404 })
  if (!writesFor(placed.part, person)) throw new Response(null, { status: 403 })
  return { person, placed }
}

/** A question to answer; what is published already can only be read. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { person, placed } = await writerAt(request, params.questionId!)
  const found = await findDraft(params.questionId!)
  const t = translatorOn(await languageOf(request, person))
  const { number, of } = placed
  const title = `${t('readiness.exam.place', { number, of })} · ${t('shell.name')}`
  return { questionId: placed.question.id, found, title }
}

/** Keeps a draft and goes on, shows it as everybody will read it, or publishes it for good. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { person, placed } = await writerAt(request, params.questionId!)
  const form = await parseForm(request, wholeAnswerForm)
  if (!form.ok) return data({ step: 'write' as const, failed: form }, 422)
  const { step, ...sent } = form.data
  if (step === 'write' || step === 'preview') return data({ step, sent })
  const [id, at] = [params.questionId!, new Date()]
  const decision = await (step === 'save' ? recordDraft(id, sent, person) : recordAnswer(id, sent, person, at))
  if (decision.ok) return redirect(afterwards(step, id, placed.nextId))
  if (decision.because === 'noSuchQuestion') throw new Response(null, { status: 404 })
  return data({ step, sent, refused: decision.because, standing: await findDraft(id) }, 409)
}

/** After a draft the next question, after the last one and after publishing all of them. */
const afterwards = (step: string, id: string, nextId: string | undefined) =>
  step === 'save' && nextId ? `/app/readiness/exam/${nextId}` : `/app/readiness/exam#${id}`

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function AnswerQuestion() {
  return <QuestionPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
}
