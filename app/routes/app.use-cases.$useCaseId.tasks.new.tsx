import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { caseToPlan } from '~/gates/use-cases/door.server'
import { taskForm } from '~/gates/use-cases/form'
import { NewTaskPage } from '~/gates/use-cases/new-task-page'
import { suggestedIn } from '~/gates/use-cases/rules'
import { recordTask } from '~/gates/use-cases/tasks.server'
import { parseForm } from '~/ui/parse-form.server'

/** Where something is begun that comes back, filled in where it was suggested. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { useCase, t } = await caseToPlan(request, params.useCaseId)
  const { id, name, phase } = useCase
  const asked = new URL(request.url).searchParams.get('as')
  const as = suggestedIn(phase).find(one => one === asked)
  return { useCase: { id, name, phase }, as, title: `${t('phases.tasks.add')} · ${t('shell.name')}` }
}

/** Begins it; the same task twice is one. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { useCase, by } = await caseToPlan(request.clone(), params.useCaseId)
  const form = await parseForm(request, taskForm)
  if (!form.ok) return data({ failed: form }, 422)
  const decision = await recordTask(useCase.id, form.data, by)
  if (!decision.ok) throw new Response(null, { status: 403 })
  return redirect(`/app/use-cases/${useCase.id}#tasks`)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function NewTask() {
  return <NewTaskPage {...useLoaderData<typeof loader>()} {...useActionData<typeof action>()} />
}
