import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { caseToPlan } from '~/gates/use-cases/door.server'
import { taskDeedForm } from '~/gates/use-cases/form'
import { TaskPage } from '~/gates/use-cases/task-page'
import { endTask, recordTaskDone, tasksOf } from '~/gates/use-cases/tasks.server'
import { parseForm } from '~/ui/parse-form.server'

/** One task that comes back; 404 when it has ended, or belongs to another use case. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { useCase, may, today, t } = await caseToPlan(request, params.useCaseId)
  const task = (await tasksOf(useCase.id, today)).find(({ id }) => id === params.taskId)
  if (!task) throw new Response(null, { status: 404 })
  const { id, name } = useCase
  return { useCase: { id, name }, task, mayDo: may.walk, title: `${t('phases.tasks.one')} · ${t('shell.name')}` }
}

/** Says that it was done for the day it was due, or ends it. Executives end, and do not do. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { useCase, by } = await caseToPlan(request.clone(), params.useCaseId)
  const form = await parseForm(request, taskDeedForm)
  if (!form.ok) return data({ failed: form }, 422)
  const taskId = params.taskId!
  const decision =
    form.data.deed === 'end'
      ? await endTask(useCase.id, taskId, by)
      : await recordTaskDone(useCase.id, taskId, form.data, by)
  if (!decision.ok) throw new Response(null, { status: decision.because === 'notYourMove' ? 403 : 404 })
  return redirect(`/app/use-cases/${useCase.id}#tasks`)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function OneTask() {
  return <TaskPage {...useLoaderData<typeof loader>()} failed={useActionData<typeof action>()?.failed} />
}
