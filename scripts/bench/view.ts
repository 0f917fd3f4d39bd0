import { once } from 'node:events'
import { Agent, get, type IncomingMessage } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { gunzipSync } from 'node:zlib'

/** A page as it came: milliseconds until its last byte, its bytes, and the bytes on the line. */
export type View = { milliseconds: number; bytes: number; sent: number; text: string }

/** Asks for a page as a browser does, gzip included, and waits for the last byte. */
export async function view(address: string, cookie?: string): Promise<View> {
  const start = performance.now()
  const identity = cookie ? { cookie } : {}
  const asked = get(address, { agent, headers: { ...identity, accept: 'text/html', 'accept-encoding': 'gzip' } })
  const [answer] = (await once(asked, 'response')) as [IncomingMessage]
  const sent = await buffer(answer)
  const milliseconds = performance.now() - start
  if (answer.statusCode !== 200) throw new Error(`a page answered ${answer.statusCode}`)
  const body = answer.headers['content-encoding'] === 'gzip' ? gunzipSync(sent) : sent
  return { milliseconds, bytes: body.length, sent: sent.length, text: body.toString() }
}

const agent = new Agent({ keepAlive: true, maxSockets: 1 })
