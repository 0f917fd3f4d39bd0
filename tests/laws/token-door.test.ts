import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { answerAtTokenDoor, roundAsked } from '../../scripts/web/token-door'

const faults: string[] = []
const server = createServer((request, response) => {
  const onFault = (_fault: unknown, reference: string) => faults.push(reference)
  const round = roundAsked(request)
  if (!round) return response.writeHead(404).end()
  return answerAtTokenDoor(echo, round, { request, response, onFault })
})

/** Says what reached it; the real door is tested with the pulses. */
async function echo({ request, params }: { request: Request; params: { round: string } }) {
  const body = await request.text()
  if (body === 'fault') throw new Error('fault')
  return Response.json({ body, cookie: request.headers.get('cookie'), round: params.round }, { status: 409 })
}

const port = () => (server.address() as AddressInfo).port
const post = (body: string, path = '/app/pulse/R1/issue') =>
  fetch(`http://127.0.0.1:${port()}${path}`, { method: 'POST', body, headers: { cookie: 'session=a' } })

beforeAll(() => new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve)))
afterAll(() => void server.close())

test('the door is told who asks for which round and what; its answer is kept nowhere', async () => {
  const answer = await post('{"blinded":"x"}')
  expect([answer.status, answer.headers.get('cache-control')]).toEqual([409, 'no-store'])
  expect(await answer.json()).toEqual({ body: '{"blinded":"x"}', cookie: 'session=a', round: 'R1' })
})

test('other addresses are not its own, and what is too long is not read', async () => {
  expect((await post('', '/app/pulse/R1/issue/more')).status).toBe(404)
  expect((await post('', '/app/pulse/R%31/issue')).status).toBe(404)
  expect(await (await post('x'.repeat(3000))).json()).toMatchObject({ body: '' })
})

test('a fault is a sentence with a reference, and a line that breaks halfway harms nobody', async () => {
  const answer = await post('fault')
  expect([answer.status, faults.length]).toEqual([500, 1])
  expect(await answer.text()).toContain(faults[0])
  const line = connect(port(), '127.0.0.1')
  line.write('POST /app/pulse/R1/issue HTTP/1.1\r\nhost: x\r\ncontent-length: 20\r\n\r\nhalf')
  await new Promise(resolve => setTimeout(resolve, 50))
  line.destroy()
  expect((await post('still here')).status).toBe(409)
})
