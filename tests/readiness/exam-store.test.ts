import { desc, eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { db, examAnswers, ledgerEntries, ledgerOpenings, transact } from '#db'
import { wordsToChoose } from '~/ledger/erasures/choice.server'
import { judgeErasure, listErased, requestErasure } from '~/ledger/erasures/redacting.server'
import { exportLog } from '~/ledger/served.server'
import { append } from '~/ledger/store.server'
import type { Role } from '~/people/rules'
import { examShown, findDraft, recordAnswer, recordDraft } from '~/readiness/exam/store.server'
import { examAnswered } from '~/readiness/exam/witness'
import { verify } from '../../app/ledger/verify.mjs'
import { filesWith, tablesWith } from '../ledger/forensics'
import { foundOrganisation, hire } from '../people/cast'

const at = new Date('2026-03-02T10:00:00Z')
const who = (id: string, ...roles: Role[]) => ({ id, roles })
const ada = who('ada', 'executive')
const ben = who('ben', 'executive')
const hr = who('hr', 'hr')
const council = who('council', 'worksCouncil')
const agent = who('agent', 'agent')

beforeAll(async () => {
  await foundOrganisation()
  for (const { id, roles } of [ada, ben, hr, council, agent]) await hire(`${id}@v.nl`, roles)
})

const markOf = async (id: string) => (await findDraft(id)).mark
const shownTo = async (reader: typeof ada, id: string) =>
  (await examShown(reader)).flatMap(({ answers }) => answers).find(({ questionId }) => questionId === id)
const problems = async () => (await verify(await exportLog(), { now: at.getTime() / 1000 })).problems

test('two people draft one answer, and neither writes over what the other wrote meanwhile', async () => {
  const seen = await markOf('trust.1')
  expect(await recordDraft('trust.1', { body: 'van Ada', seen }, ada)).toMatchObject({ ok: true })
  expect(await recordDraft('trust.1', { body: 'van Ben', seen }, ben)).toMatchObject({ because: 'changedMeanwhile' })
  expect(await findDraft('trust.1')).toMatchObject({ body: 'van Ada', isPublished: false })
  expect(await recordDraft('trust.1', { body: 'van beiden', seen: await markOf('trust.1') }, ben)).toMatchObject({
    ok: true,
  })
  expect((await findDraft('trust.1')).body).toBe('van beiden')
})

test('a draft is told to its side only, and its words to nobody else', async () => {
  expect(await shownTo(ada, 'trust.1')).toEqual({ questionId: 'trust.1', hasDraft: true })
  for (const other of [hr, council, agent])
    expect(await shownTo(other, 'trust.1')).toEqual({ questionId: 'trust.1', hasDraft: false })
  expect(JSON.stringify(await examShown(agent))).not.toContain('van beiden')
})

test('a published answer is read by everybody, stands in the ledger, and never changes again', async () => {
  const seen = await markOf('trust.1')
  const body = 'Wij braken er één.'
  expect(await recordAnswer('trust.1', { body: '', seen }, ada, at)).toMatchObject({ because: 'nothingWritten' })
  const published = await recordAnswer('trust.1', { body, seen }, ada, at)
  if (!published.ok) throw new Error(published.because)
  const [entry] = await db.select().from(ledgerEntries).orderBy(desc(ledgerEntries.seq)).limit(1)
  expect(JSON.parse(entry!.bytes)).toMatchObject({
    seq: published.value,
    type: 'exam.answered',
    data: { question: 'trust.1' },
    commit: { answer: expect.stringMatching(/^[0-9a-f]{64}$/) },
  })
  expect(entry!.bytes).not.toContain('braken')
  expect(await shownTo(agent, 'trust.1')).toMatchObject({
    published: { body, on: '2026-03-02', seq: published.value, isWhole: true },
  })
  for (const again of [
    await recordAnswer('trust.1', { body: 'anders', seen: await markOf('trust.1') }, ben, at),
    await recordDraft('trust.1', { body: 'anders', seen: await markOf('trust.1') }, ben),
  ])
    expect(again).toMatchObject({ because: 'alreadyPublished' })
  expect(await problems()).toEqual([])
})

test('nobody answers for another role, and no question that is not asked', async () => {
  const sent = { body: 'x', seen: await markOf('hr.1') }
  for (const other of [ada, council, agent])
    for (const tried of [await recordDraft('hr.1', sent, other), await recordAnswer('hr.1', sent, other, at)])
      expect(tried).toMatchObject({ because: 'notYourQuestion' })
  expect(await recordDraft('hr.9', sent, hr)).toMatchObject({ because: 'noSuchQuestion' })
  expect(await tablesWith('hr.1')).toEqual([])
})

test('a name in an answer can be erased: from the page, the ledger and the disk', async () => {
  const name = 'Merktekenjansen'
  const body = `Dat zei ${name}.`
  await recordAnswer('hr.2', { body, seen: await markOf('hr.2') }, hr, at)
  expect(await tablesWith(name)).toEqual(['exam_answers', 'ledger_openings'])
  const [words] = await wordsToChoose(name)
  expect(words).toMatchObject({ key: 'answer', place: { of: 'exam', id: 'hr.2', part: 'answer' } })
  const asked = await requestErasure({ seq: words!.seq, key: 'answer', reason: 'AVG artikel 17' }, hr, at)
  if (!asked.ok) throw new Error(asked.because)
  expect(await judgeErasure(asked.value.id, 'granted', council, at)).toMatchObject({ ok: true })
  expect([await tablesWith(name), filesWith(name)]).toEqual([[], []])
  expect(await shownTo(agent, 'hr.2')).toMatchObject({ published: { body: '' } })
  expect((await listErased()).map(one => one.id)).toContain('hr.2')
  expect(await problems()).toEqual([])
  expect((await db.select().from(ledgerOpenings)).map(one => one.text)).toContain('Wij braken er één.')
})

test('an answer that was changed behind the ledger, or put under another question, is told to be changed', async () => {
  const change = (id: string, to: Partial<typeof examAnswers.$inferInsert>) =>
    transact(tx => tx.update(examAnswers).set(to).where(eq(examAnswers.questionId, id)))
  const isWhole = async (id: string) => (await shownTo(agent, id))!.published!.isWhole
  const other = await recordAnswer('hr.3', { body: 'van HR', seen: await markOf('hr.3') }, hr, at)
  if (!other.ok) throw new Error(other.because)
  const [before] = await db.select().from(examAnswers).where(eq(examAnswers.questionId, 'trust.1'))
  expect([await isWhole('trust.1'), await isWhole('hr.3')], 'control').toEqual([true, true])
  await change('trust.1', { body: 'Wij braken er geen.' })
  expect(await isWhole('trust.1')).toBe(false)
  await change('trust.1', { body: 'van HR', seq: other.value })
  expect(await isWhole('trust.1')).toBe(false)
  await change('trust.1', before!)
  expect(await isWhole('trust.1')).toBe(true)
})

test('control: a ledger in which a question is answered twice is found wrong', async () => {
  await transact(tx => append(tx, examAnswered('trust.1', 'iets anders'), at))
  expect((await problems()).map(({ code }) => code)).toEqual(['reference'])
})
