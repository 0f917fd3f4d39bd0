import { pages } from './page.server'
import { serveBox } from './serving.server'

// The process of the ballot box: `main.server.ts <box.db> [port]`, port 0 for any. It is given nothing else: no
// database of people, no session secret, no keys. It tells its parent on which port it listens.
const [path = '', port = '0'] = process.argv.slice(2)
const running = await serveBox(path, Number(port), pages)
const leave = () => running.stop().then(() => process.exit(0))

process.on('SIGTERM', leave)
process.on('SIGINT', leave)
process.on('disconnect', leave)
if (process.send) process.send({ kind: 'listening', port: running.port })
else process.stdout.write(`${JSON.stringify({ kind: 'listening', port: running.port })}\n`)
