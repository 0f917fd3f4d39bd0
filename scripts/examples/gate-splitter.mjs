#!/usr/bin/env node
// Sends customers to the AI or to a person, as far as a gate of Inspraak allows.
//
//   node gate-splitter.mjs --house https://inspraak.example.org --gate G-1 --key <key of the ledger> --port 9000
//        [--ai http://127.0.0.1:9001 --human http://127.0.0.1:9002]   sends requests on, by the header x-customer
//        [--poll 2000] [--trust 60000]                                milliseconds; the secret of a listener: GATE_SECRET
//
// Other routers ask it: GET /may-go-to-ai answers 204 or 403 (nginx auth_request), GET /share the share in percent (OPA).
// POST /gate-moved is the address of a listener. Whoever gets no answer from it sends everybody to a person.

import { createServer, request } from 'node:http'
import { text } from 'node:stream/consumers'
import { parseArgs } from 'node:util'
import { drawFor, openGate } from './gate-client.mjs'

const word = { type: 'string' }
const names = ['house', 'gate', 'key', 'port', 'ai', 'human', 'poll', 'trust']
const { values } = parseArgs({ options: Object.fromEntries(names.map(name => [name, word])) })
const { house, gate: id, key, port = '9000', ai, human, poll = '2000', trust = 'Infinity' } = values
const secret = process.env.GATE_SECRET
const gate = openGate({ house, gate: id, key, secret, pollEvery: Number(poll), longestTrust: Number(trust) })

const doors = {
  'GET /may-go-to-ai': (asked, answer) => answer.writeHead(goesToAi(asked) ? 204 : 403).end(),
  'GET /share': (_asked, answer) => answer.end(JSON.stringify({ gate: id, volumePct: gate.volumePct() })),
  'POST /gate-moved': async (asked, answer) =>
    answer.writeHead(gate.hear(asked.headers, await text(asked)) ? 204 : 400).end(),
}

/** Somebody without a number is drawn anew each time. */
const goesToAi = ({ headers }) =>
  gate.mayGoToAi(headers['x-customer'] ? drawFor(id, headers['x-customer']) : Math.random())

function sendOn(asked, answer) {
  const { method, headers, url } = asked
  const to = goesToAi(asked) ? ai : human
  if (!to) return answer.writeHead(404).end()
  const onward = request(new URL(url, to), { method, headers }, said => {
    answer.writeHead(said.statusCode, said.headers)
    said.pipe(answer)
  })
  onward.on('error', () => answer.writeHead(502).end())
  asked.pipe(onward)
}

await gate.ready
const server = createServer((asked, answer) => (doors[`${asked.method} ${asked.url}`] ?? sendOn)(asked, answer))
// Longer than a proxy in front keeps a connection, so that none is closed while it is used.
server.keepAliveTimeout = 120_000
server.listen(Number(port), '127.0.0.1', () => console.log(`listening ${server.address().port}`))
for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => process.exit(0))
