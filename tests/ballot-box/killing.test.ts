import { type ChildProcess, fork } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { toBase64url } from '~/ballot-box/bytes'
import { announceRound, ballotsOf, openBox } from '~/ballot-box/store.server'
import { receiptOf } from '~/ballot-box/token'
import { freshFolder, makeRound, quickToken } from './round'

type Sent = { status: number; receipt: string }

const round = await makeRound()
const bodies = Array.from({ length: 600 }, () => {
  const { unit, input, signature } = quickToken(round)
  const sealed = toBase64url(randomBytes(4508))
  return JSON.stringify({ unit, input: toBase64url(input), signature: toBase64url(signature), sealed })
})

let running: ChildProcess | undefined
afterEach(() => void running?.kill('SIGKILL'))

async function start(path: string, manner = 'careful') {
  running = fork(join(import.meta.dirname, 'box-process.ts'), [path, manner], {
    env: { NODE_ENV: 'test' },
    execArgv: ['--import', 'tsx'],
  })
  const [{ port }] = (await once(running, 'message')) as [{ port: number }]
  return `http://127.0.0.1:${port}/ballot/R1/ballot`
}

/** Casts with fifty connections at once; an answer that never came is left out. */
async function castAll(address: string, which: string[], onAnswer = (_answers: number) => {}) {
  const answers = new Map<string, Sent>()
  const queue = [...which]
  const connection = async () => {
    for (let body = queue.pop(); body; body = queue.pop()) {
      const answer = await fetch(address, { method: 'POST', body }).then(async one => ({
        status: one.status,
        ...(await one.json()),
      }))
      answers.set(body, answer)
      onAnswer(answers.size)
    }
  }
  await Promise.allSettled(Array.from({ length: 50 }, connection))
  return answers
}

async function killMidway(manner?: string) {
  const path = join(freshFolder(), 'box.db')
  const box = openBox(path)
  announceRound(box, round.bytes, 'open')
  const address = await start(path, manner)
  const answers = await castAll(address, bodies, count => count === 200 && running!.kill('SIGKILL'))
  return { path, box, answers }
}

const inBox = (box: ReturnType<typeof openBox>) =>
  Promise.all([...ballotsOf(box, 'R1')].map(({ sealed }) => receiptOf(sealed)))

test('after a kill every acknowledged ballot is there once, and sending again is safe', async () => {
  const { path, box, answers } = await killMidway()
  const acknowledged = [...answers.values()].filter(({ status }) => status === 201)
  expect(acknowledged.length).toBeGreaterThanOrEqual(200)
  expect(acknowledged.length).toBeLessThan(bodies.length)
  const address = await start(path)
  const afterKill = await inBox(box)
  for (const { receipt } of acknowledged) expect(afterKill.filter(one => one === receipt)).toHaveLength(1)

  const again = await castAll(address, bodies)
  expect(again.size).toBe(bodies.length)
  for (const [body, { status, receipt }] of answers) expect([again.get(body)!.receipt, status]).toEqual([receipt, 201])
  expect([...again.values()].every(({ status }) => status === 200 || status === 201)).toBe(true)
  expect(new Set(await inBox(box)).size).toBe(bodies.length)
})

test('control: a box that acknowledges before its disk did loses ballots', async () => {
  const { box, answers } = await killMidway('hasty')
  expect((await inBox(box)).length).toBeLessThan([...answers.values()].filter(({ status }) => status === 201).length)
})
