import { PassThrough } from 'node:stream'
import type { AppLoadContext, EntryContext } from '@remix-run/node'
import { createReadableStreamFromReadable } from '@remix-run/node'
import { isRouteErrorResponse, RemixServer } from '@remix-run/react'
import { isbot } from 'isbot'
import { renderToPipeableStream } from 'react-dom/server'
import { catalogues } from './language/catalogues.server'
import { languageOf } from './language/language.server'
import { WordsProvider } from './language/words'
import { kindOf, log } from './log.server'
import { PageFactsContext } from './ui/page-facts'

export * as machineRoom from './machine-room.server'

declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true
  }
  interface AppLoadContext {
    /** The number used once of this answer's content security policy. */
    nonce: string
    /** The number under which a fault in this answer is logged and shown. */
    reference: string
    /** Who is asking, as a keyed hash that cannot be turned back into an address. */
    sourceKey: string
  }
}

/** Milliseconds before an unfinished page is given up. */
const patience = 10_000
export const streamTimeout = patience

export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
  load: AppLoadContext,
) {
  const language = await languageOf(request)
  const { nonce, reference } = load
  headers.set('Content-Type', 'text/html; charset=utf-8')
  headers.append('Vary', 'Accept-Language')
  return new Promise<Response>((resolve, reject) => {
    const ready = isbot(request.headers.get('user-agent') ?? '') ? 'onAllReady' : 'onShellReady'
    const { pipe, abort } = renderToPipeableStream(
      <PageFactsContext.Provider value={{ nonce, reference }}>
        <WordsProvider language={language} catalogue={catalogues[language]}>
          <RemixServer context={context} url={request.url} nonce={nonce} />
        </WordsProvider>
      </PageFactsContext.Provider>,
      {
        nonce,
        [ready]() {
          const body = new PassThrough()
          resolve(new Response(createReadableStreamFromReadable(body), { headers, status }))
          pipe(body)
        },
        onShellError: reject,
        onError: fault => log('web.fault', { reference, kind: kindOf(fault) }),
      },
    )
    setTimeout(abort, patience + 1000).unref()
  })
}

/** Logs a fault by its kind and a reference number; what people typed and the address they asked for stay out of it. */
export function handleError(fault: unknown, { request, context }: { request: Request; context: AppLoadContext }) {
  if (request.signal.aborted || isRouteErrorResponse(fault)) return
  log('web.fault', { reference: context.reference, kind: kindOf(fault) })
  if (process.env.NODE_ENV === 'development') console.error(fault)
}
