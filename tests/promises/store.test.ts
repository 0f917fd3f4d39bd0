import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { db, ledgerEntries, promiseEvents, promises, publishedResponses, rounds, transact } from '#db'
import { recordEvidence } from '~/promises/evidence/store.server'
import { findPromise, listPromises } from '~/promises/reading.server'
import { keptShare } from '~/promises/share'
import { recordAmendment, recordMove, recordPromise } from '~/promises/store.server'
import type { PromiseSaid } from '~/promises/words'
import { foundOrganisation } from '../people/cast'

const director = { roles: ['executive' as const] }
const council = { roles: ['worksCouncil' as const] }
const at = new Date('2026-03-02T10:00:00Z')
const today = '2026-03-02'

const said: PromiseSaid = {
  text: 'Niemand verliest in 2026 werk door AI.',
  why: 'Omdat jullie dat vroegen.',
  ownerRole: 'executive',
  madeOn: today,
  dueOn: '2026-12-31',
  scope: 'Alle teams',
  exclusions: 'Wie zelf weggaat, wordt misschien niet vervangen.',
  measure: '0 ontslagen door AI, elke maand geteld.',
}

let nth = 0
/** Publishes a promise in words of its own. */
async function promised(over: Partial<PromiseSaid> = {}) {
  const decision = await recordPromise({ ...said, text: `Belofte ${++nth}`, ...over }, director, at)
  if (!decision.ok) throw new Error(decision.because)
  return decision.value.id
}
const claim = (seen: number, note = 'Alle teams zijn gedaan.') => ({ move: 'claimKept' as const, seen, note })
const lines = async () => (await db.select().from(ledgerEntries).orderBy(ledgerEntries.seq)).map(row => row.bytes)
const typesOf = async (id: string) =>
  (await lines()).map(line => JSON.parse(line)).flatMap(({ type, data }) => (data.id === id ? type : []))

beforeAll(foundOrganisation)

test('a promise goes from first words to a verdict, and every step stands in the ledger', async () => {
  const id = await promised()
  const words = { ...(await findPromise(id, today))!.now, measure: '0 ontslagen, elk kwartaal geteld.' }
  const reason = 'Per maand was te veel werk.'
  expect(await recordAmendment(id, { seen: 1, words, reason }, director, at)).toMatchObject({ ok: true })
  expect(await recordEvidence(id, { note: '0 ontslagen op 1 maart' }, council, at)).toMatchObject({ ok: true })
  expect(await recordMove(id, claim(3), director, at)).toMatchObject({ value: { status: 'claimedKept' } })
  const confirm = { move: 'confirm' as const, seen: 4, note: '' }
  expect(await recordMove(id, confirm, director, at)).toMatchObject({ because: 'notOverOwnPromise' })
  expect(await recordMove(id, confirm, council, at)).toMatchObject({ value: { status: 'kept' } })
  const promise = (await findPromise(id, today))!
  expect([promise.first.measure, promise.now.measure]).toEqual([said.measure, words.measure])
  expect(promise.events.map(event => event.kind)).toEqual(['made', 'amended', 'evidence', 'moved', 'moved'])
  expect(await typesOf(id)).toEqual([
    'promise.made',
    'promise.amended',
    'promise.evidence',
    'promise.status',
    'promise.closed',
  ])
  expect((await lines()).join()).not.toContain(said.text)
})

test('a promise in the very same words is one promise: a button pressed twice does no harm', async () => {
  const answers = await Promise.all([1, 2, 3].map(() => recordPromise(said, director, at)))
  expect(new Set(answers.map(answer => answer.ok && answer.value.id)).size).toBe(1)
})

test('of many who act at once on the same version one wins, and the others are told that something changed', async () => {
  const id = await promised()
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, one) => recordMove(id, claim(1, `Lezing ${one}`), director, at)),
  )
  expect(answers.filter(answer => answer.ok)).toHaveLength(1)
  expect(answers.filter(answer => !answer.ok && answer.because === 'changedMeanwhile')).toHaveLength(19)
  expect((await findPromise(id, today))!.events).toHaveLength(2)
  expect(await typesOf(id)).toEqual(['promise.made', 'promise.status'])
})

test('what is refused leaves no trace: not in the register, not in the ledger', async () => {
  const id = await promised()
  const [before, promise] = [await lines(), await findPromise(id, today)]
  const words = promise!.now
  const refusals = [
    await recordMove(id, { move: 'confirm', seen: 1, note: '' }, council, at),
    await recordAmendment(id, { seen: 1, words, reason: 'Zomaar' }, director, at),
    await recordAmendment(id, { seen: 1, words: { ...words, text: 'Anders' }, reason: 'Zomaar' }, council, at),
    await recordEvidence(id, { note: 'Ik zag het.' }, { roles: ['agent'] }, at),
    await recordMove('P-999', claim(1), director, at),
    await recordMove(id, { move: 'withdraw', seen: 1, note: 'Kan niet.', successorId: 'P-999' }, director, at),
    await recordPromise({ ...said, text: 'Uit een ronde', roundId: 'R9' }, director, at),
  ]
  expect(refusals.map(answer => !answer.ok && answer.because)).toEqual([
    'notAStepForward',
    'nothingChanged',
    'notYourDeed',
    'notYourDeed',
    'noSuchPromise',
    'noSuchPromise',
    'noSuchResponse',
  ])
  expect(await lines()).toEqual(before)
  expect(await findPromise(id, today)).toEqual(promise)
})

test('a change that cannot be entered in the ledger does not happen', async () => {
  const promise = recordPromise({ ...said, text: 'Te veel', dueOn: '2026-13-45' }, director, at)
  await expect(promise).rejects.toThrow()
  expect((await listPromises(today)).some(({ first }) => first.text === 'Te veel')).toBe(false)
})

describe('a withdrawal', () => {
  const withdraw = { move: 'withdraw' as const, seen: 1, note: 'De leverancier is failliet.' }

  test('counts as not kept until the council agrees', async () => {
    const id = await promised()
    const withdrawn = async () => keptShare(await listPromises(today), today).withdrawn
    const before = await withdrawn()
    await recordMove(id, withdraw, director, at)
    expect(await withdrawn()).toBe(before + 1)
    await recordMove(id, { move: 'agreeToWithdraw', seen: 2, note: '' }, council, at)
    expect(await withdrawn()).toBe(before)
  })

  test('for another promise is called superseded once the council agrees', async () => {
    const [id, successorId] = [await promised(), await promised()]
    await recordMove(id, { ...withdraw, successorId }, director, at)
    await recordMove(id, { move: 'agreeToWithdraw', seen: 2, note: '' }, council, at)
    expect(await findPromise(id, today)).toMatchObject({ status: 'superseded', successorId, withdrawalAgreed: true })
  })
})

test('a promise can come from a published response, and shows which', async () => {
  const days = { issuingFrom: today, opensOn: today, closesOn: today }
  await transact(async tx => {
    await tx.insert(rounds).values({ id: 'R1', number: 1, state: 'published', withPilotItem: false, ...days })
    const response = { roundId: 'R1', heard: 'a', willDo: 'b', willNotDo: 'c', publishedAt: at }
    await tx.insert(publishedResponses).values(response)
  })
  const id = await promised({ roundId: 'R1', madeOn: '2026-02-01' })
  expect(await findPromise(id, today)).toMatchObject({ round: { id: 'R1', number: 1 }, enteredLater: true })
})

test('the database itself refuses to change first words or what has happened', async () => {
  const id = await promised()
  const polish = (work: () => Promise<unknown>) => expect(work()).rejects.toThrow()
  await polish(() => transact(tx => tx.update(promises).set({ text: 'Mooier' }).where(eq(promises.id, id))))
  await polish(() => transact(tx => tx.update(promiseEvents).set({ note: 'Mooier' })))
  await polish(() => transact(tx => tx.delete(promiseEvents).where(eq(promiseEvents.promiseId, id))))
  await polish(() => transact(tx => tx.delete(promises).where(eq(promises.id, id))))
  const erased = transact(tx => tx.update(promises).set({ text: '' }).where(eq(promises.id, id)))
  await expect(erased, 'words may be erased, never replaced').resolves.toBeDefined()
})
