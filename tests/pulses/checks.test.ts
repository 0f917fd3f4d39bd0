import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { db, issuances, ledgerEntries, personRoles, rosterConfirmations, rounds, transact, unitMembers } from '#db'
import { isOnList } from '~/pulses/checks/membership'
import { impossibleCounts } from '~/pulses/checks/rules'
import { membershipProof, ownStandings } from '~/pulses/checks/store.server'
import { closeAndCount } from '~/pulses/closing.server'
import { findResults } from '~/pulses/results/store.server'
import { roundInFull } from '~/pulses/rounds/store.server'
import * as checks from '~/routes/app.checks'
import * as membership from '~/routes/app.pulse.$round.membership'
import * as roster from '~/routes/app.rounds.$roundId.roster'
import { answerOf, asPersonIn, formPost } from '../people/cast'
import { castAll, drawToken, foundHouse, issuingRound, manifestFor, openedRound } from './round-trip'

let roundId = ''

beforeAll(async () => {
  await foundHouse({ A: 9, B: 9 })
  await transact(async tx => {
    await tx.insert(personRoles).values({ personId: 'B1', role: 'worksCouncil' })
    await tx.insert(personRoles).values({ personId: 'B2', role: 'platformAdmin' })
  })
  roundId = await issuingRound()
})

type Door = { loader: unknown; action?: unknown }
const enter = async (door: Door, personId: string, init?: RequestInit) =>
  answerOf(async () => {
    const request = await asPersonIn(personId, '/app/checks', init)
    const deed = (init ? door.action : door.loader) as (args: unknown) => Promise<unknown>
    return deed({ request, params: { roundId, round: roundId }, context: {} })
  })

describe('counts that cannot be', () => {
  const cell = { cellId: 'U1', unitIds: ['U1'], roster: 9, issued: 8, ballots: 7 }

  test('fewer ballots than tokens and fewer tokens than people are as it should be', () => {
    expect(impossibleCounts({ cells: [cell, { ...cell, issued: 9, ballots: 9 }] })).toEqual([])
  })

  test('control: one ballot or one token too many is named, in the group where it happened', () => {
    const tooManyBallots = { ...cell, cellId: 'U2', ballots: 9 }
    const tooManyTokens = { ...cell, cellId: 'U3', issued: 10 }
    expect(
      impossibleCounts({ cells: [cell, tooManyBallots, tooManyTokens] }).map(({ cellId, fault }) => [cellId, fault]),
    ).toEqual([
      ['U2', 'moreBallotsThanIssued'],
      ['U3', 'moreIssuedThanPeople'],
    ])
  })

  test('control: a check of the sum alone would miss one that another group makes up for', () => {
    const cells = [
      { ...cell, ballots: 9 },
      { ...cell, cellId: 'U2', ballots: 6 },
    ]
    const sum = (part: 'ballots' | 'issued') => cells.reduce((total, one) => total + one[part], 0)
    expect(sum('ballots') <= sum('issued')).toBe(true)
    expect(impossibleCounts({ cells })).toHaveLength(1)
  })
})

describe('what was handed out in somebody’s name', () => {
  test('is told to that person, and to nobody else', async () => {
    await drawToken('A1', roundId, 'U1')
    await transact(tx => tx.insert(issuances).values({ roundId, personId: 'A2', blindedSha256: 'slip' }))
    const told = async (personId: string) => (await ownStandings(personId)).map(({ handedOut }) => handedOut)
    expect(await told('A1')).toEqual(['token'])
    expect(await told('A2')).toEqual(['slip'])
    expect(await told('A3')).toEqual(['nothing'])
    expect(await told('nobody')).toEqual([])
  })

  test('no role and no address shows that of a colleague', async () => {
    for (const reader of ['B1', 'B2', 'A3']) {
      const page = (await enter(checks, reader)) as { standings: { handedOut: string }[] }
      expect(page.standings.map(({ handedOut }) => handedOut)).toEqual(['nothing'])
      expect(JSON.stringify(page)).not.toMatch(/"A1|"A2|"handedOut":"(token|slip)"/)
    }
    const lists = JSON.stringify(await enter(roster, 'B1'))
    expect(lists).toContain('A1 Test')
    expect(lists).not.toMatch(/token|slip|blinded|issued/)
  })

  test('control: a page that listed all issuances would be caught', async () => {
    const careless = JSON.stringify(await db.select().from(issuances))
    expect(careless).toMatch(/"A1|"A2/)
  })
})

describe('the lists', () => {
  test('hold everybody under the root in the manifest, as their own browser finds', async () => {
    const manifest = await manifestFor(roundId)
    for (const { personId } of await db.select().from(unitMembers).where(eq(unitMembers.roundId, roundId)))
      expect(await isOnList((await membershipProof(personId, roundId))!, manifest)).toBe(true)
    expect(await membershipProof('nobody', roundId)).toBeUndefined()
  })

  test('control: another person, salt, unit, place or round is not on the list', async () => {
    const manifest = await manifestFor(roundId)
    const proof = (await membershipProof('A1', roundId))!
    const salt = Buffer.alloc(32).toString('base64url')
    for (const change of [{ person: 'A2' }, { salt }, { unit: 'U2' }, { place: 1 }, { round: 'R9' }, { path: [] }])
      expect(await isOnList({ ...proof, ...change }, manifest), JSON.stringify(change)).toBe(false)
  })

  test('a proof goes to its own person only, whatever is asked', async () => {
    for (const person of ['A1', 'B2']) {
      const answer = (await enter(membership, person)) as Response
      expect(await answer.json()).toMatchObject({ person })
    }
  })

  test('are confirmed by the works council, once, and nobody else sees or confirms them', async () => {
    for (const other of ['A1', 'B2']) {
      expect(await enter(roster, other)).toMatchObject({ status: 403 })
      expect(await enter(roster, other, formPost({}))).toMatchObject({ status: 403 })
    }
    expect(await db.select().from(rosterConfirmations)).toEqual([])
    expect(await enter(roster, 'B1', formPost({}))).toMatchObject({ status: 302 })
    expect(await enter(roster, 'B1', formPost({}))).toMatchObject({ status: 302 })
    expect(await db.select().from(rosterConfirmations)).toHaveLength(1)
    const entries = (await db.select({ bytes: ledgerEntries.bytes }).from(ledgerEntries)).map(({ bytes }) => bytes)
    const approved = entries.filter(bytes => bytes.includes('"type":"roster.approved"'))
    expect(approved).toHaveLength(1)
    expect(approved[0]).not.toContain('B1')
  })
})

test('after the count nobody knows any more, and the result says that the lists were confirmed', async () => {
  await openedRound(roundId)
  const filled = [1, 2, 3, 4, 5, 6, 7, 8].map(nth => ({ person: `B${nth}`, unit: 'U2', answer: 4 }))
  await castAll(roundId, filled)
  await closeAndCount(roundId)
  expect(await ownStandings('A1')).toEqual([])
  expect(await membershipProof('A1', roundId)).toBeUndefined()
  expect(await findResults(roundId)).toMatchObject({
    impossible: [],
    proof: { listsConfirmedOn: expect.stringMatching(/^\d{4}-/) },
  })
  const lists = (await enter(roster, 'B1')) as { lists: { units: { names: string[] }[] } }
  expect(lists.lists.units.flatMap(({ names }) => names)).toEqual([])
  expect(await enter(roster, 'B1', formPost({}))).toMatchObject({
    data: { refused: 'listsGone' },
    init: { status: 409 },
  })
})

test('one ballot more than was handed out turns the result and the page of the round red', async () => {
  const [row] = await db.select({ totals: rounds.totals }).from(rounds).where(eq(rounds.id, roundId))
  const totals = JSON.parse(row!.totals!)
  const issued = totals.cells[0].ballots - 1
  const tampered = JSON.stringify({ ...totals, cells: [{ ...totals.cells[0], issued }, ...totals.cells.slice(1)] })
  await transact(tx => tx.update(rounds).set({ totals: tampered }).where(eq(rounds.id, roundId)))
  const found = [{ fault: 'moreBallotsThanIssued', issued, ballots: issued + 1 }]
  expect((await findResults(roundId))?.impossible).toMatchObject(found)
  expect((await roundInFull(roundId, 'nl', '2026-12-07'))?.impossible).toMatchObject(found)
})
