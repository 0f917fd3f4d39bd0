import { fromBase64url, toBase64url } from './bytes'
import { importBoxKey, seal } from './seal.client'
import { nullifierOf, receiptOf } from './token'
import type { TokenRecord } from './token-store.client'
import type { Answers } from './unseal'

/** A token with the ballot it will send, once there is one; `sendsItself` unless the person chose to keep it. */
export type SealedToken = TokenRecord & { sealed?: Uint8Array<ArrayBuffer>; sendsItself?: boolean }

/** How the casting of a ballot ended. Anything else is not an end, and is tried again. */
export type CastEnd = 'received' | 'receiptDiffers' | 'refused' | 'alreadyCast' | 'closed' | 'fault'

/** Seconds between attempts; the last one repeats. */
const pauses = [1, 2, 4, 8, 15, 30]

/** Milliseconds after which an attempt counts as lost: a phone in a lift keeps a dead line open for minutes. */
const patience = 20_000

/** Seals answers for this token. From here on they exist nowhere in readable form. */
export async function sealFor(token: SealedToken, boxKeySpki: string, answers: Answers): Promise<SealedToken> {
  const boxKey = await importBoxKey(fromBase64url(boxKeySpki))
  const place = { round: token.round, unit: token.unit, nullifier: await nullifierOf(token.input) }
  return { ...token, sealed: await seal(boxKey, answers, place) }
}

/** Returns the receipt that this device computes itself. */
export const receiptFor = (token: SealedToken) => receiptOf(token.sealed!)

/**
 * Casts the ballot and keeps trying until the box answers. The bytes are the same each time, so a ballot whose
 * acknowledgement was lost is recognised and never counts twice.
 *
 * @param pause waits the given seconds, or less when there is a reason to try again.
 */
export async function cast(token: SealedToken, pause: (seconds: number) => Promise<unknown>): Promise<CastEnd> {
  for (let attempt = 0; ; attempt++) {
    const end = await castOnce(token)
    if (end) return end
    await pause(pauses[Math.min(attempt, pauses.length - 1)]!)
  }
}

async function castOnce(token: SealedToken): Promise<CastEnd | undefined> {
  const attempt = new AbortController()
  const timer = setTimeout(() => attempt.abort(), patience)
  try {
    const answer = await post(token, attempt.signal)
    if (answer.status !== 200 && answer.status !== 201) return ends[answer.status]
    const { receipt } = (await answer.json()) as { receipt?: unknown }
    return receipt === (await receiptFor(token)) ? 'received' : 'receiptDiffers'
  } catch {
    return undefined
  } finally {
    clearTimeout(timer)
  }
}

const ends: Record<number, CastEnd> = {
  400: 'fault',
  403: 'refused',
  404: 'fault',
  405: 'fault',
  409: 'alreadyCast',
  410: 'closed',
  413: 'fault',
}

/** Nothing that says who sends, and nothing kept by the browser. */
const withoutIdentity = { credentials: 'omit', referrerPolicy: 'no-referrer', cache: 'no-store' } as const

function post({ round, unit, input, signature, sealed }: SealedToken, signal: AbortSignal): Promise<Response> {
  const body = { unit, input: toBase64url(input), signature: toBase64url(signature!), sealed: toBase64url(sealed!) }
  return fetch(`/ballot/${round}/ballot`, {
    ...withoutIdentity,
    method: 'POST',
    redirect: 'error',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal,
  })
}
