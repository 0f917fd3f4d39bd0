import type { LoaderFunctionArgs } from '@remix-run/node'
import { and, eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { engine, personRoles, persons, teams, transact } from '#db'
import { exportLog } from '~/ledger/served.server'
import { type Person, roles } from '~/people/rules'
import { closeAndCount } from '~/pulses/closing.server'
import { recordConfidant } from '~/pulses/comments/confidants.server'
import { commentAsks, findHeld, listHeld, recordBlanks, releaseComments } from '~/pulses/comments/holds.server'
import { publicOverview } from '~/pulses/overview.server'
import { findResults } from '~/pulses/results/store.server'
import { findRound } from '~/pulses/store.server'
import * as comments from '~/routes/app.comments.$roundId'
import * as page from '~/routes/app.results.$roundId'
import * as reply from '~/routes/app.results.$roundId_.reply.$commentId'
import * as csv from '~/routes/app.results.$roundId[.csv]'
import * as json from '~/routes/app.results.$roundId[.json]'
import { recover } from '~/timetable.server'
import { filesWith, tablesWith } from '../../ledger/forensics'
import { answerOf, asPersonIn, formPost } from '../../people/cast'
import { castAll, foundHouse, issuingRound, openedRound, staffRow } from '../round-trip'

const name = 'Wilhelmientje'
const surname = 'Merktekenaar'
const body = (nth: number) =>
  nth === 3 ? `Volgens ${name} ${surname} hoeft het niet.` : `Meer tijd, zegt nummer ${nth}`
/** The Friday on which the round is published; comments wait until the Friday after it. */
const published = new Date('2026-12-04T20:00:00Z')
const nextFriday = new Date('2026-12-11T08:00:00Z')
let roundId: string

async function publishedRound() {
  const id = await issuingRound()
  await openedRound(id)
  const filled = [1, 2, 3, 4, 5, 6].flatMap(nth => [
    { person: `A${nth}`, unit: 'U1', answer: 4, comment: body(nth) },
    { person: `B${nth}`, unit: 'U2', answer: 1, comment: body(nth + 10) },
  ])
  await castAll(id, filled)
  await closeAndCount(id, undefined, published)
  return id
}

beforeAll(async () => {
  await foundHouse({ A: 9, B: 9 })
  await transact(async tx => {
    await tx.insert(teams).values({ id: 'X', name: 'X', parentId: null, siteId: 's' })
    for (const role of roles) {
      await tx.insert(persons).values(staffRow(`X-${role}`, 'X'))
      await tx.insert(personRoles).values({ personId: `X-${role}`, role })
    }
  })
  await transact(tx => tx.update(persons).set({ email: 'bea@voorbeeld.nl' }).where(eq(persons.id, 'B9')))
  expect((await recordConfidant('bea@voorbeeld.nl', published)).ok).toBe(true)
  roundId = await publishedRound()
})

type Door = { loader: (args: LoaderFunctionArgs) => unknown }
const enter = async (door: Door, personId: string, path: string, params: object = { roundId }) => {
  const request = await asPersonIn(personId, path)
  return answerOf(async () => door.loader({ request, params, context: {} } as never))
}
const send = async (values: Record<string, string> | [string, string][], personId = 'B9') => {
  const request = await asPersonIn(personId, `/app/comments/${roundId}`, {
    ...formPost({}),
    body: new URLSearchParams(values),
  })
  return answerOf(() => comments.action({ request, params: { roundId }, context: {} } as never))
}
const reader = (id: string) => ({ id, roles: ['agent'] }) as unknown as Person
const textOf = async (answer: unknown) =>
  answer instanceof Response ? answer.text() : JSON.stringify(answer, (_, value) => value)

/** Everything that a person can read about the round, in one text. */
async function allThatIsRead(personId: string) {
  const [comment] = (await findHeld(roundId))?.comments ?? []
  const doors = [
    enter(page, personId, `/app/results/${roundId}`),
    enter(csv, personId, `/app/results/${roundId}.csv`),
    enter(json, personId, `/app/results/${roundId}.json`),
    enter(comments, personId, `/app/comments/${roundId}`),
    enter(reply, personId, '/app/results', { roundId, commentId: comment?.id ?? 'unknown' }),
  ]
  const texts = await Promise.all((await Promise.all(doors)).map(textOf))
  return [...texts, JSON.stringify([await publicOverview(), await exportLog()])].join('\n')
}

test('while comments wait nobody reads one, in any role and by any door; only the confidant does', async () => {
  for (const role of roles) {
    expect(await enter(comments, `X-${role}`, `/app/comments/${roundId}`)).toMatchObject({ status: 403 })
    expect(await send({ step: 'release' }, `X-${role}`)).toMatchObject({ status: 403 })
    const read = await allThatIsRead(`X-${role}`)
    expect(read).toContain('2026-12-11')
    expect(read, role).not.toMatch(new RegExp(`${name}|Meer tijd`))
  }
  expect(await allThatIsRead('B9'), 'control: the same search finds them where they are').toMatch(/Meer tijd/)
  expect((await findResults(roundId))!.comments).toEqual({ waitUntil: '2026-12-11', groups: [] })
  expect(await listHeld()).toEqual([{ round: { id: roundId, number: 1 }, waitUntil: '2026-12-11' }])
  expect(await commentAsks(reader('B9'))).toMatchObject([{ kind: 'commentsWait', round: { id: roundId } }])
  expect(await commentAsks(reader('B8'))).toEqual([])
})

test('a confidant who is given another role reads nothing from that moment', async () => {
  const isHr = and(eq(personRoles.personId, 'B9'), eq(personRoles.role, 'hr'))
  await transact(tx => tx.insert(personRoles).values({ personId: 'B9', role: 'hr' }))
  expect(await enter(comments, 'B9', `/app/comments/${roundId}`)).toMatchObject({ status: 403 })
  expect(await send({ step: 'release' })).toMatchObject({ status: 403 })
  await transact(tx => tx.delete(personRoles).where(isHr))
  expect(await enter(comments, 'B9', `/app/comments/${roundId}`)).toMatchObject({ round: { id: roundId } })
})

const held = async () => (await findHeld(roundId))!
const theNamed = async () => (await held()).comments.find(comment => comment.body.includes('Volgens'))!

test('the confidant takes words out, sees it first, and cannot put a text in', async () => {
  const { id, version, body: before } = await theNamed()
  const marks = (step: string): [string, string][] => [
    ['step', step],
    ['comment', id],
    ['version', version],
    ['body', 'Het gaat prima hier.'],
    ['word', '1'],
    ['word', '2'],
  ]
  const blankedBody = 'Volgens ▇▇▇ hoeft het niet.'
  expect(await send(marks('preview'))).toMatchObject({ data: { preview: { body: blankedBody } } })
  expect((await theNamed()).body, 'a preview changes nothing').toBe(before)
  expect(await send(marks('blank'))).toMatchObject({ status: 302 })
  expect(await theNamed()).toMatchObject({ body: blankedBody })
  expect((await held()).blanks).toBe(1)
  expect(await send(marks('blank')), 'the same press again').toMatchObject({ data: { refused: 'changedMeanwhile' } })
  expect(
    await send([
      ['step', 'blank'],
      ['comment', 'unknown'],
      ['word', '0'],
    ]),
  ).toMatchObject({ data: { refused: 'noSuchComment' } })
  expect(await tablesWith(surname)).toEqual([])
})

test('released, everybody reads them with the number of blanks, once and for good, and the names have left the disk', async () => {
  const { comments: waiting } = await held()
  expect(await send({ step: 'release' })).toMatchObject({ status: 302 })
  const { comments: read } = (await findResults(roundId))!
  expect(read.blanks).toBe(1)
  expect(read.groups.flatMap(group => group.comments.map(one => one.body))).toEqual(waiting.map(one => one.body))
  const { comment: id, version } = { comment: waiting[0]!.id, version: waiting[0]!.version }
  expect(await recordBlanks(roundId, { comment: id, version, words: [0] })).toMatchObject({
    because: 'alreadyReleased',
  })
  expect(await releaseComments(roundId, nextFriday)).toMatchObject({ because: 'alreadyReleased' })
  expect(await enter(comments, 'B9', `/app/comments/${roundId}`)).toMatchObject({ status: 404 })
  const entries = (await exportLog()).log.split('\n').filter(line => line.includes('comments.released'))
  expect(entries.map(line => JSON.parse(line).data)).toEqual([{ round: roundId, blanked: 1 }])
  await recover()
})

test.runIf(engine === 'sqlite')('no file of the installation holds a blanked name; one that stayed is found', () => {
  expect([...filesWith(name), ...filesWith(surname)]).toEqual([])
  expect(filesWith('zegt nummer 15'), 'control').not.toEqual([])
})

test('no id of a comment stands anywhere but at the comment', async () => {
  const { comments: read } = (await findResults(roundId))!
  const ids = read.groups.flatMap(group => group.comments.map(one => one.id))
  expect(ids).toHaveLength(12)
  for (const id of ids) expect(await tablesWith(id)).toEqual(['published_comments'])
  expect(await tablesWith((await findRound(roundId))!.id), 'control: what is shared is found').toContain(
    'published_cells',
  )
})
