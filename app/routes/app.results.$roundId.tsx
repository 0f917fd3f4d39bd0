import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { translatorOn } from '~/language/catalogues.server'
import { languageOf } from '~/language/language.server'
import { hasRole, promisers, responders } from '~/people/rules'
import { requirePerson } from '~/people/session.server'
import { promisesByRound } from '~/promises/in-sight.server'
import { isConfidant } from '~/pulses/comments/confidants.server'
import { confidantKeepers } from '~/pulses/comments/holds'
import { sidesOf } from '~/pulses/comments/replies'
import { ResultsPage } from '~/pulses/results/page'
import { findResults } from '~/pulses/results/store.server'

/** Everyone who works here may read every result; before it is published it does not exist. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const person = await requirePerson(request)
  const found = await findResults(params.roundId!)
  if (!found) throw new Response(null, { status: 404 })
  const t = translatorOn(await languageOf(request, person))
  const title = `${t('results.roundTitle', { number: found.round.number })} · ${t('shell.name')}`
  const may = { mayRespond: hasRole(person, responders), mayPromise: hasRole(person, promisers) }
  const commentDeeds = {
    sides: sidesOf(person),
    isConfidant: await isConfidant(person),
    keepsConfidants: hasRole(person, confidantKeepers),
  }
  return { ...found, ...may, commentDeeds, promises: await promisesByRound(new Date(), found.round.id), title }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Results() {
  return <ResultsPage {...useLoaderData<typeof loader>()} />
}
