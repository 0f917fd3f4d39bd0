import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { translatorOn } from '~/language/catalogues.server'
import { languageOf } from '~/language/language.server'
import { roundManagers } from '~/people/rules'
import { requireRole } from '~/people/session.server'
import { RoundList } from '~/pulses/rounds/list'
import { roundsShown, todayHere } from '~/pulses/rounds/store.server'

/** All rounds, for those who run them. */
export async function loader({ request }: LoaderFunctionArgs) {
  const person = await requireRole(request, roundManagers)
  const t = translatorOn(await languageOf(request, person))
  const rounds = await roundsShown(todayHere(new Date()))
  return { rounds, title: `${t('pulses.rounds.title')} · ${t('shell.name')}` }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Rounds() {
  return <RoundList rounds={useLoaderData<typeof loader>().rounds} />
}
