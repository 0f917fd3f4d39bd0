// The web process without its pages: it forwards to the ballot box exactly as the real one. `front-door.ts <box port>`.
import { createWebServer } from '../web/app'

const [boxPort = ''] = process.argv.slice(2)
const server = createWebServer({
  // The ledger is out of reach here: a phone says so and goes on.
  pages: async () => new Response(null, { status: 503 }),
  ownOrigin: 'http://127.0.0.1',
  ballotBoxPort: () => Number(boxPort),
  tokenFile: '',
  health: () => Promise.reject(new Error('not asked here')),
  onFault: fault => {
    throw fault
  },
})
server.listen(0, '127.0.0.1', () => process.send!({ port: (server.address() as { port: number }).port }))
process.on('disconnect', () => process.exit(0))
process.on('SIGTERM', () => process.exit(0))
