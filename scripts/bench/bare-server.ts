// The floor: what anyone would write first. `bare-server.ts <file.db> single|group` stores each request's body,
// fully synced, one write per request or one write per turn of the event loop.
import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import Database from 'better-sqlite3'

const [path = '', mode = 'single'] = process.argv.slice(2)
const database = new Database(path)
database.pragma('journal_mode = WAL')
database.pragma('synchronous = FULL')
database.exec('create table answer (id integer primary key, body blob not null)')
const insert = database.prepare('insert into answer (body) values (?)')

type Waiting = { body: Buffer; done: () => void }
let waiting: Waiting[] = []

const writeAll = database.transaction((batch: Waiting[]) => {
  for (const { body } of batch) insert.run(body)
})

const store: Record<string, (body: Buffer, done: () => void) => void> = {
  single(body, done) {
    insert.run(body)
    done()
  },
  group(body, done) {
    waiting.push({ body, done })
    if (waiting.length > 1) return
    setImmediate(() => {
      const batch = waiting
      waiting = []
      writeAll.immediate(batch)
      for (const one of batch) one.done()
    })
  },
}

const server = createServer((request, response) => {
  const chunks: Buffer[] = []
  request.on('data', chunk => chunks.push(chunk))
  request.on('end', () => {
    const body = Buffer.concat(chunks)
    store[mode]!(body, () => {
      const answer = JSON.stringify({ receipt: createHash('sha256').update(body).digest('hex') })
      response.writeHead(201, { 'content-type': 'application/json', 'content-length': answer.length }).end(answer)
    })
  })
})
server.listen(0, '127.0.0.1', () => process.send!({ port: (server.address() as { port: number }).port }))
process.on('disconnect', () => process.exit(0))
process.on('SIGTERM', () => process.exit(0))
