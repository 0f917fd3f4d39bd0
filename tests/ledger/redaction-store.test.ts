import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { compact, db, engine, ledgerEntries, promiseEvents, promises, publishedResponses, rounds, transact } from '#db'
import { blankWords, findWords } from '~/ledger/erasures/erasing.server'
import {
  finishErasures,
  judgeErasure,
  listErased,
  listErasures,
  requestErasure,
} from '~/ledger/erasures/redacting.server'
import { exportLog } from '~/ledger/served.server'
import { append, redact } from '~/ledger/store.server'
import type { Role } from '~/people/rules'
import { recordAmendment, recordMove, recordPromise } from '~/promises/store.server'
import type { PromiseSaid } from '~/promises/words'
import { verify } from '../../app/ledger/verify.mjs'
import { foundOrganisation, hire } from '../people/cast'
import { filesWith, tablesWith } from './forensics'

const at = new Date('2026-03-02T10:00:00Z')
const who = (id: string, ...roles: Role[]) => ({ id, roles })
const hr = who('hr', 'hr')
const council = who('council', 'worksCouncil')
const director = who('director', 'executive')

const said: PromiseSaid = {
  text: 'Niemand verliest werk.',
  why: 'Omdat jullie dat vroegen.',
  ownerRole: 'executive',
  madeOn: '2026-03-02',
  dueOn: '2026-12-31',
  scope: 'Alle teams',
  exclusions: 'Wie zelf weggaat.',
  measure: '0 ontslagen.',
}

const hash = `sha256:${'a'.repeat(64)}`
const opened = { round: 'R-1', rules: 'K7c2.v1', manifest: hash, box_key: hash, units: [] }
const roundOpened = { type: 'round.opened' as const, data: opened }

let nth = 0
async function promised(over: Partial<PromiseSaid> = {}) {
  const decision = await recordPromise({ ...said, text: `Belofte ${++nth}`, ...over }, director, at)
  if (!decision.ok) throw new Error(decision.because)
  return decision.value.id
}

/** Returns the words of the last entry of a kind about a promise or a round. */
async function lastOf(type: string, key: string, about: string) {
  const rows = await db.select().from(ledgerEntries).orderBy(ledgerEntries.seq)
  const entries = rows.map(row => JSON.parse(row.bytes))
  const entry = entries.filter(one => one.type === type && (one.data.id ?? one.data.round) === about).at(-1)
  return { seq: entry.seq as number, key }
}

async function erased(words: { seq: number; key: string }, reason = 'AVG artikel 17') {
  const asked = await requestErasure({ ...words, reason }, hr, at)
  if (!asked.ok) throw new Error(asked.because)
  const judged = await judgeErasure(asked.value.id, 'granted', council, at)
  if (!judged.ok) throw new Error(judged.because)
}

const problems = async () => (await verify(await exportLog(), { now: at.getTime() / 1000 })).problems

beforeAll(async () => {
  await foundOrganisation()
  await hire('hr@v.nl', ['hr'])
  await hire('council@v.nl', ['worksCouncil'])
  await hire('both@v.nl', ['hr', 'worksCouncil'])
})

test.each(['text', 'why', 'scope', 'exclusions', 'measure', 'place'] as const)(
  'the first words of a promise leave the ledger, the app and the disk: %s',
  async part => {
    const marker = `merkteken-eerste-${part}`
    const id = await promised({ [part]: `Hier staat ${marker} erin` })
    expect(await tablesWith(marker)).toEqual(['ledger_openings', 'promises'])
    await erased(await lastOf('promise.made', part, id))
    expect([await tablesWith(marker), filesWith(marker)]).toEqual([[], []])
    expect(JSON.stringify(await exportLog())).not.toContain(marker)
    expect(await problems()).toEqual([])
  },
)

test('what an amendment and a step said is erased there, and only there', async () => {
  const id = await promised()
  const words = { ...said, text: `Belofte ${nth}`, scope: 'merkteken-scope', measure: 'Elk kwartaal geteld.' }
  await recordAmendment(id, { seen: 1, words, reason: 'merkteken-reden' }, director, at)
  await recordMove(id, { move: 'begin', seen: 2, note: 'merkteken-stap' }, director, at)
  await recordMove(id, { move: 'claimKept', seen: 3, note: 'blijft staan' }, director, at)
  await erased(await lastOf('promise.amended', 'scope', id))
  await erased(await lastOf('promise.amended', 'reason', id))
  const step = await lastOf('promise.status', 'note', id)
  await erased({ ...step, seq: step.seq - 1 })
  expect([await tablesWith('merkteken-'), filesWith('merkteken-scope')]).toEqual([[], []])
  const events = await db
    .select()
    .from(promiseEvents)
    .where(eq(promiseEvents.promiseId, id))
    .orderBy(promiseEvents.version)
  expect(events.map(event => event.note)).toEqual(['', '', '', 'blijft staan'])
  expect(JSON.parse(events[1]!.changed!)).toEqual({ scope: '', measure: 'Elk kwartaal geteld.' })
  const [first] = await db.select().from(promises).where(eq(promises.id, id))
  expect(first!.scope).toBe(said.scope)
  const places = (await listErased()).filter(one => one.id === id).map(one => `${one.version} ${one.part}`)
  expect(places.sort()).toEqual(['2 note', '2 scope', '3 note'])
  expect(await problems()).toEqual([])
})

test('words of a published response are erased in their own part', async () => {
  await transact(async tx => {
    const days = { issuingFrom: said.madeOn, opensOn: said.madeOn, closesOn: said.madeOn }
    await tx.insert(rounds).values({ id: 'R-1', number: 1, state: 'published', withPilotItem: false, ...days })
    const response = { heard: 'merkteken-gehoord', willDo: 'Dit doen we', willNotDo: 'Dit niet' }
    await append(tx, roundOpened, at)
    await tx.insert(publishedResponses).values({ roundId: 'R-1', ...response, publishedAt: at })
    const { heard, willDo: will_do, willNotDo: will_not_do } = response
    await append(tx, { type: 'response.published', data: { round: 'R-1' }, words: { heard, will_do, will_not_do } }, at)
  })
  await erased(await lastOf('response.published', 'heard', 'R-1'))
  expect([await tablesWith('merkteken-gehoord'), filesWith('merkteken-gehoord')]).toEqual([[], []])
  const [row] = await db.select().from(publishedResponses)
  expect(row).toMatchObject({ heard: '', willDo: 'Dit doen we', willNotDo: 'Dit niet' })
})

test('control: erased in the ledger only, the same search finds the words in the app and on the disk', async () => {
  const marker = 'merkteken-blijft-achter'
  const id = await promised({ why: marker })
  const words = await lastOf('promise.made', 'why', id)
  await transact(tx => redact(tx, { ...words, reason: 'AVG artikel 17' }, at))
  await compact()
  expect(await tablesWith(marker)).toEqual(['promises'])
  if (engine === 'sqlite') expect(filesWith(marker)).toEqual(['app.db'])
})

test('when the app keeps other words than the ledger, nothing is erased rather than half of it', async () => {
  const id = await promised({ why: 'merkteken-half' })
  const words = await lastOf('promise.made', 'why', id)
  await transact(async tx => void (await tx.update(promises).set({ why: '' }).where(eq(promises.id, id))))
  await expect(erased(words)).rejects.toThrow('other words')
  expect(await findWords(words)).toMatchObject({ text: 'merkteken-half' })
  expect((await listErasures()).find(one => one.seq === words.seq)).toMatchObject({ state: 'requested' })
})

test('a request is asked once and decided once, also by ten at the same time, and never by who asked', async () => {
  const id = await promised({ why: 'tien tegelijk' })
  const words = await lastOf('promise.made', 'why', id)
  const asked = await Promise.all(Array.from({ length: 10 }, () => requestErasure({ ...words, reason: 'AVG' }, hr, at)))
  expect(asked.filter(one => one.ok)).toHaveLength(1)
  const request = (await listErasures()).find(one => one.seq === words.seq)!
  expect(await judgeErasure(request.id, 'granted', hr, at)).toMatchObject({ because: 'notYoursToDecide' })
  const judged = await Promise.all(Array.from({ length: 10 }, () => judgeErasure(request.id, 'granted', council, at)))
  expect(judged.filter(one => one.ok)).toHaveLength(1)
  const log = (await exportLog()).log.split('\n').filter(line => line.includes(`"seq":${words.seq}},`))
  expect(log.filter(line => line.includes('"type":"redaction"'))).toHaveLength(1)
  expect(await requestErasure({ ...words, reason: 'AVG' }, hr, at)).toMatchObject({ because: 'alreadyGone' })
})

test('a refused request changes nothing; whoever has both roles cannot do both', async () => {
  const both = who('both', 'hr', 'worksCouncil')
  const id = await promised({ why: 'blijft wel staan' })
  const words = await lastOf('promise.made', 'why', id)
  const asked = await requestErasure({ ...words, reason: 'AVG' }, both, at)
  const request = asked.ok ? asked.value.id : ''
  expect(await judgeErasure(request, 'granted', both, at)).toMatchObject({ because: 'ownRequest' })
  expect(await judgeErasure(request, 'refused', council, at)).toMatchObject({ ok: true })
  expect(await judgeErasure(request, 'granted', council, at)).toMatchObject({ because: 'alreadyDecided' })
  expect(await tablesWith('blijft wel staan')).toEqual(['ledger_openings', 'promises'])
  expect(await judgeErasure('unknown', 'granted', council, at)).toMatchObject({ because: 'noSuchRequest' })
})

test('a fall between the decision and the cleaning of the disk is made good at the next start', async () => {
  const id = await promised({ why: 'merkteken-vlak-voor-de-val' })
  const words = (await findWords(await lastOf('promise.made', 'why', id)))!
  await transact(async tx => {
    await blankWords(tx, words)
    await redact(tx, { seq: words.seq, key: words.key, reason: 'AVG' }, at)
  })
  if (engine === 'sqlite') expect(filesWith('merkteken-vlak')).not.toEqual([])
  await finishErasures(new Date(at.getTime() + 31 * 86_400_000))
  if (engine === 'sqlite') expect(filesWith('merkteken-vlak'), 'control: long ago').not.toEqual([])
  await finishErasures(new Date(at.getTime() + 20 * 86_400_000))
  expect([filesWith('merkteken-vlak'), await problems()]).toEqual([[], []])
})
