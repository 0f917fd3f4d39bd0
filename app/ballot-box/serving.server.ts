import { createServer, type Server } from 'node:http'
import { openDoor, type Pages } from './door.server'
import { openIntake } from './intake.server'
import { openSlipDesk } from './slips/casting.server'
import type { SlipPages } from './slips/pages.server'
import { type Box, openBox } from './store.server'
import { startWriter, type Writer } from './writing.server'

/** Milliseconds for a whole request; a phone on a poor line needs a few seconds for 7 kB. */
const requestMilliseconds = 30_000

/** Milliseconds that a request under way gets when the box stops. */
const graceMilliseconds = 2000

/** Says to what is no request, or has an address of more than 8 kB, that it is wrong; else the app in front takes it for a fall of the box. */
const notRequest = 'HTTP/1.1 400 Bad Request\r\nconnection: close\r\ncontent-length: 0\r\n\r\n'

export type RunningBox = { port: number; stop: () => Promise<void> }

/**
 * Serves the ballot box on the loopback address only: whatever stands before it (the app, nginx, Caddy) takes
 * away who is asking.
 */
export async function serveBox(path: string, port: number, pages: Pages & { slips?: SlipPages }): Promise<RunningBox> {
  const box = openBox(path)
  const writer = await startWriter(path)
  const slips = pages.slips && { desk: openSlipDesk(box, writer.add), pages: pages.slips }
  const door = openDoor({ box, pages, intake: openIntake(box, writer.add), slips })
  const server = createServer({ requestTimeout: requestMilliseconds, maxHeaderSize: 8192 }, door)
  server.on('clientError', (_fault, socket) => socket.end(notRequest, () => socket.destroy()))
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve))
  return { port: (server.address() as { port: number }).port, stop: () => stop(server, box, writer) }
}

/** Lets ballots under way reach the disk and be acknowledged, then closes the file. */
async function stop(server: Server, box: Box, writer: Writer) {
  const closed = new Promise(resolve => server.close(resolve))
  const idle = setInterval(() => server.closeIdleConnections(), 20)
  const patience = setTimeout(() => server.closeAllConnections(), graceMilliseconds)
  await closed
  clearInterval(idle)
  clearTimeout(patience)
  await writer.stop()
  box.close()
}
