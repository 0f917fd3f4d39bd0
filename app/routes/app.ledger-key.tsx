import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { translatorOn } from '~/language/catalogues.server'
import { languageOf } from '~/language/language.server'
import { KeyPage } from '~/ledger/key-page'
import { currentKey, handOverKey } from '~/ledger/rotating.server'
import { staffKeepers } from '~/people/rules'
import { requireRole } from '~/people/session.server'
import { parseForm } from '~/ui/parse-form.server'

const keyForm = z.object({ seen: z.string().max(300), sure: z.literal('yes') })

/** The key with which the ledger signs. */
export async function loader({ request }: LoaderFunctionArgs) {
  const person = await requireRole(request, staffKeepers)
  const t = translatorOn(await languageOf(request, person))
  const isChanged = new URL(request.url).searchParams.has('changed')
  return { current: (await currentKey()) ?? null, isChanged, title: `${t('erasure.key.title')} · ${t('shell.name')}` }
}

/** Hands the ledger over to a new key. */
export async function action({ request }: ActionFunctionArgs) {
  await requireRole(request, staffKeepers)
  const form = await parseForm(request, keyForm)
  if (!form.ok) return data({ refused: 'notTicked' as const }, 422)
  const decision = await handOverKey(form.data.seen, new Date())
  if (decision.ok) return redirect('/app/ledger-key?changed')
  return data({ refused: decision.because }, 409)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function LedgerKey() {
  return <KeyPage {...useLoaderData<typeof loader>()} {...useActionData<typeof action>()} />
}
