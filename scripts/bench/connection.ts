import { connect } from 'node:net'

/** One keep-alive connection that spends as little as possible on itself, so that the server is what is measured. */
export type Connection = {
  /** Sends a whole request and returns the status of the answer. */
  send(request: Buffer): Promise<number>
  close(): void
}

/** Opens a connection to a server on this machine. Answers must have a `content-length`. */
export function openConnection(port: number): Promise<Connection> {
  const socket = connect({ host: '127.0.0.1', port, noDelay: true })
  let received = Buffer.alloc(0)
  let waiting: { resolve: (status: number) => void; reject: (fault: Error) => void } | undefined
  socket.on('data', chunk => {
    received = received.length === 0 ? chunk : Buffer.concat([received, chunk])
    const status = statusOfWhole(received)
    if (status === undefined) return
    received = Buffer.alloc(0)
    const { resolve } = waiting!
    waiting = undefined
    resolve(status)
  })
  const broken = (fault = new Error('the server closed the connection')) => waiting?.reject(fault)
  socket.on('error', broken)
  socket.on('close', () => broken())
  const connection: Connection = {
    send: request =>
      new Promise((resolve, reject) => {
        waiting = { resolve, reject }
        socket.write(request)
      }),
    close: () => socket.destroy(),
  }
  return new Promise((resolve, reject) => {
    socket.once('connect', () => resolve(connection))
    socket.once('error', reject)
  })
}

/** Writes a POST request with its whole body. */
export function postRequest(path: string, body: Buffer, headers: Record<string, string> = {}): Buffer {
  const lines = Object.entries({
    host: '127.0.0.1',
    'content-type': 'application/json',
    'content-length': String(body.length),
    ...headers,
  }).map(([name, value]) => `${name}: ${value}\r\n`)
  return Buffer.concat([Buffer.from(`POST ${path} HTTP/1.1\r\n${lines.join('')}\r\n`), body])
}

const length = /\r\ncontent-length: (\d+)\r\n/i

/** Returns the status once the whole answer is there. */
function statusOfWhole(received: Buffer): number | undefined {
  const end = received.indexOf('\r\n\r\n')
  if (end < 0) return undefined
  const head = received.toString('latin1', 0, end + 2)
  const found = length.exec(head)
  if (!found && !/\r\ntransfer-encoding: chunked\r\n/i.test(head)) throw new Error('an answer without a length')
  const isWhole = found ? received.length >= end + 4 + Number(found[1]) : received.subarray(-5).equals(lastChunk)
  return isWhole ? Number(head.slice(9, 12)) : undefined
}

const lastChunk = Buffer.from('0\r\n\r\n')
