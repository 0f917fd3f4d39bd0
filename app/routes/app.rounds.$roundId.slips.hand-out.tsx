import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { refuse } from '~/decision'
import { translatorOn } from '~/language/catalogues.server'
import { languageOf } from '~/language/language.server'
import { giveSlip, handOutForm, listedIn } from '~/pulses/slips/hand-out.server'
import { HandOutPage } from '~/pulses/slips/hand-out-page'
import { requireSlipKeeper, slipRound } from '~/pulses/slips/store.server'
import { parseForm } from '~/ui/parse-form.server'

/** The people of a unit with who got a slip, found by name. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const person = await requireSlipKeeper(request)
  const t = translatorOn(await languageOf(request, person))
  const { id, number, isCouncilHeld, units } = await slipRound(params.roundId)
  const asked = new URL(request.url).searchParams
  const unit = units.find(one => one.id === asked.get('unit')) ?? units.find(({ made }) => made > 0) ?? units[0]!
  const search = asked.get('search') ?? ''
  const people = await listedIn(id, unit.id, search)
  const chosen = people.find(one => one.id === asked.get('person'))
  const given = asked.has('given')
  const title = `${t('slips.handOut.title')} · ${t('shell.name')}`
  return { round: { id, number, isCouncilHeld }, units, unit, search, people, chosen, given, title }
}

/** Records that somebody drew a slip. Pressing twice is harmless. */
export async function action({ request, params }: ActionFunctionArgs) {
  await requireSlipKeeper(request)
  const form = await parseForm(request, handOutForm)
  const decision = form.ok ? await giveSlip(params.roundId!, form.data.person) : refuse('notOnList')
  if (!decision.ok) return data({ refused: decision.because }, 409)
  const unit = new URL(request.url).searchParams.get('unit') ?? ''
  return redirect(`/app/rounds/${params.roundId}/slips/hand-out?${new URLSearchParams({ unit, given: '1' })}`)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function HandOut() {
  return <HandOutPage {...useLoaderData<typeof loader>()} refused={useActionData<typeof action>()?.refused} />
}
