import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { translatorOn } from '~/language/catalogues.server'
import { languageOf } from '~/language/language.server'
import { promisesByRound, promisesInSight } from '~/promises/in-sight.server'
import { isOpen } from '~/promises/visibility.server'
import { publicOverview } from '~/pulses/overview.server'
import { PublicPage } from '~/pulses/public-page'

/** The front page is for everybody, signed in or not. */
export async function loader({ request }: LoaderFunctionArgs) {
  const t = translatorOn(await languageOf(request))
  const overview = await publicOverview()
  return {
    overview,
    promises: isOpen(request) ? await promisesShown() : undefined,
    title: `${t('shell.name')} · ${overview.organisationName}`,
  }
}

async function promisesShown() {
  const at = new Date()
  return { ...(await promisesInSight(at)), fromRounds: await promisesByRound(at) }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Index() {
  const { overview, promises } = useLoaderData<typeof loader>()
  return <PublicPage {...overview} promises={promises} />
}
