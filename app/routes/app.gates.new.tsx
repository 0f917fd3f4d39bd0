import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { gateMakers } from '~/gates/hands'
import { gateForm, shareNames } from '~/gates/making/form'
import { NewGatePage } from '~/gates/making/new-page'
import { listUseCasesForGates, recordGate } from '~/gates/making/store.server'
import { translatorOn } from '~/language/catalogues.server'
import { languageOf } from '~/language/language.server'
import { requireRole } from '~/people/session.server'
import { parseForm } from '~/ui/parse-form.server'

/** Where a gate is made; only use cases past the first phase are offered. */
export async function loader({ request }: LoaderFunctionArgs) {
  const person = await requireRole(request, gateMakers)
  const t = translatorOn(await languageOf(request, person))
  const useCases = await listUseCasesForGates()
  const asked = new URL(request.url).searchParams.get('useCase')
  const chosen = useCases.find(({ id }) => id === asked)?.id
  return { useCases, chosen, title: `${t('gates.making.title')} · ${t('shell.name')}` }
}

/** Makes it, once. */
export async function action({ request }: ActionFunctionArgs) {
  const person = await requireRole(request, gateMakers)
  const form = await parseForm(request, gateForm)
  if (!form.ok) return data({ failed: form }, 422)
  const shares = shareNames.map(name => form.data[name]).filter(text => text !== '')
  const decision = await recordGate({ ...form.data, shares: shares.map(Number) }, person)
  if (decision.ok) return redirect(`/app/gates/${decision.value.id}`)
  const values = form.data as Record<string, string>
  return data({ refused: decision.because, failed: { ok: false as const, problems: {}, values } }, 409)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function NewGate() {
  return <NewGatePage {...useLoaderData<typeof loader>()} {...useActionData<typeof action>()} />
}
