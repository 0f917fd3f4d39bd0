import type { LoaderFunctionArgs } from '@remix-run/node'
import { byteRange } from '~/ledger/byte-range'
import { logBytes, logLength } from '~/ledger/served.server'

const form = { 'Content-Type': 'application/jsonl; charset=utf-8', 'Accept-Ranges': 'bytes' }

/** The log, exactly as it is stored; a part of it for whoever has the rest already. */
export async function loader({ request }: LoaderFunctionArgs) {
  const length = await logLength()
  const range = byteRange(request.headers.get('Range'), length)
  if (range === undefined) return new Response(new Uint8Array(await logBytes(0, length - 1)), { headers: form })
  const total = { ...form, 'Content-Range': `bytes */${length}`, 'Cache-Control': 'no-cache, no-transform' }
  if (range === 'none') return new Response(null, { status: 416, headers: total })
  const { first, last } = range
  const headers = { ...total, 'Content-Range': `bytes ${first}-${last}/${length}` }
  return new Response(new Uint8Array(await logBytes(first, last)), { status: 206, headers })
}
