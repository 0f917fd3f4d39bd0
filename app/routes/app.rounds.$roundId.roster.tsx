import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { translatorOn } from '~/language/catalogues.server'
import { languageOf } from '~/language/language.server'
import { requireRole } from '~/people/session.server'
import { rosterConfirmers } from '~/pulses/checks/roster'
import { findLists, recordListsConfirmed } from '~/pulses/checks/roster.server'
import { RosterPage } from '~/pulses/checks/roster-page'

/** The lists of a round, for the works council only. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const person = await requireRole(request, rosterConfirmers)
  const lists = await findLists(params.roundId!)
  if (!lists) throw new Response(null, { status: 404 })
  const t = translatorOn(await languageOf(request, person))
  return { lists, title: `${t('checks.roster.title', { number: lists.round.number })} · ${t('shell.name')}` }
}

/** Confirms the lists, once; pressing twice is harmless. */
export async function action({ request, params }: ActionFunctionArgs) {
  const person = await requireRole(request, rosterConfirmers)
  const decision = await recordListsConfirmed(params.roundId!, person, new Date())
  if (decision.ok || decision.because === 'listsConfirmed') return redirect(`/app/rounds/${params.roundId}/roster`)
  if (decision.because === 'noSuchRound') throw new Response(null, { status: 404 })
  return data({ refused: decision.because }, 409)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Roster() {
  return <RosterPage {...useLoaderData<typeof loader>()} refused={useActionData<typeof action>()?.refused} />
}
