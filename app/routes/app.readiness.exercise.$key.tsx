import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { translatorOn } from '~/language/catalogues.server'
import { languageOf } from '~/language/language.server'
import { requireRole } from '~/people/session.server'
import { leadForm } from '~/readiness/exercise/form'
import { GonePage } from '~/readiness/exercise/gone-page'
import { LeadPage } from '~/readiness/exercise/lead-page'
import { facilitators } from '~/readiness/exercise/rules'
import { closeExercise, endGiving, findLed } from '~/readiness/exercise/sessions.server'
import { wayIn } from '~/readiness/exercise/square.server'
import { parseForm } from '~/ui/parse-form.server'

/** The screen of the room: for whoever leads talks and has the address. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const person = await requireRole(request, facilitators)
  const t = translatorOn(await languageOf(request, person))
  const title = `${t('readiness.exercise.title')} · ${t('shell.name')}`
  const found = findLed(params.key!, new Date())
  return found ? { led: { ...found, ...wayIn(found.code) }, title } : data({ led: null, title }, 404)
}

/** Ends the giving, or closes the exercise; what is gone already stays gone. */
export async function action({ request, params }: ActionFunctionArgs) {
  await requireRole(request, facilitators)
  const form = await parseForm(request, leadForm)
  if (!form.ok) return data(form, 422)
  if (form.data.deed === 'end') {
    endGiving(params.key!, new Date())
    return redirect(`/app/readiness/exercise/${params.key}`)
  }
  closeExercise(params.key!)
  return redirect('/app/readiness/exercise')
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function LeadExercise() {
  const { led } = useLoaderData<typeof loader>()
  return led ? <LeadPage {...led} /> : <GonePage />
}
