import { translatorOn } from '~/language/catalogues.server'
import { answerFor } from './cache.server'

/** Who writes a program reads this once; it has no language of its own to ask for. */
const unknown = { code: 'no_such_gate', message: translatorOn('en')('gates.machine.unknown') }

/** Answers a program that asks how a gate stands. Kept nowhere on the way: a veto must not wait in the memory of a proxy. */
export async function gateFile(gateId: string): Promise<Response> {
  const text = await answerFor(gateId)
  const headers = { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' }
  return text === undefined
    ? new Response(JSON.stringify({ error: unknown }), { status: 404, headers })
    : new Response(text, { headers })
}
