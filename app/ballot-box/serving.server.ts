import { createServer, type Server } from 'node:http'
import { openDoor, type Pages } from './door.server'
import { openIntake } from './intake.server'
import { type Box, openBox } from './store.server'
import { startTidying, type Tidying } from './tidying.server'

/** Milliseconds for a whole request; a phone on a poor line needs a few seconds for 7 kB. */
const requestMilliseconds = 30_000

/** Milliseconds that a request under way gets when the box stops. */
const graceMilliseconds = 2000

export type RunningBox = { port: number; stop: () => Promise<void> }

/**
 * Serves the ballot box on the loopback address only: whatever stands before it (the app, nginx, Caddy) takes
 * away who is asking.
 */
export async function serveBox(path: string, port: number, pages: Pages): Promise<RunningBox> {
  const box = openBox(path)
  const tidying = startTidying(box)
  const door = openDoor({ box, pages, intake: openIntake(box, tidying.due) })
  const server = createServer({ requestTimeout: requestMilliseconds, maxHeaderSize: 8192 }, door)
  server.on('clientError', (_fault, socket) => socket.destroy())
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve))
  return { port: (server.address() as { port: number }).port, stop: () => stop(server, box, tidying) }
}

/** Lets ballots under way reach the disk and be acknowledged, then closes the file. */
async function stop(server: Server, box: Box, tidying: Tidying) {
  const closed = new Promise(resolve => server.close(resolve))
  const idle = setInterval(() => server.closeIdleConnections(), 20)
  const patience = setTimeout(() => server.closeAllConnections(), graceMilliseconds)
  await closed
  clearInterval(idle)
  clearTimeout(patience)
  tidying.finish()
  box.close()
}
