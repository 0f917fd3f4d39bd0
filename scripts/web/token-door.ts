import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import type { Build } from './machine-room'
import { answerInWords } from './words'

/** What the door of the built app answers to: the person is in the cookie, the round in the address. */
export type TokenDoor = (asked: { request: Request; params: { round: string } }) => Promise<Response>

type Fault = (fault: unknown, reference: string) => void

const route = 'routes/app.pulse.$round.issue'
const address = /^\/app\/pulse\/([A-Za-z0-9_-]{1,64})\/issue$/

/** Bytes. What is longer is no blinded value, and is not read. */
const longestBody = 2048

/** Finds the door that signs tokens in the built app. */
export const tokenDoorOf = (build: Build) => build.routes[route]!.module.action as TokenDoor

/** Returns the round somebody asks a token for. */
export function roundAsked({ method, url = '' }: IncomingMessage): string | undefined {
  return method === 'POST' ? address.exec(url)?.[1] : undefined
}

/**
 * Answers whoever asks for a token without the detour through the pages: a whole shift asks within the same minutes.
 */
export async function answerAtTokenDoor(
  door: TokenDoor,
  round: string,
  { request, response, onFault }: { request: IncomingMessage; response: ServerResponse; onFault: Fault },
) {
  const isShort = Number(request.headers['content-length'] ?? longestBody + 1) <= longestBody
  const body = isShort ? await text(request).catch(() => undefined) : ''
  if (body === undefined) return response.destroy()
  request.resume()
  const asked = new Request(`http://app${request.url}`, { method: 'POST', headers: headersOf(request), body })
  const answer = await door({ request: asked, params: { round } }).catch(fault => {
    const reference = randomBytes(4).toString('hex')
    onFault(fault, reference)
    return answerInWords(asked, 500, 'faultText', reference)
  })
  const said = await answer.text()
  response.writeHead(answer.status, {
    ...Object.fromEntries(answer.headers),
    'cache-control': 'no-store',
    'content-length': Buffer.byteLength(said),
    ...(isShort ? {} : { connection: 'close' }),
  })
  response.end(said)
}

function headersOf({ headers }: IncomingMessage): Record<string, string> {
  const { cookie = '', accept = '', 'accept-language': language = '' } = headers
  return { cookie, accept, 'accept-language': language, 'content-type': 'application/json' }
}
