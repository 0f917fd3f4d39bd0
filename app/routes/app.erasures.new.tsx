import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { translatorOn } from '~/language/catalogues.server'
import { languageOf } from '~/language/language.server'
import { wordsToChoose } from '~/ledger/erasures/choice.server'
import { findWords } from '~/ledger/erasures/erasing.server'
import { NewErasurePage } from '~/ledger/erasures/new-page'
import { requestErasure } from '~/ledger/erasures/redacting.server'
import { erasureAskers } from '~/ledger/erasures/redaction'
import { requireRole } from '~/people/session.server'
import { parseForm } from '~/ui/parse-form.server'

const named = { seq: z.coerce.number().pipe(z.int32().min(0)), key: z.string().regex(/^[a-z_]{1,64}$/) }
/** How long a reason may be is decided by the rule; this only keeps out what nobody typed. */
const askForm = z.object({ ...named, reason: z.string().max(5000).default('') })

/** Words to choose from, or the ones that the address names. */
export async function loader({ request }: LoaderFunctionArgs) {
  const person = await requireRole(request, erasureAskers)
  const t = translatorOn(await languageOf(request, person))
  const asked = new URL(request.url).searchParams
  const search = (asked.get('q') ?? '').trim().slice(0, 100)
  const name = asked.has('seq') ? z.object(named).safeParse(Object.fromEntries(asked)) : undefined
  const chosen = (name?.success && (await findWords(name.data))) || null
  const found = chosen ? [] : await wordsToChoose(search)
  const isGone = name !== undefined && chosen === null
  return { search, found, chosen, isGone, title: `${t('erasure.ask')} · ${t('shell.name')}` }
}

/** Asks the works council to have the words erased. */
export async function action({ request }: ActionFunctionArgs) {
  const person = await requireRole(request, erasureAskers)
  const form = await parseForm(request, askForm)
  if (!form.ok) return data({ typed: [form.values.reason].flat()[0] }, 422)
  const decision = await requestErasure(form.data, person, new Date())
  if (decision.ok) return redirect(`/app/erasures/${decision.value.id}`)
  return data({ typed: form.data.reason, refused: decision.because }, 409)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function NewErasure() {
  return <NewErasurePage {...useLoaderData<typeof loader>()} {...useActionData<typeof action>()} />
}
