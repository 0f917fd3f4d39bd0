// The floor of the answering page: the same questions as a bare HTML form from node:http. `bare-form.ts <manifest.json>`.
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { Manifest } from '../../app/ballot-box/manifest'

const { questions } = JSON.parse(readFileSync(process.argv[2]!, 'utf8')) as Manifest
const radio = (id: string, value: number) => `<label><input type=radio name=${id} value=${value}>${value}</label>`
const field = ({ id, text_nl }: Manifest['questions'][number]) =>
  `<fieldset><legend>${text_nl}</legend>${[1, 2, 3, 4, 5].map(value => radio(id, value)).join('')}</fieldset>`
const page = `<!doctype html><html lang=nl><meta charset=utf-8><meta name=viewport content="width=device-width">
<title>Vragen</title><link rel=icon href="data:,"><form method=post>${questions.map(field).join('')}
<textarea name=remark></textarea><button>Verstuur</button></form>`

const server = createServer((_request, response) => {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-length': Buffer.byteLength(page) })
  response.end(page)
})
server.listen(0, '127.0.0.1', () => process.send!({ port: (server.address() as { port: number }).port }))
process.on('disconnect', () => process.exit(0))
process.on('SIGTERM', () => process.exit(0))
