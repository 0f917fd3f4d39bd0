import type { ActionFunctionArgs } from '@remix-run/node'
import { receiveMeasurement } from '~/gates/measuring/door.server'
import { translatorOn } from '~/language/catalogues.server'
import { languageOf } from '~/language/language.server'

const statusOf = {
  notSigned: 401,
  tooLarge: 413,
  malformed: 422,
  noSuchStep: 422,
  noSuchCriterion: 422,
  daysReversed: 422,
  noCases: 422,
  valueOutOfRange: 422,
  notFrozen: 409,
  beforeMeasuring: 409,
  inTheFuture: 409,
  alreadyJudged: 409,
  alreadyMeasured: 409,
  messageReused: 409,
} as const

/** Takes a measurement from a program. Its signature proves it, so nobody signs in here. */
export async function action({ request, params }: ActionFunctionArgs) {
  const decision = await receiveMeasurement(request, params.gateId!, new Date())
  if (decision.ok) return Response.json(decision.value)
  const { because } = decision
  const message = translatorOn(await languageOf(request))(`gates.refused.${because}`)
  return Response.json({ error: { code: codeOf(because), message } }, { status: statusOf[because] })
}

/** Codes of programs are written as everywhere in our contracts: `already_measured`. */
const codeOf = (because: string) => because.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)

/** There is nothing to read here; what was measured stands on the page of the gate. */
export const loader = () => new Response(null, { status: 405, headers: { Allow: 'POST' } })
