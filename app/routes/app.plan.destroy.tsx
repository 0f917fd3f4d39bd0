import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { DestroyPlanPage } from '~/conversations/plan/destroy-page'
import { findOwnPlan } from '~/conversations/plan/store.server'
import { withdrawPlan } from '~/conversations/retention/destroying.server'
import { translatorOn } from '~/language/catalogues.server'
import { languageOf } from '~/language/language.server'
import { requirePerson } from '~/people/session.server'

/** Says what goes; who has no plan has nothing to destroy. */
export async function loader({ request }: LoaderFunctionArgs) {
  const person = await requirePerson(request)
  if (!(await findOwnPlan(person.id))) throw redirect('/app/plan')
  const t = translatorOn(await languageOf(request, person))
  return { title: `${t('plan.destroy.title')} · ${t('shell.name')}` }
}

/** Destroys the plan of whoever asks; the same once more does nothing more. */
export async function action({ request }: ActionFunctionArgs) {
  await withdrawPlan(await requirePerson(request))
  return redirect('/app/plan')
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function DestroyPlan() {
  return <DestroyPlanPage />
}
