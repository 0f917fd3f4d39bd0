import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { translatorOn } from '~/language/catalogues.server'
import { languageOf } from '~/language/language.server'
import { useWords } from '~/language/words'
import { roundManagers } from '~/people/rules'
import { requireRole } from '~/people/session.server'
import { roundForm, typedAgain } from '~/pulses/drafting/form'
import { RoundForm } from '~/pulses/drafting/round-form'
import { changeDraft } from '~/pulses/drafting/store.server'
import { todayHere } from '~/pulses/rounds/store.server'
import { findRound } from '~/pulses/store.server'
import { Page } from '~/ui/page'
import { parseForm } from '~/ui/parse-form.server'

/** The days of a round that is still a draft. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const person = await requireRole(request, roundManagers)
  const round = await findRound(params.roundId!)
  if (!round) throw new Response(null, { status: 404 })
  if (round.state !== 'draft') throw redirect(`/app/rounds/${round.id}`)
  const { id, number, issuingFrom, opensOn, closesOn, asks, withPilotItem, embargoUntil, isCouncilHeld } = round
  const t = translatorOn(await languageOf(request, person))
  const title = `${t('pulses.rounds.form.editTitle', { number })} · ${t('shell.name')}`
  return {
    id,
    number,
    days: { issuingFrom, opensOn, closesOn },
    asks,
    withPilotItem,
    embargoUntil,
    isCouncilHeld,
    title,
  }
}

/** Changes the days of a draft. */
export async function action({ request, params }: ActionFunctionArgs) {
  await requireRole(request, roundManagers)
  const form = await parseForm(request, roundForm)
  if (!form.ok) return data(form, 422)
  const decision = await changeDraft(params.roundId!, form.data, todayHere(new Date()))
  if (decision.ok) return redirect(`/app/rounds/${decision.value.id}`)
  return data({ ...typedAgain(form.data), refused: decision.because }, 409)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function EditRound() {
  const { t } = useWords()
  const { id, number, days, asks, withPilotItem, embargoUntil, isCouncilHeld } = useLoaderData<typeof loader>()
  return (
    <Page title={t('pulses.rounds.form.editTitle', { number })}>
      <RoundForm
        days={days}
        asks={asks}
        withPilotItem={withPilotItem}
        embargoUntil={embargoUntil}
        councilHolds={isCouncilHeld}
        submit={t('pulses.rounds.form.submitEdit')}
        cancelTo={`/app/rounds/${id}`}
        answer={useActionData<typeof action>()}
      />
    </Page>
  )
}
