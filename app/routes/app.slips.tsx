import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { translatorOn } from '~/language/catalogues.server'
import { languageOf } from '~/language/language.server'
import { SlipRoundsPage } from '~/pulses/slips/rounds-page'
import { requireSlipKeeper, roundsWithSlips } from '~/pulses/slips/store.server'

/** The rounds that have slips now, for whoever keeps them. */
export async function loader({ request }: LoaderFunctionArgs) {
  const person = await requireSlipKeeper(request)
  const t = translatorOn(await languageOf(request, person))
  return { rounds: await roundsWithSlips(), title: `${t('slips.title')} · ${t('shell.name')}` }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function SlipRounds() {
  return <SlipRoundsPage rounds={useLoaderData<typeof loader>().rounds} />
}
