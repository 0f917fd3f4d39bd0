import { longestSealed, type RecordBody } from './sent'
import type { Newer } from './shown'

/** Why a deed was not done, in words, and the newer text where there is one. */
export type SendTrouble = { code: string; message: string; newer?: Newer }
export type Sent = { ok: true } | { ok: false; trouble: SendTrouble }

const doorOf = (conversationId: string) => `/app/one-to-ones/${conversationId}/save`

/** Tells whether sealed words are too long to be taken, as when every sign takes four bytes. */
export const isTooLong = (body: { sealedShared: string; sealedOwn?: string }): boolean =>
  body.sealedShared.length > longestSealed || (body.sealedOwn?.length ?? 0) > longestSealed

/** Sends one deed. @param unreachable what to say when there is no answer */
export async function send(conversationId: string, body: RecordBody, unreachable: string): Promise<Sent> {
  try {
    const headers = { 'content-type': 'application/json' }
    const answer = await fetch(doorOf(conversationId), { method: 'POST', headers, body: JSON.stringify(body) })
    if (answer.ok) return { ok: true }
    const { error, newer } = await answer.json()
    return { ok: false, trouble: { ...error, newer } }
  } catch {
    return { ok: false, trouble: { code: 'unreachable', message: unreachable } }
  }
}

/** Fetches the public key for which this browser may wrap the key of a record. */
export async function fetchPublicKey(conversationId: string, personId: string): Promise<string | undefined> {
  try {
    const answer = await fetch(`${doorOf(conversationId)}?${new URLSearchParams({ of: personId })}`)
    return answer.ok ? (await answer.json()).publicKey : undefined
  } catch {
    return undefined
  }
}
