import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { giveBackForm } from '~/conversations/plan/form'
import { OtherPlanPage } from '~/conversations/plan/other-page'
import { givePlanBack, planOfOther } from '~/conversations/plan/reading.server'
import { translatorOn } from '~/language/catalogues.server'
import { languageOf } from '~/language/language.server'
import { requirePerson } from '~/people/session.server'
import { parseForm } from '~/ui/parse-form.server'

const none = () => new Response(null, { status: 404 })

/** A development plan that its owner opened to the reader; for anybody else there is none. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const person = await requirePerson(request)
  const shown = await planOfOther(params.planId!, person, new Date())
  if (!shown) throw none()
  const t = translatorOn(await languageOf(request, person))
  return { shown, title: `${t('plan.shared.of', { name: shown.of.name })} · ${t('shell.name')}` }
}

/** Lets the owner open it again, who made a new key. */
export async function action({ request, params }: ActionFunctionArgs) {
  const person = await requirePerson(request)
  const form = await parseForm(request, giveBackForm)
  if (!form.ok) throw none()
  const given = await givePlanBack(params.planId!, person, { ...form.data, at: new Date() })
  if (!given) throw none()
  return redirect(`/app/plan/${params.planId}`)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function PlanOfSomebodyElse() {
  return <OtherPlanPage shown={useLoaderData<typeof loader>().shown} />
}
