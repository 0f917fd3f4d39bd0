import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { dayIn } from '~/calendar'
import { config } from '~/config.server'
import { translatorOn } from '~/language/catalogues.server'
import { languageOf } from '~/language/language.server'
import { responders } from '~/people/rules'
import { requireRole } from '~/people/session.server'
import { responseForm } from '~/pulses/form'
import { ResponsePage } from '~/pulses/response-page'
import { type ResponseWords, responseParts } from '~/pulses/response-text'
import { publishResponse } from '~/pulses/rules'
import { findResponse, findRound, recordResponse } from '~/pulses/store.server'
import { parseForm } from '~/ui/parse-form.server'

/** Those who answer for the organisation write here; who comes too early or too late reads why. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const person = await requireRole(request, responders)
  const round = await findRound(params.roundId!)
  if (!round) throw new Response(null, { status: 404 })
  const decision = publishResponse(round, round.hasResponse, dayIn(config.timeZone, new Date()))
  const t = translatorOn(await languageOf(request, person))
  return {
    round: { id: round.id, number: round.number, isCheck: round.asks !== 'pulse' },
    refused: decision.ok ? undefined : decision.because,
    title: `${t('pulses.response.page.title', { number: round.number })} · ${t('shell.name')}`,
  }
}

/** Shows what was written, back to the writer or as its readers will see it; only `publish` records it. */
export async function action({ request, params }: ActionFunctionArgs) {
  await requireRole(request, responders)
  const form = await parseForm(request, responseForm)
  if (!form.ok) return data({ step: 'write' as const, failed: form }, 422)
  const { step, ...said } = form.data
  if (step !== 'publish') return data({ step, said })
  const decision = await recordResponse(params.roundId!, said, new Date())
  if (decision.ok || (await stands(params.roundId!, said))) return redirect(`/app/results/${params.roundId}`)
  if (decision.because === 'noSuchRound') throw new Response(null, { status: 404 })
  return data({ step, said, refused: decision.because }, 409)
}

/** Tells whether these very words are public already: then the button was pressed twice, and nothing went wrong. */
async function stands(roundId: string, said: ResponseWords) {
  const response = await findResponse(roundId)
  return response !== undefined && responseParts.every(part => response[part] === said[part])
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Respond() {
  const { round, refused } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return <ResponsePage round={round} refused={refused} step="write" {...answer} />
}
