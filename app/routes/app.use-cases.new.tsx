import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useCaseForm } from '~/gates/use-cases/form'
import { NewUseCasePage } from '~/gates/use-cases/new-page'
import { recordUseCase } from '~/gates/use-cases/recording.server'
import { useCaseMakers } from '~/gates/use-cases/rules'
import { openGroups } from '~/gates/use-cases/store.server'
import { translatorOn } from '~/language/catalogues.server'
import { languageOf } from '~/language/language.server'
import { requireRole } from '~/people/session.server'
import { parseForm } from '~/ui/parse-form.server'

/** Where a use case begins. */
export async function loader({ request }: LoaderFunctionArgs) {
  const person = await requireRole(request, useCaseMakers)
  const t = translatorOn(await languageOf(request, person))
  return { groups: await openGroups(), title: `${t('phases.new.title')} · ${t('shell.name')}` }
}

/** Begins it, in the first phase; the same name twice in a group is the one that is there. */
export async function action({ request }: ActionFunctionArgs) {
  await requireRole(request, useCaseMakers)
  const form = await parseForm(request, useCaseForm)
  if (!form.ok) return data({ failed: form }, 422)
  const decision = await recordUseCase(form.data, new Date())
  if (decision.ok) return redirect(`/app/use-cases/${decision.value.id}`)
  const failed = { ok: false as const, problems: {}, values: form.data }
  return data({ failed, refused: decision.because }, 409)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function NewUseCase() {
  return <NewUseCasePage {...useLoaderData<typeof loader>()} {...useActionData<typeof action>()} />
}
