import type { ServerResponse } from 'node:http'
import en from '~/language/en/ballot.json'
import fr from '~/language/fr/ballot.json'
import nl from '~/language/nl/ballot.json'
import type { Language } from '~/people/rules'
import type { Refusal } from './intake.server'

export type ErrorCode = Refusal | 'cookie_refused' | 'too_large' | 'method_not_allowed' | 'fault'
export type Answer = { status: number; type: string; body: string | Buffer; close?: boolean }

/** On everything the box sends: nothing is kept, nothing is loaded from elsewhere, nothing is told to the next site. */
const headers = {
  'cache-control': 'no-store',
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
}

const words = { nl, en, fr }

/** Makes an answer for a program. */
export function json(status: number, value: unknown): Answer {
  return { status, type: 'application/json', body: JSON.stringify(value) }
}

/** Makes an error with its stable code and a message in the reader's language. */
export function problem(status: number, code: ErrorCode, language: Language): Answer {
  return json(status, { error: { code, message: words[language].error[code] } })
}

/** Makes the same error as a page, for someone who followed a link. */
export function problemPage(status: number, code: ErrorCode, language: Language): Answer {
  const title = words[language].error.title
  const body = `<!doctype html><html lang="${language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><h1>${title}</h1><p>${words[language].error[code]}</p></html>`
  return { status, type: 'text/html; charset=utf-8', body }
}

/** Sends an answer with the headers that go on everything. */
export function send(response: ServerResponse, { status, type, body, close }: Answer) {
  const length = typeof body === 'string' ? Buffer.byteLength(body) : body.length
  response.writeHead(status, {
    ...headers,
    'content-type': type,
    'content-length': length,
    ...(close ? { connection: 'close' } : {}),
  })
  response.end(body)
}
