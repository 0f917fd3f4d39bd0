import type { Server } from 'node:http'

/** Milliseconds that answers under way get when the server stops. */
const lastCall = 1000

/** Listens, or fails before anything is announced. */
export const listen = (server: Server, { port, host }: { port: number; host: string }) =>
  new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => resolve())
  })

/** Takes no new requests, finishes those under way and closes every connection. */
export const stopServing = (server: Server) =>
  new Promise<void>(resolve => {
    server.close(() => resolve())
    server.closeIdleConnections()
    setTimeout(() => server.closeAllConnections(), lastCall).unref()
  })
