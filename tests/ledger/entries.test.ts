import { beforeAll, describe, expect, test } from 'vitest'
import { migrate, transact } from '#db'
import { translatorOn } from '~/language/catalogues.server'
import { events } from '~/ledger/entries'
import { entriesBefore } from '~/ledger/entries-page.server'
import { placeOf, type Speaking, sentenceOf } from '~/ledger/entry-words'
import { append } from '~/ledger/store.server'
import { languages } from '~/people/rules'
import * as page from '~/routes/ledger.entries'

const kinds = events.map(event => event.shape.type.value)
const hash = `sha256:${'a'.repeat(64)}`
const promised = { id: 'P-3', made_on: '2026-01-06', due: '2026-06-30', owner_role: 'hr', about: [] }

const step = { gate: 'G-1', version: 1 }

/** One event of every kind, and every variant that has a sentence of its own. */
const samples = [
  { type: 'log.opened', data: { name: 'voorbeeld.nl/ledger', key: 'k' } },
  { type: 'promise.made', data: { ...promised, entered_later: false } },
  { type: 'promise.made', data: { ...promised, entered_later: true } },
  { type: 'promise.amended', data: { id: 'P-3' } },
  { type: 'promise.amended', data: { id: 'P-3', due: '2026-07-31' } },
  ...(['underWay', 'claimedKept', 'claimedPartly', 'claimedBroken', 'disputed'] as const).map(status => ({
    type: 'promise.status' as const,
    data: { id: 'P-3', status },
  })),
  { type: 'promise.evidence', data: { id: 'P-3' } },
  { type: 'promise.evidence', data: { id: 'P-3', file: hash, bytes: 7 } },
  ...(['kept', 'partly', 'withdrawn', 'superseded'] as const).map(as => ({
    type: 'promise.closed' as const,
    data: { id: 'P-3', as, by: 'worksCouncil' as const },
  })),
  { type: 'promise.broken', data: { id: 'P-3', by: 'staff' } },
  { type: 'response.published', data: { round: 'R1' } },
  { type: 'round.opened', data: { round: 'R1', rules: 'K', manifest: hash, box_key: hash, units: [] } },
  { type: 'self_check.handed_in', data: { round: 'R1' } },
  { type: 'exam.answered', data: { question: 'trust.1' } },
  { type: 'roster.approved', data: { round: 'R1', manifest: hash } },
  { type: 'box_key.held', data: { round: 'R1', box_key: hash, key: 'k', by: 'worksCouncil' } },
  { type: 'tally.submitted', data: { round: 'R1', results: hash, receipts: hash, signature: 's' } },
  { type: 'round.closed', data: { round: 'R1' } },
  { type: 'round.void', data: { round: 'R1', reason: 'x' } },
  {
    type: 'results.published',
    data: { round: 'R1', results: hash, receipts: hash, totals: { roster: 1, rejected: 0 } },
  },
  { type: 'comments.released', data: { round: 'R1', blanked: 3 } },
  { type: 'workgroup.mandated', data: { group: 'W-1', version: 1, seats: 12, weekly_minutes: 480 } },
  { type: 'workgroup.mandated', data: { group: 'W-1', version: 2, seats: 12, weekly_minutes: 480 } },
  { type: 'draw.announced', data: { group: 'W-1', seats: 12, volunteers: 20 } },
  { type: 'draw.held', data: { group: 'W-1', announced: 9, seed: hash, chosen: [1, 4] } },
  ...(['grant', 'cut', 'commitment', 'expense', 'release', 'correction'] as const).map(kind => ({
    type: 'budget.booked' as const,
    data: { group: 'W-1', no: 1, kind, cents: 5, from: 'pool' as const, to: 'free' as const },
  })),
  {
    type: 'hours.reported',
    data: { group: 'W-1', week: '2026-W31', promised: 480, rostered: 480, used: 300, pulled_back: 60 },
  },
  {
    type: 'vote.opened',
    data: {
      group: 'W-1',
      proposal: 'V1',
      subject: 'plan',
      closes: '2026-06-30',
      quorum_pct: 67,
      majority_pct: 50,
      veto_pct: 33,
    },
  },
  ...(['adopted', 'rejected', 'lapsed'] as const).map(outcome => ({
    type: 'vote.closed' as const,
    data: { proposal: 'V1', outcome, consent: 5, aside: 1, object: 2 },
  })),
  { type: 'plan.presented', data: { group: 'W-1', proposal: 'V1', held_on: '2026-06-30', audience: 40 } },
  { type: 'plan.handed', data: { group: 'W-1', proposal: 'V1' } },
  ...(['listen', 'prototype', 'scale'] as const).map(phase => ({
    type: 'phase.entered' as const,
    data: { use_case: 'U-1', phase },
  })),
  { type: 'phase.shown', data: { use_case: 'U-1', phase: 'listen', output: 'promises' } },
  { type: 'phase.shown', data: { use_case: 'U-1', phase: 'listen', output: 'promises', file: hash } },
  {
    type: 'gate.step',
    data: { ...step, group: 'W-1', use_case: 'U-1', kind: 'pilotStart', target_pct: 20, measuring_from: '2026-06-30' },
  },
  {
    type: 'gate.measured',
    data: { ...step, criterion: 1, from: '2026-06-30', until: '2026-07-06', milli: 900, volume: 50 },
  },
  { type: 'gate.judged', data: { ...step, good: true, failed: [], proposal: 'V1' } },
  { type: 'gate.judged', data: { ...step, good: false, failed: [2], proposal: 'V1' } },
  ...(['workgroup', 'formal'] as const).flatMap(holder =>
    [true, false].map(turned => ({ type: 'gate.key' as const, data: { ...step, holder, turned } })),
  ),
  { type: 'gate.moved', data: { gate: 'G-1', pct: 20, version: 1 } },
  { type: 'gate.moved', data: { gate: 'G-1', pct: 0 } },
  { type: 'veto.raised', data: { ...step, id: 'X-1', criterion: 1, proposal: 'V1', answer_due: '2026-06-30' } },
  ...(['answered', 'accepted', 'persuaded', 'escalated', 'overridden'] as const).map(to => ({
    type: 'veto.moved' as const,
    data: { id: 'X-1', to, by: 'group' as const },
  })),
  { type: 'client.released', data: { files: [{ name: 'a.js', hash }] } },
  { type: 'witness.added', data: { name: 'or/anna', key: 'k', of: 'worksCouncil' } },
  { type: 'witness.removed', data: { name: 'or/anna' } },
  { type: 'key.rotated', data: { key: 'k', signature: 's' } },
  { type: 'redaction', data: { seq: 4, key: 'text', reason: 'AVG' } },
] as const

const speaking = (t: Speaking['t']): Speaking => ({
  t,
  day: day => `<${day}>`,
  round: () => '7',
  money: cents => `€ ${cents}`,
  hours: minutes => `${minutes} min`,
})

/** Returns what is wrong with a sentence: it is a key, it has an empty place, or it is somebody else's. */
function faultOf(sentence: string, others: readonly string[]) {
  if (!/^[A-ZÉ].* .*\S$/s.test(sentence) || sentence.startsWith('ledger.')) return 'is no sentence'
  if (sentence.includes('{{')) return 'has an empty place'
  return others.filter(other => other === sentence).length > 1 ? 'says the same as another' : undefined
}

test('the samples hold every kind of event', () => {
  expect([...new Set(samples.map(sample => sample.type))].sort()).toEqual([...kinds].sort())
})

test.each(languages)('every event has its own sentence in %s', language => {
  const all = samples.map(sample => sentenceOf(sample as never, speaking(translatorOn(language))))
  expect(all.flatMap(sentence => faultOf(sentence, all) ?? [])).toEqual([])
  expect(all.filter(sentence => sentence.includes('P-3'))).toHaveLength(16)
})

test('control: a language without words is found', () => {
  const mute = ((key: string) => key) as never
  const all = samples.map(sample => sentenceOf(sample as never, speaking(mute)))
  expect(all.every(sentence => faultOf(sentence, all) === 'is no sentence')).toBe(true)
  expect(faultOf('Belofte {{id}} gedaan.', [])).toBe('has an empty place')
  expect(faultOf('Ronde 7 gesloten.', ['Ronde 7 gesloten.', 'Ronde 7 gesloten.'])).toBe('says the same as another')
})

test('a promise, a draw, a result and an answer of the self-exam have a page of their own', () => {
  expect(placeOf(samples[1] as never)).toBe('/promises/P-3')
  expect(samples.filter(sample => placeOf(sample as never)).length).toBe(20)
})

describe('paging', () => {
  beforeAll(async () => {
    await migrate()
    for (let round = 1; round <= 60; round++)
      await transact(tx => append(tx, { type: 'round.closed', data: { round: `R${round}` } }, new Date()))
  })
  const open = async (query: string) =>
    (await page.loader({ request: new Request(`http://localhost/ledger/entries${query}`) } as never)).entries

  test('goes back to the first entry, each entry once', async () => {
    const newest = await open('')
    expect([newest.length, newest[0]!.seq]).toEqual([50, 60])
    const older = await open(`?before=${newest.at(-1)!.seq}`)
    expect([...newest, ...older].map(entry => entry.seq)).toEqual(Array.from({ length: 61 }, (_, at) => 60 - at))
    expect(await open('?before=0')).toEqual([])
    expect((await open('?before=x')).length).toBe(50)
    expect((await entriesBefore(undefined, 61)).hasOlder).toBe(false)
  })
})
