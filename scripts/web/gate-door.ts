import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { answerInWords } from './words'

/** What the gates of the built app answer to programs. */
export type GateDoor = (gateId: string) => Promise<Response>

type Fault = (fault: unknown, reference: string) => void

const address = /^\/gates\/([A-Za-z0-9_-]{1,64})\.json$/

/** Returns the gate that a program asks about. */
export function gateAsked({ method, url = '' }: IncomingMessage): string | undefined {
  return method === 'GET' || method === 'HEAD' ? address.exec(url)?.[1] : undefined
}

/** Answers whoever asks how a gate stands without the detour through the pages: routers of customers ask all day. */
export async function answerAtGateDoor(
  door: GateDoor,
  gateId: string,
  { request, response, onFault }: { request: IncomingMessage; response: ServerResponse; onFault: Fault },
) {
  const answer = await door(gateId).catch(fault => {
    const reference = randomBytes(4).toString('hex')
    onFault(fault, reference)
    const asked = new Request(`http://app${request.url}`, { headers: { accept: 'application/json' } })
    return answerInWords(asked, 500, 'faultText', reference)
  })
  const said = await answer.text()
  response.writeHead(answer.status, {
    ...Object.fromEntries(answer.headers),
    'content-length': Buffer.byteLength(said),
  })
  response.end(request.method === 'HEAD' ? undefined : said)
}
