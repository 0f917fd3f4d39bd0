import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { rounds, selfCheckAnswers, selfChecks, transact } from '#db'
import { exportLog, openingsText } from '~/ledger/served.server'
import { beginIssuing } from '~/pulses/opening.server'
import { findResults } from '~/pulses/results/store.server'
import { findMirror } from '~/readiness/mirror/store.server'
import { readinessAsks } from '~/readiness/overview.server'
import { findHandedIn, findSelfCheck } from '~/readiness/self-check/store.server'
import { saveLine } from '~/readiness/self-check/writing.server'
import * as door from '~/routes/app.readiness.self-check.$roundId'
import { verify } from '../../app/ledger/verify.mjs'
import { answerOf, asPersonIn, formPost } from '../people/cast'
import { answerRound, openedRound, plan } from '../pulses/round-trip'
import { allLines, at, draftedCheck, foundCheckHouse, handIn, publishedCheck, writeEverything } from './check-round'

let mirrored: string

beforeAll(async () => {
  await foundCheckHouse()
  mirrored = await draftedCheck('checkWithMirror')
})

const send = async (personId: string, values: Record<string, string>, roundId = mirrored) => {
  const request = await asPersonIn(personId, `/app/readiness/self-check/${roundId}`, formPost(values))
  return answerOf(() => door.action({ request, params: { roundId }, context: {} as never }))
}
const enter = async (personId: string, roundId = mirrored) => {
  const request = await asPersonIn(personId, `/app/readiness/self-check/${roundId}`)
  return answerOf(async () => door.loader({ request, params: { roundId }, context: {} as never }))
}
const soundness = async () => {
  const files = await exportLog()
  return (await verify(files, { now: at.getTime() / 1000 })).problems
}

describe('writing together', () => {
  test('many who save other lines at once lose nothing', async () => {
    const saved = await Promise.all(
      allLines.map(({ itemId }, nth) =>
        saveLine(mirrored, { itemId, seen: {}, mine: { answer: 3, expectation: 3 } }, { id: nth % 2 ? 'B1' : 'B3' }),
      ),
    )
    expect(saved.every(({ ok }) => ok)).toBe(true)
    const { written, changedBy } = (await findSelfCheck(mirrored))!
    expect(Object.keys(written)).toHaveLength(15)
    expect(written['trust.1']).toEqual({ answer: 3, expectation: 3 })
    expect(written.unheard, 'a barrier has no answer of management').toEqual({ expectation: 3 })
    expect(changedBy).toMatchObject({ 'trust.1': { answer: 'B3' }, 'trust.2': { answer: 'B1' } })
  })

  test('who clashes with somebody is told with whom, and may then write over it', async () => {
    const line = { step: 'save', item: 'trust.1', expectation: '3', seenAnswer: '3', seenExpectation: '3' }
    expect(await send('B1', { ...line, answer: '5' })).toMatchObject({ data: { tried: { kept: { answer: 5 } } } })
    expect(await send('B3', { ...line, answer: '2' })).toMatchObject({
      data: { tried: { clash: { stored: { answer: 5, expectation: 3 }, by: 'B1' }, mine: { answer: 2 } } },
      init: { status: 409 },
    })
    expect((await findSelfCheck(mirrored))!.written['trust.1']).toEqual({ answer: 5, expectation: 3 })
    expect(await send('B3', { ...line, answer: '2', seenAnswer: '5' })).toMatchObject({ data: { tried: { kept: {} } } })
  })

  test('nonsense is kept out', async () => {
    const answers: Record<string, string>[] = [
      { answer: '6' },
      { answer: 'x' },
      { expectation: '11' },
      { step: 'other' },
    ]
    for (const values of answers)
      expect(await send('B1', { step: 'save', item: 'trust.1', ...values })).toMatchObject({ init: { status: 422 } })
    expect(await send('B1', { step: 'save', item: 'made.up', answer: '3' })).toMatchObject({ status: 404 })
    expect(await enter('B1', 'R99')).toMatchObject({ status: 404 })
    expect(await enter('A1'), 'a team lead').toMatchObject({ status: 403 })
  })
})

describe('handing in', () => {
  const seen = async () => (await findSelfCheck(mirrored))!.text

  test('is for management only, and only of what was read', async () => {
    expect(await send('B3', { step: 'handIn', seen: await seen() }), 'HR writes, and does not speak').toMatchObject({
      status: 403,
    })
    const read = await seen()
    await send('B3', { step: 'save', item: 'time.1', answer: '1', seenAnswer: '3' })
    expect(await send('B1', { step: 'handIn', seen: read })).toMatchObject({
      data: { isPreview: true, refused: 'selfCheckChanged' },
      init: { status: 409 },
    })
    expect((await readinessAsks({ id: 'B1', roles: ['executive'] }))[0]).toMatchObject({ kind: 'selfCheck' })
  })

  test('happens once, also when two press at once; then nothing changes any more and nobody is asked again', async () => {
    const answers = await Promise.all(['B1', 'B4'].map(by => handIn(mirrored, by)))
    expect(answers.map(answer => (answer.ok ? 'ok' : answer.because)).sort()).toEqual(['ok', 'selfCheckHandedIn'])
    expect(await send('B1', { step: 'save', item: 'time.1', answer: '5' })).toMatchObject({
      data: { refused: 'selfCheckHandedIn' },
    })
    expect(await readinessAsks({ id: 'B1', roles: ['executive'] })).toEqual([])
  })

  test('stays sealed until the result, and is read with it', async () => {
    expect([await openingsText(), await soundness()]).toEqual(['{}', []])
    await publishedCheck(mirrored)
    expect(await openingsText()).toContain('\\"time.1\\":1')
    expect(await soundness()).toEqual([])
    const handedIn = (await findHandedIn(mirrored))!
    expect(handedIn).toMatchObject({
      seal: { day: '2026-11-23', isWhole: true, hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
    })
    const { results } = (await findResults(mirrored))!
    const mirror = (await findMirror(mirrored, results, { id: 'A3' }))!
    expect(mirror.rows.find(({ id }) => id === 'power.1')).toMatchObject({
      management: 'middle',
      staff: { count: [5, 11], n: 16 },
      gap: 'none',
      expected: { ofTen: 3, fit: 'within' },
    })
  })

  test('only the day of its entry in the ledger proves that it was before the opening; control: the table can say anything', async () => {
    const { results } = (await findResults(mirrored))!
    const proven = async () => (await findMirror(mirrored, results, { id: 'A3' }))!.handedIn
    await transact(tx => tx.update(selfChecks).set({ handedInOn: '2020-01-01' }))
    expect(await proven()).toMatchObject({ seal: { day: '2026-11-23' }, opensOn: plan.opensOn, isBeforeOpening: true })
    const opensOn = (day: string) =>
      transact(tx => tx.update(rounds).set({ opensOn: day }).where(eq(rounds.id, mirrored)))
    await opensOn('2026-11-23')
    expect(await proven(), 'on the very day').toMatchObject({ isBeforeOpening: false })
    await opensOn(plan.opensOn)
  })

  test('no gap is claimed where too few took part, nor of answers of an earlier round', async () => {
    const { results } = (await findResults(mirrored))!
    const gaps = async (change: Partial<typeof results>) => {
      const mirror = (await findMirror(mirrored, { ...results, ...change }, { id: 'A3' }))!
      return [...mirror.rows, ...mirror.barriers].filter(row => 'gap' in row || row.expected?.fit).length
    }
    expect(await gaps({}), 'control').toBe(15)
    expect([await gaps({ turnout: 'tooFew' }), await gaps({ turnout: undefined })]).toEqual([0, 0])
    const items = results.items.map(item => ({ ...item, olderAnswers: 9 }))
    expect(await gaps({ items })).toBe(0)
  })

  test('control: an answer that is changed afterwards no longer fits its seal', async () => {
    const change = (value: number) =>
      transact(tx => tx.update(selfCheckAnswers).set({ value }).where(eq(selfCheckAnswers.itemId, 'power.1')))
    await change(5)
    expect((await findHandedIn(mirrored))!.seal.isWhole).toBe(false)
    await change(3)
    expect((await findHandedIn(mirrored))!.seal.isWhole).toBe(true)
  })
})

describe('a check without a mirror, and one that nobody handed in', () => {
  const later = { ...plan, issuingFrom: '2026-12-14', opensOn: '2026-12-17', closesOn: '2026-12-24' }

  test('after opening it is refused; the result says so, and shows staff alone', async () => {
    await answerRound(mirrored)
    const check = await draftedCheck('check', later)
    await writeEverything(check)
    expect((await findSelfCheck(check))!.lines).toHaveLength(5)
    await beginIssuing(check, at)
    await openedRound(check)
    expect(await handIn(check)).toEqual({ ok: false, because: 'selfCheckTooLate' })
    expect(await send('B1', { step: 'save', item: 'unheard', expectation: '9' }, check)).toMatchObject({
      data: { refused: 'selfCheckTooLate' },
    })
    expect(await enter('B1', check)).toMatchObject({ mayWrite: false })
    expect(await findMirror(check, { items: [] }, { id: 'B1' }), 'nothing before the result').toBeUndefined()
  })
})
