import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { talkAsks } from '~/conversations/one-to-ones/asks.server'
import { teamTalkAsks } from '~/conversations/team/asks.server'
import { vetoAsks } from '~/gates/veto/asks.server'
import { translatorOn } from '~/language/catalogues.server'
import { languageOf } from '~/language/language.server'
import { witnessAsks } from '~/ledger/witnesses/asks.server'
import { requirePerson } from '~/people/session.server'
import { promisesAsking } from '~/promises/in-sight.server'
import { amongAsks, beforeNews } from '~/pulses/asks'
import { listsAsks } from '~/pulses/checks/roster.server'
import { commentAsks } from '~/pulses/comments/holds.server'
import { councilAsks } from '~/pulses/council/door.server'
import { HomePage } from '~/pulses/home-page'
import { homeAsks } from '~/pulses/overview.server'
import { readinessAsks } from '~/readiness/overview.server'
import { freeSeats, newSeats } from '~/workgroups/seats/asks.server'
import { voteAsks } from '~/workgroups/votes/asks.server'

/** The first page after signing in: what asks for this person's attention. */
export async function loader({ request }: LoaderFunctionArgs) {
  const person = await requirePerson(request)
  const t = translatorOn(await languageOf(request, person))
  const at = new Date()
  const waiting = [...(await commentAsks(person)), ...(await councilAsks(person)), ...(await witnessAsks(person, at))]
  const talks = [...(await talkAsks(person, at)), ...(await teamTalkAsks(person, at))]
  const others = [
    ...(await voteAsks(person, at)),
    ...(await newSeats(person, at)),
    ...(await vetoAsks(person, at)),
    ...waiting,
    ...talks,
    ...(await readinessAsks(person)),
    ...(await promisesAsking(person, at)),
  ]
  const asks = beforeNews(amongAsks(await homeAsks(person), others), [
    ...(await listsAsks(person)),
    ...(await freeSeats(person)),
  ])
  return { name: person.givenName, asks, title: `${t('shell.home')} · ${t('shell.name')}` }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Home() {
  return <HomePage {...useLoaderData<typeof loader>()} />
}
