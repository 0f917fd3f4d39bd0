import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { linkPromise } from '~/conversations/team/agreeing.server'
import { wantedPromise } from '~/conversations/team/wanted.server'
import { translatorOn } from '~/language/catalogues.server'
import { languageOf } from '~/language/language.server'
import { promisers } from '~/people/rules'
import { requireRole } from '~/people/session.server'
import { promiseForm } from '~/promises/form'
import { NewPromisePage } from '~/promises/new-page'
import { promiseStarted } from '~/promises/showing.server'
import { recordPromise } from '~/promises/store.server'
import { doubtsAbout } from '~/promises/vagueness'
import { barriers } from '~/promises/words'
import { parseForm } from '~/ui/parse-form.server'

/**
 * An empty promise, or one that starts with what management said after a round, with a barrier it may take away, or with
 * what a team asked for.
 */
export async function loader({ request }: LoaderFunctionArgs) {
  const person = await requireRole(request, promisers)
  const t = translatorOn(await languageOf(request, person))
  const placeOf = (number: number) => t('promises.new.answered', { number })
  const asked = new URL(request.url).searchParams
  const started = await promiseStarted(asked.get('round'), placeOf, new Date())
  const barrier = barriers.find(one => one === asked.get('barrier'))
  const wanted = await wantedPromise(asked.get('agreement'), t)
  if (wanted?.promiseId) throw redirect(`/app/promises/${wanted.promiseId}`)
  const said = { ...started.said, barrier, ...wanted?.said }
  return { ...started, said, title: `${t('promises.new.title')} · ${t('shell.name')}` }
}

/** Shows what was written, with the questions it raises; only `publish` records it. */
export async function action({ request }: ActionFunctionArgs) {
  const person = await requireRole(request, promisers)
  const form = await parseForm(request, promiseForm)
  if (!form.ok) return data({ step: 'write' as const, failed: form }, 422)
  const { step, ...said } = form.data
  const written = { step, said, doubts: doubtsAbout(said) }
  if (step !== 'publish') return data(written)
  const decision = await recordPromise(said, person, new Date())
  const agreement = new URL(request.url).searchParams.get('agreement')
  if (decision.ok && agreement) await linkPromise(agreement, decision.value.id)
  if (decision.ok) return redirect(`/app/promises/${decision.value.id}`)
  return data({ ...written, step: 'write' as const, refused: decision.because }, 409)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function NewPromise() {
  const { said, answers } = useLoaderData<typeof loader>()
  return <NewPromisePage started={said} answers={answers} answer={useActionData<typeof action>()} />
}
