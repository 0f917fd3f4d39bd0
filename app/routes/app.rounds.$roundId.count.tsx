import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { CouncilCountPage } from '~/pulses/council/count-page'
import { roundForCouncil } from '~/pulses/council/door.server'

/** Where the works council opens the ballots in its own browser and counts them. */
export const loader = ({ request, params }: LoaderFunctionArgs) => roundForCouncil(request, params.roundId, 'count')

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function CouncilCount() {
  return <CouncilCountPage round={useLoaderData<typeof loader>().round} />
}
