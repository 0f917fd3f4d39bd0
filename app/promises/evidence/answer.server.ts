import { headersOf } from './headers'
import { findFile } from './store.server'

type Asked = { promiseId?: string; hash?: string }

/** Answers with a file that stands at a promise; 404 when it does not, whatever else we keep. */
export async function answerWithFile(request: Request, { promiseId = '', hash = '' }: Asked): Promise<Response> {
  const file = await findFile(promiseId, hash)
  if (!file) throw new Response(null, { status: 404 })
  const headers = headersOf(file, !new URL(request.url).pathname.startsWith('/app/'))
  if (request.headers.get('if-none-match')?.includes(headers.ETag)) return new Response(null, { status: 304, headers })
  return new Response(file.content as Uint8Array<ArrayBuffer>, { headers })
}
