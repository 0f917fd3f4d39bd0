import type { ActionFunctionArgs } from '@remix-run/node'
import { translatorOn } from '~/language/catalogues.server'
import { languageOf } from '~/language/language.server'
import { findPerson } from '~/people/session.server'
import { blindedValue } from '~/pulses/form'
import { issue } from '~/pulses/issuing.server'

const statusOf = {
  malformed: 400,
  not_signed_in: 401,
  not_on_roster: 403,
  already_issued: 409,
  not_issuing: 410,
  awaiting_witness: 410,
} as const
type Code = keyof typeof statusOf

/** Characters. A blinded value of the largest key, with room to spare. @source anonymity.md §3 M1: at most 4096 bits */
const longestBody = 1024

/** Gives whoever is on the roster one signature under a token that nobody here can recognise later. */
export async function action({ request, params }: ActionFunctionArgs) {
  const person = await findPerson(request)
  const refusal = async (code: Code) => {
    const message = translatorOn(await languageOf(request, person))(`pulses.refused.${code}`)
    return Response.json({ error: { code, message } }, { status: statusOf[code] })
  }
  if (!person) return refusal('not_signed_in')
  const blinded = blindedValue(await bodyOf(request))
  if (!blinded) return refusal('malformed')
  try {
    const decision = await issue(person.id, params.round!, blinded)
    if (!decision.ok) return refusal(decision.because)
    const { unit, signature } = decision.value
    return Response.json({ unit, signature: signature.toString('base64url') })
  } catch (fault) {
    if (fault instanceof RangeError) return refusal('malformed')
    throw fault
  }
}

/** There is nothing to read here; the address only signs. */
export const loader = () => new Response(null, { status: 405, headers: { Allow: 'POST' } })

async function bodyOf(request: Request): Promise<string> {
  const length = Number(request.headers.get('Content-Length') ?? longestBody)
  const text = length <= longestBody ? await request.text() : ''
  return text.length <= longestBody ? text : ''
}
