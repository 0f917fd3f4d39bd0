// The floor of a page to read: the same words in bare HTML from node:http, packed. `bare-page.ts <file.html>`.
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { gzipSync } from 'node:zlib'

const page = gzipSync(readFileSync(process.argv[2]!))
const headers = {
  'content-type': 'text/html; charset=utf-8',
  'content-encoding': 'gzip',
  'content-length': page.length,
}

const server = createServer((_request, response) => response.writeHead(200, headers).end(page))
server.listen(0, '127.0.0.1', () => process.send!({ port: (server.address() as { port: number }).port }))
process.on('disconnect', () => process.exit(0))
process.on('SIGTERM', () => process.exit(0))
