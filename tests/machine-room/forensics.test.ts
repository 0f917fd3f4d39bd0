import { type ChildProcess, fork } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fromBase64url, toBase64url } from '~/ballot-box/bytes'
import { importBoxKey, seal } from '~/ballot-box/seal.client'
import { serveBox } from '~/ballot-box/serving.server'
import { announceRound, castMany, openBox } from '~/ballot-box/store.server'
import { startTidying } from '~/ballot-box/tidying.server'
import { nullifierOf } from '~/ballot-box/token'
import { config } from '~/config.server'
import { closeBallotBox } from '~/pulses/ballot-box.server'
import { closeAndCount } from '~/pulses/closing.server'
import { issue } from '~/pulses/issuing.server'
import { closingSteps } from '~/pulses/rules'
import { arrivalScore } from '../ballot-box/arrival'
import { freshFolder, makeRound } from '../ballot-box/round'
import { blindedToken, foundHouse, issuingRound, manifestFor, openedRound, peopleOf } from '../pulses/round-trip'

// Whoever takes the disk at the worst moment reads every byte of it: what people answered, and who came first.

/** Nine remarks that occur nowhere else: too few to be published. */
const remarks = Array.from({ length: 9 }, () => `CANARY-${randomBytes(9).toString('hex')}`)
/** How every answer begins before it is sealed. */
const plain = '{"v":1,"a":{'

/** The spellings in which a program could have written it: plain, in two-byte letters, in hex, and in base 64 at any place. */
const spellings = (words: string) => [
  Buffer.from(words),
  Buffer.from(words, 'utf16le'),
  Buffer.from(Buffer.from(words).toString('hex')),
  ...[0, 1, 2].map(shift => {
    const code = Buffer.concat([Buffer.alloc(shift), Buffer.from(words)]).toString('base64')
    return Buffer.from(code.slice(shift === 0 ? 0 : 4, -4))
  }),
]
const looked = [...remarks, plain].map(words => ({ words, spelled: spellings(words) }))

/** Names the files of a folder in which an answer can be read. */
const readableIn = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .filter(file => {
      const bytes = readFileSync(join(file.parentPath, file.name))
      return looked.some(({ spelled }) => spelled.some(one => bytes.includes(one)))
    })
    .map(file => file.name)

describe('what people answered stands in no file', () => {
  const readable: Record<string, string[]> = {}
  const look = (stage: string) => {
    readable[stage] = readableIn(config.dataDir)
  }
  let box: ChildProcess | undefined
  let round = ''

  async function startBox(): Promise<string> {
    const args = [join(config.dataDir, 'ballot-box', 'box.db')]
    box = fork('tests/ballot-box/box-process.ts', args, { env: { NODE_ENV: 'test' }, execArgv: ['--import', 'tsx'] })
    const [{ port }] = (await once(box, 'message')) as [{ port: number }]
    return `http://127.0.0.1:${port}/ballot/${round}/ballot`
  }

  /** Draws the token of one person and seals what that person answers. */
  async function bodyOf(person: string, remark: string): Promise<string> {
    const { blinded, input, finish } = await blindedToken(round, 'U1')
    const signed = await issue(person, round, blinded)
    if (!signed.ok) throw new Error(signed.because)
    const signature = toBase64url(await finish(signed.value.signature))
    const manifest = await manifestFor(round)
    const boxKey = await importBoxKey(fromBase64url(manifest.box_key_spki))
    const answers = Object.fromEntries(manifest.questions.map(({ id }) => [id, 4]))
    const place = { round, unit: 'U1', nullifier: await nullifierOf(input) }
    const sealed = toBase64url(await seal(boxKey, { v: 1, a: answers, c: remark }, place))
    return JSON.stringify({ unit: 'U1', input: toBase64url(input), signature, sealed })
  }

  beforeAll(async () => {
    await foundHouse({ A: 9 })
    round = await issuingRound()
    const people = peopleOf({ A: 9 })
    const bodies = await Promise.all(people.map((person, at) => bodyOf(person, remarks[at]!)))
    look('issuing')
    await openedRound(round)
    const post = (address: string) => async (body: string) => (await fetch(address, { method: 'POST', body })).status
    const first = await startBox()
    for (const body of bodies.slice(0, 3)) await post(first)(body)
    look('open')
    const rest = Promise.allSettled(bodies.slice(3).map(post(first)))
    setTimeout(() => box!.kill('SIGKILL'), 5)
    await once(box!, 'exit')
    look('killed')
    await rest
    const again = await startBox()
    expect((await Promise.all(bodies.map(post(again)))).every(status => status < 300)).toBe(true)
    look('all cast')
    box!.kill('SIGKILL')
    await closeAndCount(round, look)
    look('published')
  })
  afterAll(() => {
    box?.kill('SIGKILL')
    closeBallotBox()
  })

  test('from the first token to the published result, also after a kill and at each step of the closing', () => {
    const stages = ['issuing', 'open', 'killed', 'all cast', ...closingSteps, 'published']
    expect(readable).toEqual(Object.fromEntries(stages.map(stage => [stage, []])))
  })

  test('control: an answer that is written plainly is found, also after it was deleted', () => {
    const folder = freshFolder()
    const naive = new Database(join(folder, 'naive.db'))
    naive.exec('create table answer (id integer primary key, body text)')
    for (const remark of remarks)
      naive.prepare('insert into answer (body) values (?)').run(`${plain}},"c":"${remark}"}`)
    naive.exec('delete from answer')
    expect(readableIn(folder)).toContain('naive.db')
    for (const { spelled } of looked)
      for (const one of spelled) {
        const bytes = Buffer.concat([randomBytes(7), one])
        expect(looked.some(known => known.spelled.some(two => bytes.includes(two)))).toBe(true)
      }
  })
})

describe('who answered first stands in no file', async () => {
  const small = await makeRound()
  const marked = (at: number) => {
    const sealed = randomBytes(4508)
    sealed.write(`PAGE#${String(at).padStart(4, '0')}#`, 2000)
    return { nullifier: randomBytes(32), round: 'R1', unit: 'U1', sealed }
  }
  const arrivals = Array.from({ length: 14 }, (_, at) => at)
  const mean = (scores: number[]) => scores.reduce((sum, one) => sum + one, 0) / scores.length
  const rounds = Array.from({ length: 20 })

  function castApart() {
    const path = join(freshFolder(), 'box.db')
    const box = openBox(path)
    announceRound(box, small.bytes, 'open')
    for (const at of arrivals) castMany(box, [marked(at)])
    return { path, box }
  }

  test('in twenty small rounds the place of a ballot in the file tells nothing', () => {
    const scores = rounds.map(() => {
      const { path, box } = castApart()
      const tidying = startTidying(box)
      tidying.due()
      tidying.finish()
      return arrivalScore(path)
    })
    expect(mean(scores)).toBeGreaterThan(0.35)
    expect(mean(scores)).toBeLessThan(0.65)
  })

  test('nor after the box was killed before it had tidied: the next start does that', async () => {
    const pages = { policy: '', refusalPage: () => '', answeringPage: () => '', file: () => undefined }
    const scores: number[] = []
    for (const _ of rounds.slice(0, 6)) {
      const { path, box } = castApart()
      expect(arrivalScore(path)).toBeGreaterThan(0.9)
      box.close()
      const running = await serveBox(path, 0, pages)
      await running.stop()
      scores.push(arrivalScore(path))
    }
    expect(Math.abs(mean(scores) - 0.5)).toBeLessThan(0.2)
  })

  test('control: numbered rows with a log beside the file give the whole order away', () => {
    for (const _ of rounds) {
      const path = join(freshFolder(), 'naive.db')
      const naive = new Database(path)
      naive.pragma('journal_mode = WAL')
      naive.exec('create table ballot (id integer primary key autoincrement, answer blob)')
      for (const at of arrivals) naive.prepare('insert into ballot (answer) values (?)').run(marked(at).sealed)
      expect(arrivalScore(`${path}-wal`)).toBe(1)
    }
  })
})
