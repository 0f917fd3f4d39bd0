import type { ActionFunctionArgs } from '@remix-run/node'
import { translatorOn } from '~/language/catalogues.server'
import { languageOf } from '~/language/language.server'
import { receiveCosignature } from '~/ledger/cosigning/door.server'

const statusOf = {
  malformed: 400,
  unknown_witness: 403,
  unknown_checkpoint: 404,
  older_checkpoint: 409,
  already_signed: 409,
  wrong_signature: 422,
  wrong_time: 422,
  too_large: 413,
} as const

/** Takes the line with which a witness signs along. The line proves itself, so nobody signs in here. */
export async function action({ request }: ActionFunctionArgs) {
  const decision = await receiveCosignature(request, new Date())
  if (decision.ok) return Response.json(decision.value, { status: 201 })
  const code = decision.because
  const message = translatorOn(await languageOf(request))(`witness.notTaken.${code}`)
  return Response.json({ error: { code, message } }, { status: statusOf[code] })
}

/** There is nothing to read here; what was signed stands in witnesses.json. */
export const loader = () => new Response(null, { status: 405, headers: { Allow: 'POST' } })
