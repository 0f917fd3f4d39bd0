import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { translatorOn } from '~/language/catalogues.server'
import { languageOf } from '~/language/language.server'
import { hasRole } from '~/people/rules'
import { requirePerson } from '~/people/session.server'
import { ChecksPage } from '~/pulses/checks/page'
import { rosterConfirmers } from '~/pulses/checks/roster'
import { canBeLookedUp } from '~/pulses/checks/rules'
import { ownStandings } from '~/pulses/checks/store.server'
import { tokenErrands } from '~/pulses/issuing.server'
import { listRounds } from '~/pulses/store.server'

/** What a reader can check about their own part; it depends on who is signed in and on no address. */
export async function loader({ request }: LoaderFunctionArgs) {
  const person = await requirePerson(request)
  const t = translatorOn(await languageOf(request, person))
  const rounds = await listRounds()
  const nameOf = ({ id, number }: { id: string; number: number }) => ({ id, number })
  return {
    standings: await ownStandings(person.id),
    errands: await tokenErrands(person.id),
    counted: rounds.filter(({ state }) => state === 'published').map(nameOf)[0],
    lists: hasRole(person, rosterConfirmers) ? rounds.filter(({ state }) => canBeLookedUp(state)).map(nameOf) : [],
    title: `${t('checks.title')} · ${t('shell.name')}`,
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Checks() {
  return <ChecksPage {...useLoaderData<typeof loader>()} />
}
