import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { config } from '~/config.server'
import { translatorOn } from '~/language/catalogues.server'
import { languageOf } from '~/language/language.server'
import { SlipsPage } from '~/pulses/slips/page'
import { requireSlipKeeper, slipRound } from '~/pulses/slips/store.server'

/** The slips of a round: made in this browser, printed from it, and nowhere else. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const person = await requireSlipKeeper(request)
  const t = translatorOn(await languageOf(request, person))
  const round = await slipRound(params.roundId)
  return {
    round,
    origin: config.origin,
    title: `${t('slips.page.title', { number: round.number })} · ${t('shell.name')}`,
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Slips() {
  return <SlipsPage {...useLoaderData<typeof loader>()} />
}
