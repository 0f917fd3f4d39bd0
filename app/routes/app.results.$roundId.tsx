import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { translatorOn } from '~/language/catalogues.server'
import { languageOf } from '~/language/language.server'
import { hasRole, type Person, promisers, responders } from '~/people/rules'
import { requirePerson } from '~/people/session.server'
import { promisesByRound } from '~/promises/in-sight.server'
import { isConfidant } from '~/pulses/comments/confidants.server'
import { confidantKeepers } from '~/pulses/comments/holds'
import { sidesOf } from '~/pulses/comments/replies'
import { KeptPage } from '~/pulses/results/kept-page'
import { ResultsPage } from '~/pulses/results/page'
import { findKept, findResults } from '~/pulses/results/store.server'
import { MirrorSection } from '~/readiness/mirror/section'
import { findMirror } from '~/readiness/mirror/store.server'
import { NeedsSection } from '~/readiness/needs/section'

/** Everyone who works here may read every result, the works council first where it asked for that; before it is published it does not exist. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const person = await requirePerson(request)
  const found = await findResults(params.roundId!, person)
  const t = translatorOn(await languageOf(request, person))
  if (!found)
    return { kept: await keptOr404(params.roundId!, person), title: `${t('results.title')} · ${t('shell.name')}` }
  const title = `${t('results.roundTitle', { number: found.round.number })} · ${t('shell.name')}`
  const may = { mayRespond: hasRole(person, responders), mayPromise: hasRole(person, promisers) }
  const commentDeeds = {
    sides: sidesOf(person),
    isConfidant: await isConfidant(person),
    keepsConfidants: hasRole(person, confidantKeepers),
  }
  const promises = await promisesByRound(new Date(), found.round.id)
  const mirror = await findMirror(found.round.id, found.results, person)
  const groupsOf = new URL(request.url).searchParams.get('groups') ?? undefined
  return { ...found, ...may, commentDeeds, promises, mirror, groupsOf, title }
}

async function keptOr404(roundId: string, person: Person) {
  const kept = await findKept(roundId, person)
  if (!kept) throw new Response(null, { status: 404 })
  return kept
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Results() {
  const found = useLoaderData<typeof loader>()
  if (found.kept) return <KeptPage {...found.kept} />
  const { mirror, ...result } = found
  const barriers = <NeedsSection items={found.results.items} mayPromise={found.mayPromise} />
  return <ResultsPage {...result} after={{ barriers, mirror: mirror && <MirrorSection mirror={mirror} /> }} />
}
