import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { planForm } from '~/conversations/plan/form'
import { OwnPlanPage } from '~/conversations/plan/own-page'
import { ownPlanPage, todayHere } from '~/conversations/plan/reading.server'
import { findOwnPlan, savePlan } from '~/conversations/plan/store.server'
import { translatorOn } from '~/language/catalogues.server'
import { languageOf } from '~/language/language.server'
import { requirePerson } from '~/people/session.server'
import { parseForm } from '~/ui/parse-form.server'

/** Everybody's own development plan, sealed. */
export async function loader({ request }: LoaderFunctionArgs) {
  const person = await requirePerson(request)
  const t = translatorOn(await languageOf(request, person))
  return { own: await ownPlanPage(person), title: `${t('plan.title')} · ${t('shell.name')}` }
}

/** Saves what the browser sealed; a save that came too late is answered with the newer plan. */
export async function action({ request }: ActionFunctionArgs) {
  const person = await requirePerson(request)
  const form = await parseForm(request, planForm)
  if (!form.ok) return data({ refused: 'malformed' as const, newer: null }, 422)
  const now = new Date()
  const decision = await savePlan(person, form.data, { today: todayHere(now), now })
  if (decision.ok) return { saved: decision.value.revision }
  const newer = decision.because === 'changedMeanwhile' ? await findOwnPlan(person.id) : null
  return data({ refused: decision.because, newer }, 409)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function OwnDevelopmentPlan() {
  return <OwnPlanPage own={useLoaderData<typeof loader>().own} />
}
