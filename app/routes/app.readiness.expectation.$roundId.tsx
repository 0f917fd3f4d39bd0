import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { translatorOn } from '~/language/catalogues.server'
import { languageOf } from '~/language/language.server'
import { requireRole } from '~/people/session.server'
import { findRound } from '~/pulses/store.server'
import { predictionForm } from '~/readiness/prediction/form'
import { PredictionPage } from '~/readiness/prediction/page'
import { predict, predictors } from '~/readiness/prediction/rules'
import { ownPrediction, recordPrediction } from '~/readiness/prediction/store.server'
import { parseForm } from '~/ui/parse-form.server'

/** Whoever opens this sees what they said themselves, and never what somebody else said. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const person = await requireRole(request, predictors)
  const round = await findRound(params.roundId!)
  if (!round || round.asks === 'pulse') throw new Response(null, { status: 404 })
  const decision = predict(round)
  const t = translatorOn(await languageOf(request, person))
  return {
    round: { id: round.id, number: round.number, opensOn: round.opensOn },
    expected: await ownPrediction(round.id, person),
    refused: decision.ok ? undefined : decision.because,
    isKept: new URL(request.url).searchParams.has('kept'),
    title: `${t('readiness.expectation.title', { number: round.number })} · ${t('shell.name')}`,
  }
}

/** Keeps what the sender expects, as their own. */
export async function action({ request, params }: ActionFunctionArgs) {
  const person = await requireRole(request, predictors)
  const form = await parseForm(request, predictionForm)
  if (!form.ok) return data({ failed: form }, 422)
  const decision = await recordPrediction(params.roundId!, form.data, person)
  if (decision.ok) return redirect(`/app/readiness/expectation/${params.roundId}?kept`)
  if (decision.because === 'noSuchRound') throw new Response(null, { status: 404 })
  return data({ refused: decision.because }, 409)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Expectation() {
  return <PredictionPage {...useLoaderData<typeof loader>()} {...useActionData<typeof action>()} />
}
