import { parse } from 'csv-parse/sync'
import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { db, ledgerEntries, promiseQuestions } from '#db'
import { findPromise } from '~/promises/reading.server'
import { recordAmendment, recordMove, recordPromise } from '~/promises/store.server'
import { staffQuestions } from '~/promises/verdict-reading.server'
import { recordAsking, recordTakingBack } from '~/promises/verdict-store.server'
import { closeBallotBox } from '~/pulses/ballot-box.server'
import { closeAndCount, endAsVoid } from '~/pulses/closing.server'
import { draftRound } from '~/pulses/drafting/store.server'
import { beginIssuing } from '~/pulses/opening.server'
import { resultsCsv } from '~/pulses/results/files/export'
import { findPublished, findResults } from '~/pulses/results/store.server'
import { answerRound, castAll, foundHouse, issuingRound, manifestFor, openedRound, peopleOf, plan } from './round-trip'

const director = { roles: ['executive' as const] }
const council = { roles: ['worksCouncil' as const] }
const teams = { A: 9, B: 12 }
const [today, at] = ['2026-11-20', new Date('2026-11-20T10:00:00Z')]
const after = new Date('2026-12-05T10:00:00Z')

beforeAll(async () => {
  await foundHouse(teams)
  return closeBallotBox
})

let nth = 0
/** A promise that is past its day. */
async function overdue() {
  const about = { why: 'a', ownerRole: 'executive' as const, scope: 'b', exclusions: 'geen', measure: 'c' }
  const said = { ...about, text: `Belofte ${++nth}: 8 uur training.`, madeOn: '2026-01-05', dueOn: '2026-06-30' }
  const made = await recordPromise(said, director, at)
  if (!made.ok) throw new Error(made.because)
  return made.value.id
}
const asked = async (id: string) => {
  const decision = await recordAsking(id, (await findPromise(id, today))!.version, council, at)
  if (!decision.ok) throw new Error(decision.because)
  return decision.value.question
}
const promiseNow = async (id: string) => (await findPromise(id, today))!
const questionOn = async (id: string) => (await staffQuestions(await promiseNow(id)))[0]!
const rowsOf = (id: string) => db.select().from(promiseQuestions).where(eq(promiseQuestions.promiseId, id))
const inLedger = async (id: string) =>
  (await db.select().from(ledgerEntries).orderBy(ledgerEntries.seq))
    .map(row => JSON.parse(row.bytes))
    .filter(({ data }) => data.id === id)
    .map(({ type, data }) => [type, data.as, data.by])
    .at(-1)

/** Everybody answers every question of a round with the step that `answerOf` gives; nothing is not taking part. */
async function answered(round: string, answerOf: (place: number) => number | undefined) {
  await openedRound(round)
  const filled = peopleOf(teams).flatMap((person, place) => {
    const answer = answerOf(place)
    return answer ? [{ person, unit: person.startsWith('A') ? 'U1' : 'U2', answer }] : []
  })
  await castAll(round, filled)
}

test('staff are asked in a round as in any other question, and what most of them find is final', async () => {
  const id = await overdue()
  await asked(id)
  const round = await issuingRound()
  const inManifest = (await manifestFor(round)).questions.at(-1)!
  expect(inManifest).toMatchObject({ id, kind: 'verdict3' })
  expect(inManifest.text_fr).toContain((await promiseNow(id)).first.text)
  expect(await questionOn(id)).toMatchObject({ round: { id: round }, verdict: null, figure: null })
  await answered(round, place => (place % 4 === 0 ? 2 : 1))
  await closeAndCount(round, undefined, after)
  expect(await promiseNow(id)).toMatchObject({ status: 'broken' })
  expect((await promiseNow(id)).events.at(-1)).toMatchObject({ kind: 'moved', side: 'staff', status: 'broken' })
  expect(await inLedger(id)).toEqual(['promise.broken', undefined, 'staff'])
  const unsaid = { move: 'claimKept' as const, seen: (await promiseNow(id)).version, note: 'Toch wel.' }
  expect(await recordMove(id, unsaid, director, after), 'for good').toMatchObject({ because: 'notAStepForward' })
  const { results } = (await findResults(round))!
  const item = results.items.find(one => one.id === id)!
  expect(await questionOn(id)).toMatchObject({ verdict: 'broken', figure: item.figure, roster: 21 })
  expect(JSON.stringify(results.headline), 'a promise is not ranked among moods').not.toContain(id)
  const rows = parse(resultsCsv(round, (await findPublished(round))!, 'nl'), { bom: true }) as string[][]
  expect(rows.filter(row => row[1] === id).map(row => row[2])).toEqual(Array(2).fill(inManifest.text_nl))
  await answerRound(round)
})

test('a round takes two along, the oldest first; the others wait for the next one', async () => {
  const ids = [await overdue(), await overdue(), await overdue()]
  for (const id of ids) await asked(id)
  const round = await issuingRound()
  const taken = (await manifestFor(round)).questions.filter(({ kind }) => kind === 'verdict3').map(one => one.id)
  expect(taken).toEqual(ids.slice(0, 2))
  expect(await recordTakingBack(ids[0]!, council)).toEqual({ ok: false, because: 'takenAlong' })
  expect(await recordTakingBack(ids[2]!, council)).toMatchObject({ ok: true })
  expect(await rowsOf(ids[2]!)).toEqual([])
  await endAsVoid(round, 'mistake', after)
  expect(await questionOn(ids[0]!), 'a void round gives its questions back').toMatchObject({ round: null })
  for (const id of ids.slice(0, 2)) expect(await recordTakingBack(id, council)).toMatchObject({ ok: true })
})

test('nobody softens the words that staff are asked about, and a question too few can judge decides nothing', async () => {
  const id = await overdue()
  await asked(id)
  const { now, version: seen } = await promiseNow(id)
  const words = { ...now, text: 'Wie wil, krijgt training.' }
  expect(await recordAmendment(id, { seen, words, reason: 'Zachter' }, director, at)).toMatchObject({
    because: 'dueHasPassed',
  })
  const round = await issuingRound()
  const { text_nl } = (await manifestFor(round)).questions.at(-1)!
  expect(text_nl).toContain(now.text)
  expect(text_nl).not.toContain(words.text)
  await answered(round, place => (place < 8 ? 3 : undefined))
  await closeAndCount(round, undefined, after)
  expect(await questionOn(id)).toMatchObject({ verdict: 'none', words: now.text })
  expect((await promiseNow(id)).status).toBe('made')
  expect(await asked(id), 'and they can be asked again').not.toBe((await rowsOf(id))[0]!.id)
  await recordTakingBack(id, council)
  await answerRound(round)
})

test('while staff judge neither side is before them: no confirmation, no withdrawal, until the figures are out', async () => {
  const id = await overdue()
  await recordMove(id, { move: 'claimKept', seen: 1, note: 'Gedaan.' }, director, at)
  await asked(id)
  const confirm = () => recordMove(id, { move: 'confirm', seen: 2, note: '' }, council, after)
  const withdraw = () => recordMove(id, { move: 'withdraw', seen: 2, note: 'Toch niet.' }, director, after)
  const bothRefused = async () => {
    expect(await confirm()).toMatchObject({ because: 'askedStaff' })
    expect(await withdraw()).toMatchObject({ because: 'askedStaff' })
  }
  const round = await issuingRound()
  expect(await promiseNow(id)).toMatchObject({ staffJudgeIn: expect.any(Number) })
  await bothRefused()
  await answered(round, () => 1)
  await bothRefused()
  const [, confirmed, withdrawn] = await Promise.all([closeAndCount(round, undefined, after), confirm(), withdraw()])
  expect([confirmed.ok, withdrawn.ok], 'not even while the round is closing').toEqual([false, false])
  const { status, events, staffJudgeIn } = await promiseNow(id)
  expect([status, staffJudgeIn]).toEqual(['broken', undefined])
  expect(events.filter(({ kind }) => kind === 'moved')).toHaveLength(2)
  expect(await questionOn(id)).toMatchObject({ verdict: 'broken' })
  await answerRound(round)
})

test('a round that ends as void, or a question that no round has yet, holds nobody back', async () => {
  const ids = [await overdue(), await overdue()]
  for (const id of ids) await recordMove(id, { move: 'claimKept', seen: 1, note: 'Gedaan.' }, director, at)
  const [first, second] = ids as [string, string]
  await asked(first)
  await endAsVoid(await issuingRound(), 'mistake', after)
  expect(await recordMove(first, { move: 'confirm', seen: 2, note: '' }, council, after)).toMatchObject({ ok: true })
  await asked(second)
  const gone = { move: 'withdraw' as const, seen: 2, note: 'Toch niet.' }
  expect(await recordMove(second, gone, director, after)).toMatchObject({ ok: true })
})

test('of many who ask at once one asks; who promised cannot, and nobody asks about what is decided', async () => {
  const id = await overdue()
  const answers = await Promise.all(Array.from({ length: 10 }, () => recordAsking(id, 1, council, at)))
  expect(answers.filter(answer => answer.ok)).toHaveLength(1)
  expect(await recordAsking(id, 1, director, at)).toMatchObject({ because: 'notOverOwnPromise' })
  expect(await recordAsking('P-999', 1, council, at)).toMatchObject({ because: 'noSuchPromise' })
  expect(await rowsOf(id)).toHaveLength(1)
})

test('a round that the works council reads first takes no question along: what staff find is public at once', async () => {
  const id = await overdue()
  await asked(id)
  const kept = await draftRound({ ...plan, embargoUntil: '2026-12-11' }, today)
  if (!kept.ok) throw new Error(kept.because)
  await beginIssuing(kept.value.id)
  expect((await manifestFor(kept.value.id)).questions.map(question => question.id)).not.toContain(id)
  expect(await rowsOf(id)).toMatchObject([{ roundId: null }])
  await endAsVoid(kept.value.id, 'mistake')
  const next = await issuingRound()
  expect(
    (await manifestFor(next)).questions.map(question => question.id),
    'control',
  ).toContain(id)
})
