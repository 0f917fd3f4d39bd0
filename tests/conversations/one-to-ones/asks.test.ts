import { expect, test } from 'vitest'
import { landingOf } from '~/conversations/landing'
import { talkAsksOf } from '~/conversations/one-to-ones/asks'
import { groupOf, inGroups, mostInGroup, recordStandingOf, type TalkShown } from '~/conversations/one-to-ones/shown'

const talk = (id: string, part: Partial<TalkShown>): TalkShown => ({
  ...{ id, party: 'employee', name: id, hasLeft: false, state: 'invited', invitedBy: 'lead', invitedOn: '2026-03-02' },
  ...{ until: '2026-03-16', planned: null, heldOn: null, endedOn: null, record: 'none', moves: [] },
  ...part,
})
const kinds = (talks: TalkShown[]) => talkAsksOf(talks).map(({ kind, oneToOne }) => `${kind} ${oneToOne.id}`)

test('an employee is asked by name for an answer, a lead without; what was declined or asked by oneself asks nothing', () => {
  expect(kinds([talk('a', {})])).toEqual(['talkInvited a'])
  expect(kinds([talk('a', { party: 'lead', invitedBy: 'employee' })])).toEqual(['talkAsked a'])
  expect(kinds([talk('a', { state: 'declined' }), talk('b', { invitedBy: 'employee' })])).toEqual([])
  expect(kinds([talk('a', { party: 'lead' })]), 'a lead waits without being reminded').toEqual([])
})

test('several of one kind are one ask, the first to lapse first', () => {
  const asks = talkAsksOf([talk('later', { until: '2026-03-20' }), talk('sooner', {})])
  expect(asks).toMatchObject([{ oneToOne: { id: 'sooner' }, others: 1 }])
})

test('a record waits for the lead first and for the employee last', () => {
  const held = (party: 'lead' | 'employee', record: TalkShown['record']) => [
    talk('a', { state: 'held', party, record }),
  ]
  for (const record of ['draft', 'newVersion'] as const) {
    expect(kinds(held('lead', record))).toEqual(['talkToAgree a'])
    expect(kinds(held('employee', record))).toEqual([])
  }
  expect([kinds(held('employee', 'lastWord')), kinds(held('lead', 'lastWord'))]).toEqual([['talkToAgree a'], []])
  expect([...kinds(held('lead', 'none')), ...kinds(held('lead', 'agreed'))]).toEqual([])
})

test('how far a record is follows from its versions', () => {
  const [agreed, lead] = [
    { leadAgreedOn: 'd', employeeAgreedOn: 'd' },
    { leadAgreedOn: 'd', employeeAgreedOn: null },
  ]
  const none = { leadAgreedOn: null, employeeAgreedOn: null }
  const standing = (...versions: (typeof agreed | typeof lead | typeof none)[]) =>
    recordStandingOf(versions.map((one, place) => ({ version: place + 1, ...one })))
  expect([standing(), standing(none), standing(lead), standing(agreed)]).toEqual([
    'none',
    'draft',
    'lastWord',
    'agreed',
  ])
  expect([standing(agreed, none), standing(agreed, lead)]).toEqual(['newVersion', 'lastWord'])
})

test('the list has its parts in order, planned talks by time, and never more than one can scroll through', () => {
  const planned = (id: string, time: string) => talk(id, { state: 'planned', planned: { day: '2026-03-05', time } })
  const many = Array.from({ length: mostInGroup + 2 }, (_, nth) => talk(`t${nth}`, { state: 'held', heldOn: 'd' }))
  const shown = inGroups([...many, planned('late', '15:00'), planned('early', '09:00'), talk('x', {})])
  expect(shown.map(({ group }) => group)).toEqual(['toAnswer', 'planned', 'held'])
  expect(shown[1]!.talks.map(({ id }) => id)).toEqual(['early', 'late'])
  expect(shown[2]).toMatchObject({ all: mostInGroup + 2, talks: { length: mostInGroup } })
  expect(groupOf({ state: 'expired', party: 'lead', invitedBy: 'lead' })).toBe('ended')
})

test('each role finds its own ways on; only who keeps the machine reads no figures', () => {
  const placesFor = (...roles: Parameters<typeof landingOf>[0]['roles']) =>
    landingOf({ roles }).flatMap(({ places }) => places)
  expect(placesFor('teamLead')).toContain('sheet')
  expect(placesFor('agent')).not.toContain('sheet')
  expect(placesFor('agent')).toEqual(expect.arrayContaining(['oneToOnes', 'guides', 'plan', 'key', 'figures']))
  expect(placesFor('platformAdmin')).not.toContain('figures')
  expect(placesFor('platformAdmin', 'agent')).toContain('figures')
})
