import { answerFor } from './cache.server'

/** Answers a program that asks how a gate stands. Kept nowhere on the way: a veto must not wait in the memory of a proxy. */
export async function gateFile(gateId: string): Promise<Response> {
  const text = await answerFor(gateId)
  const headers = { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' }
  return text === undefined
    ? new Response(JSON.stringify({ error: 'noSuchGate' }), { status: 404, headers })
    : new Response(text, { headers })
}
