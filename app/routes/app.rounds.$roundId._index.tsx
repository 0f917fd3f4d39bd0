import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { roundForManager } from '~/pulses/round-door.server'
import { RoundPage } from '~/pulses/round-page'

/** One round, for those who run it. */
export const loader = ({ request, params }: LoaderFunctionArgs) => roundForManager(request, params.roundId)

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Round() {
  return <RoundPage round={useLoaderData<typeof loader>().round} />
}
