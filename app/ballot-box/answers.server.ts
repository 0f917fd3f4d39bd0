import type { ServerResponse } from 'node:http'
import { gzipSync } from 'node:zlib'
import en from '~/language/en/ballot.json'
import fr from '~/language/fr/ballot.json'
import nl from '~/language/nl/ballot.json'
import type { Language } from '~/people/rules'
import type { Refusal } from './intake.server'

export type ErrorCode = Refusal | 'cookie_refused' | 'too_large' | 'method_not_allowed' | 'fault'
export type Answer = {
  status: number
  type: string
  body: string | Buffer
  policy?: string
  close?: boolean
  /** Whether the browser forgets everything it keeps of this site. */
  forgets?: boolean
}

/** On everything the box sends: nothing is kept, nothing is loaded from elsewhere, nothing is told to the next site. */
const headers = {
  'cache-control': 'no-store',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
}

/** What anything but a page may do in a browser: nothing. */
const nothing = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

const words = { nl, en, fr }

/** Makes an answer for a program. */
export function json(status: number, value: unknown): Answer {
  return { status, type: 'application/json', body: JSON.stringify(value) }
}

/** Makes an error with its stable code and a message in the reader's language. */
export function problem(status: number, code: ErrorCode, language: Language): Answer {
  return json(status, { error: { code, message: words[language].error[code] } })
}

/** Makes an answer for a reader. The policy says what the page may load and run. */
export function page(status: number, body: string, policy: string): Answer {
  return { status, type: 'text/html; charset=utf-8', body, policy }
}

/**
 * Sends an answer with the headers that go on everything. Packed, the answering page arrives in the first
 * flight of packets, which saves a phone on a poor line a round trip; it holds no secret that packing could betray.
 */
export function send(response: ServerResponse, answer: Answer, takesGzip = false) {
  const { status, type, policy = nothing, close, forgets } = answer
  const isPacked = takesGzip && Buffer.byteLength(answer.body) > packetBytes
  const body = isPacked ? packed(answer.body) : answer.body
  response.writeHead(status, {
    ...headers,
    'content-security-policy': policy,
    'content-type': type,
    'content-length': Buffer.byteLength(body),
    ...(isPacked ? { 'content-encoding': 'gzip' } : {}),
    ...(close ? { connection: 'close' } : {}),
    ...(forgets ? { 'clear-site-data': '"storage", "cache"' } : {}),
  })
  response.end(body)
}

/** Bytes. What fits in one packet is never packed, so that answers to ballots all look the same from outside. */
const packetBytes = 1400

/** Packed pages by their text; there is one per round, state and language. */
const packedPages = new Map<string, Buffer>()

function packed(body: string | Buffer): Buffer {
  if (typeof body !== 'string') return gzipSync(body)
  const known = packedPages.get(body) ?? gzipSync(body, { level: 9 })
  if (packedPages.size > 100) packedPages.clear()
  packedPages.set(body, known)
  return known
}
