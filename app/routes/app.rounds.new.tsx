import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { translatorOn } from '~/language/catalogues.server'
import { languageOf } from '~/language/language.server'
import { useWords } from '~/language/words'
import { roundManagers } from '~/people/rules'
import { requireRole } from '~/people/session.server'
import { roundForm, typedAgain } from '~/pulses/drafting/form'
import { RoundForm } from '~/pulses/drafting/round-form'
import { draftRound } from '~/pulses/drafting/store.server'
import { nextRound, todayHere } from '~/pulses/rounds/store.server'
import { Page } from '~/ui/page'
import { parseForm } from '~/ui/parse-form.server'

/** A form for the next round, with days that make sense. */
export async function loader({ request }: LoaderFunctionArgs) {
  const person = await requireRole(request, roundManagers)
  const t = translatorOn(await languageOf(request, person))
  const next = await nextRound(todayHere(new Date()))
  return { ...next, title: `${t('pulses.rounds.form.planTitle', { number: next.number })} · ${t('shell.name')}` }
}

/** Plans a round. */
export async function action({ request }: ActionFunctionArgs) {
  await requireRole(request, roundManagers)
  const form = await parseForm(request, roundForm)
  if (!form.ok) return data(form, 422)
  const decision = await draftRound(form.data, todayHere(new Date()))
  if (decision.ok) return redirect(`/app/rounds/${decision.value.id}`)
  return data({ ...typedAgain(form.data), refused: decision.because }, 409)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function NewRound() {
  const { t } = useWords()
  const { number, days } = useLoaderData<typeof loader>()
  return (
    <Page title={t('pulses.rounds.form.planTitle', { number })} lead={t('pulses.rounds.form.lead')}>
      <RoundForm
        days={days}
        asks="pulse"
        withPilotItem={false}
        councilHolds={false}
        submit={t('pulses.rounds.form.submitPlan')}
        cancelTo="/app/rounds"
        answer={useActionData<typeof action>()}
      />
    </Page>
  )
}
