import type { LoaderFunctionArgs } from '@remix-run/node'
import readExcelFile from 'read-excel-file/node'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { db, embargoes, personRoles, publishedCells, publishedComments, transact } from '#db'
import { addDays, dayIn } from '~/calendar'
import { config } from '~/config.server'
import { type Role, roles } from '~/people/rules'
import { closeAndCount } from '~/pulses/closing.server'
import { beginIssuing } from '~/pulses/opening.server'
import { homeAsks } from '~/pulses/overview.server'
import { maySee } from '~/pulses/results/sight'
import { findPublished, listPublished } from '~/pulses/results/store.server'
import { recordResponse } from '~/pulses/store.server'
import { filesMatching } from '../laws/reading'
import { asPersonIn } from '../people/cast'
import { draftedCheck, handIn, writeEverything } from '../readiness/check-round'
import { castAll, foundHouse, openedRound } from './round-trip'

// The works council asked for a round and reads it first: every door of the app is opened as everybody, before and after.

type Module = { loader?: (args: LoaderFunctionArgs) => unknown }
const modules = import.meta.glob<Module>('../../app/routes/*.{ts,tsx}')
const telling = ['41977', '31733', '5119', '7717', 'Zwijgende zwaluw']
/** Whoever answers for management. */
const executive = `A${roles.indexOf('executive') + 1}`
const today = dayIn(config.timeZone, new Date())
let [roundId, commentId] = ['', '']

beforeAll(async () => {
  await foundHouse({ A: 9, B: 9 })
  await transact(async tx => {
    const cast = roles.map((role, place) => ({ personId: `A${place + 1}`, role }))
    await tx.insert(personRoles).values(cast)
  })
  roundId = await draftedCheck('checkWithMirror')
  await writeEverything(roundId, executive)
  await handIn(roundId, executive)
  await beginIssuing(roundId)
  await openedRound(roundId)
  const filled = [1, 2, 3, 4, 5, 6, 7, 8].flatMap(nth => [
    { person: `A${nth}`, unit: 'U1', answer: 4, comment: `Zwijgende zwaluw ${nth}` },
    { person: `B${nth}`, unit: 'U2', answer: 1, comment: `Zwijgende zwaluw ${nth + 8}` },
  ])
  await castAll(roundId, filled)
  await closeAndCount(roundId)
  // Numbers that stand nowhere by chance.
  const [favourableHigh, unfavourableHigh] = [31_733, 7_717]
  const figure = { n: 41_977, favourableLow: 31_733, favourableHigh, unfavourableLow: 5_119, unfavourableHigh }
  await transact(tx => tx.update(publishedCells).set(figure))
  const [comment] = await db.select().from(publishedComments)
  commentId = comment!.id
})

const keepUntil = (until: string) =>
  transact(async tx => {
    await tx.delete(embargoes)
    await tx.insert(embargoes).values({ roundId, until })
  })
beforeEach(() => keepUntil(addDays(today, 1)))

const personOf = (role: Role) => `A${roles.indexOf(role) + 1}`

/** Opens a door as somebody, and reads all it gives, whichever way. */
async function readAt(load: () => Promise<Module>, role: Role): Promise<string> {
  const params = { roundId, round: roundId, commentId, figure: 'job_loss', promiseId: 'P-1', key: 'x', code: 'x' }
  const request = await asPersonIn(personOf(role), `/app/results/${roundId}`)
  const { loader } = await load()
  try {
    const answer = await loader?.({ request, params, context: { nonce: '', sourceKey: '', reference: '' } } as never)
    if (!(answer instanceof Response)) return JSON.stringify(answer ?? '')
    const bytes = Buffer.from(await answer.arrayBuffer())
    return bytes.subarray(0, 2).toString() === 'PK' ? sheetsIn(bytes) : bytes.toString()
  } catch {
    return ''
  }
}

/** Names the doors at which somebody in this role reads something of the result. */
async function doorsThatTell(role: Role, among = modules, words = telling): Promise<string[]> {
  const told: string[] = []
  for (const [path, load] of Object.entries(among)) {
    const read = await readAt(load, role)
    if (words.some(one => read.includes(one))) told.push(path.split('/').at(-1)!)
  }
  return told.sort()
}

/** A workbook as text, the way somebody reads it. */
const sheetsIn = async (bytes: Buffer) => JSON.stringify((await readExcelFile(bytes)).map(({ data }) => data))

const files = ['app.results.$roundId[.csv].ts', 'app.results.$roundId[.json].ts', 'app.results.$roundId[.xlsx].ts']
const replying = 'app.results.$roundId_.reply.$commentId.tsx'
/** The sheet for a team talk: only leads have one, made of the result that everybody reads. */
const preparing = 'app.team-talks.prepare.tsx'

describe('as long as the works council reads first', () => {
  test.each(roles.filter(role => role !== 'worksCouncil'))('no door tells %s a figure or a comment', async role => {
    expect(await doorsThatTell(role)).toEqual([])
  })

  test('the works council reads the page, its files and the comments', async () => {
    expect(await doorsThatTell('worksCouncil')).toEqual(expect.arrayContaining([...files, 'app.results.$roundId.tsx']))
  })

  test('the page says until when, to everybody else', async () => {
    const page = modules['../../app/routes/app.results.$roundId.tsx']!
    expect(JSON.parse(await readAt(page, 'executive'))).toMatchObject({ kept: { until: addDays(today, 1) } })
    expect(await listPublished()).toMatchObject([{ id: roundId, keptUntil: addDays(today, 1) }])
  })

  test('management cannot answer yet, and is not asked to; only the works council hears of news', async () => {
    const said = { heard: 'a', willDo: 'b', willNotDo: 'c' }
    expect(await recordResponse(roundId, said, new Date())).toMatchObject({ because: 'councilReadsFirst' })
    const kinds = async (role: Role) =>
      (await homeAsks({ id: personOf(role), roles: [role] } as never)).map(one => one.kind)
    expect(await kinds('executive')).toEqual([])
    expect(await kinds('worksCouncil')).toEqual(['newResult'])
    await keepUntil(today)
    expect(await kinds('executive')).toEqual(['responseMissing', 'newResult'])
  })

  test('what management said is in the ledger since the count, as its own page says, and in no other place', async () => {
    const said = ['trust.1\\":4', '"management":"favourable"']
    const ledger = ['app.ledger.openings[.json].ts', 'ledger.openings[.json].ts']
    expect(await doorsThatTell('agent', modules, said)).toEqual(ledger)
    expect(await doorsThatTell('worksCouncil', modules, said)).toEqual(['app.results.$roundId.tsx', ...ledger].sort())
  })

  test('control: a loader that forgets to say who reads shows too little, one that looks by itself is caught', async () => {
    const careless = async () => ({ loader: () => db.select().from(publishedCells) })
    expect(await doorsThatTell('agent', { 'careless.tsx': careless })).toEqual(['careless.tsx'])
    const forgetful = async () => ({ loader: () => findPublished(roundId) })
    expect(await doorsThatTell('worksCouncil', { 'forgetful.tsx': forgetful })).toEqual([])
  })
})

describe('from its day on', () => {
  beforeEach(() => keepUntil(today))

  test('everybody reads the same at the same doors, and a director no more than an agent', async () => {
    const doors = (await doorsThatTell('agent')).filter(door => door !== replying)
    expect(doors).toEqual(expect.arrayContaining([...files, 'app.results.$roundId.tsx']))
    for (const role of ['teamLead', 'executive', 'hr', 'worksCouncil'] as const)
      expect((await doorsThatTell(role)).filter(door => door !== replying && door !== preparing)).toEqual(doors)
  })

  test('every role gets the very same figures, comments and files', async () => {
    for (const name of [...files, 'app.results.$roundId.tsx']) {
      const door = modules[`../../app/routes/${name}`]!
      const agent = withoutDeeds(await readAt(door, 'agent'))
      expect(agent).toContain('41977')
      for (const role of ['teamLead', 'executive', 'hr', 'projectLead'] as const)
        expect(withoutDeeds(await readAt(door, role)), `${name} as ${role}`).toBe(agent)
    }
  })
})

/** What a role may do is not what it may see. */
function withoutDeeds(answer: string): string {
  if (!answer.startsWith('{"round":{"id"')) return answer
  const { mayRespond: _, mayPromise: __, commentDeeds: ___, ...seen } = JSON.parse(answer)
  return JSON.stringify(seen)
}

test('who may see: nobody before it is published, the works council until the day, everybody from the day on', () => {
  const council = { roles: ['agent', 'worksCouncil'] as Role[] }
  const agent = { roles: ['agent'] as Role[] }
  const see = (round: Parameters<typeof maySee>[0], day: string) =>
    [council, agent, undefined].map(reader => maySee(round, reader, day))
  const kept = { state: 'published', embargoUntil: '2026-12-10' }
  expect(see({ state: 'closed' }, '2026-12-10')).toEqual([false, false, false])
  expect(see({ ...kept, state: 'closed' }, '2026-12-09')).toEqual([false, false, false])
  expect(see(kept, '2026-12-09')).toEqual([true, false, false])
  expect(see(kept, '2026-12-10')).toEqual([true, true, true])
  expect(see({ state: 'published' }, '2026-12-01')).toEqual([true, true, true])
})

/** Who reads published figures or comments from their table: the door, what counts, what compares over time, and what colleagues said of a plan: a round that the council reads first asks about none. */
const doorsToTables = [
  'app/ledger/erasures/',
  'app/promises/verdict-',
  'app/pulses/comments/',
  'app/pulses/disclosure/history.server.ts',
  'app/pulses/publishing.server.ts',
  'app/pulses/restored.server.ts',
  'app/pulses/results/over-time/past.server.ts',
  'app/pulses/results/published.server.ts',
  'app/workgroups/polls/store.server.ts',
]
const strayReaders = (sources: { path: string; text: string }[]) =>
  sources
    .filter(({ text }) => /\bpublished(Cells|Comments)\b/.test(text))
    .filter(({ path }) => !doorsToTables.some(door => path.startsWith(door)))
    .map(({ path }) => path)

test('no other file takes figures or comments from their tables', () => {
  expect(strayReaders(filesMatching(/^app\/.*\.tsx?$/))).toEqual([])
  const stray = { path: 'app/readiness/mirror.server.ts', text: "import { publishedCells } from '#db'" }
  expect(strayReaders([stray]), 'control').toEqual([stray.path])
})
