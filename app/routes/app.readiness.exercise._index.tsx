import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { translatorOn } from '~/language/catalogues.server'
import { languageOf } from '~/language/language.server'
import { requireRole } from '~/people/session.server'
import { facilitators } from '~/readiness/exercise/rules'
import { startExercise } from '~/readiness/exercise/sessions.server'
import { StartPage } from '~/readiness/exercise/start-page'

/** Whoever leads a talk of a team reads here how the exercise goes. */
export async function loader({ request }: LoaderFunctionArgs) {
  const person = await requireRole(request, facilitators)
  const t = translatorOn(await languageOf(request, person))
  return { title: `${t('readiness.exercise.title')} · ${t('shell.name')}` }
}

/** Starts an exercise. Who started it is not kept: the address it leads to is the key. */
export async function action({ request }: ActionFunctionArgs) {
  await requireRole(request, facilitators)
  const decision = startExercise(new Date())
  if (!decision.ok) return data({ refused: decision.because }, 409)
  return redirect(`/app/readiness/exercise/${decision.value.key}`)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function StartExercise() {
  return <StartPage refused={useActionData<typeof action>()?.refused} />
}
