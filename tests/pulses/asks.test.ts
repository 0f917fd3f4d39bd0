import { expect, test } from 'vitest'
import type { Role } from '~/people/rules'
import { asksOf, beforeNews } from '~/pulses/asks'
import type { RoundState } from '~/pulses/rules'

const round = (number: number, state: RoundState, hasResponse = false) => ({
  id: `R${number}`,
  number,
  state,
  hasResponse,
  issuingFrom: '2026-11-23',
  opensOn: '2026-11-26',
  closesOn: '2026-12-04',
})
type Rounds = ReturnType<typeof round>[]
const kinds = (rounds: Rounds, roles: Role[] = ['agent'], onRosterOf = ['R2', 'R3']) =>
  asksOf({ roles }, rounds, new Set(onRosterOf)).map(ask => ask.kind)

const year = [round(3, 'issuing'), round(2, 'open'), round(1, 'published', true)]

test('who is on the roster is asked to answer, told of the next round, and shown the last result', () => {
  expect(kinds(year)).toEqual(['tokenReady', 'tokenDrawing', 'newResult'])
  expect(asksOf({ roles: [] }, year, new Set(['R2']))[0]).toMatchObject({
    ballotPath: '/ballot/R2',
    closesOn: '2026-12-04',
  })
})

test('who came after the roster was frozen is not asked to answer', () => {
  expect(kinds(year, ['agent'], [])).toEqual(['newResult'])
})

test('only those who answer for the organisation are reminded of the answer they owe', () => {
  const owed = [round(2, 'issuing'), round(1, 'published')]
  expect(kinds(owed, ['executive'])).toEqual(['responseMissing', 'tokenDrawing', 'newResult'])
  expect(kinds(owed, ['worksCouncil'])).not.toContain('responseMissing')
})

test('only those who run rounds see a draft, and nobody sees more than three things', () => {
  const drafts = [round(4, 'draft'), round(3, 'draft')]
  expect(kinds(drafts, ['hr'])).toEqual(['roundDraft', 'roundDraft'])
  expect(kinds(drafts)).toEqual([])
  expect(kinds([...drafts, ...year.slice(1)], ['hr'])).toHaveLength(3)
})

test('what matters more than news comes before it, and takes the place of no token', () => {
  const lists = { kind: 'lists' as const }
  const asked = (rounds: Rounds) => beforeNews(asksOf({ roles: [] }, rounds, new Set(['R2', 'R3'])), [lists])
  expect(asked(year).map(({ kind }) => kind)).toEqual(['tokenReady', 'tokenDrawing', 'lists'])
  expect(asked([]).map(({ kind }) => kind)).toEqual(['lists'])
})
