import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { CyclePage } from '~/conversations/cycle/cycle-page'
import { cycleReaders, overseesCycle } from '~/conversations/cycle/rules'
import { agreementsOverseen, cycleInSight } from '~/conversations/cycle/store.server'
import { promiseIdsIn } from '~/conversations/team/agreements'
import { translatorOn } from '~/language/catalogues.server'
import { languageOf } from '~/language/language.server'
import { hasRole, promisers } from '~/people/rules'
import { requireRole } from '~/people/session.server'
import { promiseLines } from '~/promises/showing.server'
import { roundsFollowed } from '~/pulses/results/followed.server'

/** What followed a result that everybody may read. */
export async function loader({ request }: LoaderFunctionArgs) {
  const person = await requireRole(request, cycleReaders)
  const at = new Date()
  const t = translatorOn(await languageOf(request, person))
  const asked = new URL(request.url).searchParams.get('round')
  const followed = await cycleInSight(await roundsFollowed(), asked, person, at)
  const overseen = await agreementsOverseen(person, at)
  const promises = await promiseLines(promiseIdsIn(overseen), at)
  const may = { oversees: overseesCycle(person), mayPromise: hasRole(person, promisers) }
  return { ...followed, overseen, promises, ...may, title: `${t('cycle.title')} · ${t('shell.name')}` }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Cycle() {
  return <CyclePage {...useLoaderData<typeof loader>()} />
}
