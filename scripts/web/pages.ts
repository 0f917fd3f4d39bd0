import { createRequestHandler } from '@remix-run/node'
import type { LoadContext } from './app'
import type { Build } from './machine-room'

type Door = (asked: { request: Request; params: { round: string }; context: LoadContext }) => Promise<Response>

const tokenDoor = 'routes/app.pulse.$round.issue'
const tokenAddress = /^\/app\/pulse\/([A-Za-z0-9_-]{1,64})\/issue$/

/**
 * Answers for the pages of the built app.
 *
 * The address that signs tokens is answered by its own door without the detour through
 * the pages: a whole shift asks it within the same minutes.
 */
export function pagesOf(build: Build) {
  const pages = createRequestHandler(build as never, 'production')
  const sign = build.routes[tokenDoor]!.module.action as Door
  return (request: Request, load: LoadContext): Promise<Response> => {
    const round = request.method === 'POST' && tokenAddress.exec(new URL(request.url).pathname)?.[1]
    return round ? sign({ request, params: { round }, context: load }) : pages(request, load)
  }
}
