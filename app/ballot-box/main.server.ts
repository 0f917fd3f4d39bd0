import { createServer, type Server } from 'node:http'
import { pathToFileURL } from 'node:url'
import { openDoor, type Pages } from './door.server'
import { type Box, openBox } from './store.server'

/** Milliseconds for a whole request; a phone on a poor line needs a few seconds for 7 kB. */
const requestMilliseconds = 30_000

export type RunningBox = { port: number; stop: () => Promise<void> }

/**
 * Serves the ballot box on the loopback address only: whatever stands before it (the app, nginx, Caddy) takes
 * away who is asking.
 */
export async function serveBox(path: string, port: number, pages: Pages): Promise<RunningBox> {
  const box = openBox(path)
  const server = createServer({ requestTimeout: requestMilliseconds, maxHeaderSize: 8192 }, openDoor(box, pages))
  server.on('clientError', (_fault, socket) => socket.destroy())
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve))
  return { port: (server.address() as { port: number }).port, stop: () => stop(server, box) }
}

/** Lets ballots under way reach the disk, then closes the file. */
async function stop(server: Server, box: Box) {
  await new Promise(resolve => {
    server.close(resolve)
    server.closeIdleConnections()
  })
  if (box.open) box.close()
}

/** Runs the box as a process of its own: `main.server.ts <box.db> [port]`, port 0 for any; tells its parent the port. */
async function main([path = '', port = '0']: string[]) {
  const { pages } = await import('./page.server')
  const running = await serveBox(path, Number(port), pages)
  const leave = () => running.stop().then(() => process.exit(0))
  process.on('SIGTERM', leave)
  process.on('SIGINT', leave)
  if (process.send) process.on('disconnect', leave).send!({ kind: 'listening', port: running.port })
  else process.stdout.write(`${JSON.stringify({ kind: 'listening', port: running.port })}\n`)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main(process.argv.slice(2))
