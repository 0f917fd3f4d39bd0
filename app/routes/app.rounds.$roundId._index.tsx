import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { roundForManager } from '~/pulses/rounds/door.server'
import { RoundPage } from '~/pulses/rounds/page'
import { SlipsLink } from '~/pulses/slips/advice'
import { isSlipKeeper } from '~/pulses/slips/store.server'

/** One round, for those who run it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const shown = await roundForManager(request, params.roundId)
  return { ...shown, keepsSlips: await isSlipKeeper(request) }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Round() {
  const { round, keepsSlips } = useLoaderData<typeof loader>()
  return (
    <>
      <RoundPage round={round} />
      {keepsSlips && <SlipsLink />}
    </>
  )
}
