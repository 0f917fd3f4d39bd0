import { describe, expect, test } from 'vitest'
import { allow } from '~/decision'
import { planRound } from '~/pulses/drafting/rules'
import {
  closeRound,
  dueMove,
  issueToken,
  openRound,
  publishResponse,
  type RoundBefore,
  type RoundFacts,
  type RoundState,
  roundStates,
  startIssuing,
  voidRound,
  type Witnessing,
} from '~/pulses/rules'

const friday = '2026-11-20'
const days = { issuingFrom: '2026-11-23', opensOn: '2026-11-26', closesOn: '2026-12-04' }
const round = (state: RoundState, number = 5, awaitsWitness = false): RoundFacts & Witnessing => {
  return { id: `R${number}`, number, state, awaitsWitness, ...days }
}
const because = (reason: string) => ({ ok: false, because: reason })

describe('planning', () => {
  const plan = (change: Partial<typeof days>) => planRound({ ...days, ...change }, friday)

  test('three working days between the first token and the first answer are enough', () => {
    expect(plan({})).toEqual({ ok: true, value: days })
    expect(plan({ issuingFrom: friday, opensOn: '2026-11-25' }).ok).toBe(true)
  })

  test('two are not, and a weekend does not count', () => {
    expect(plan({ opensOn: '2026-11-25' })).toEqual(because('issuingTooShort'))
    expect(plan({ issuingFrom: friday, opensOn: '2026-11-24' })).toEqual(because('issuingTooShort'))
    expect(plan({ issuingFrom: '2026-11-28', opensOn: '2026-12-01' })).toEqual(because('issuingTooShort'))
  })

  test('fourteen days from token to last answer are allowed, fifteen lose tokens', () => {
    expect(plan({ closesOn: '2026-12-07' }).ok).toBe(true)
    expect(plan({ closesOn: '2026-12-08' })).toEqual(because('roundTooLong'))
  })

  test('days run forwards and start no earlier than today', () => {
    expect(plan({ opensOn: '2026-11-22' })).toEqual(because('daysOutOfOrder'))
    expect(plan({ closesOn: '2026-11-25' })).toEqual(because('daysOutOfOrder'))
    expect(plan({ issuingFrom: '2026-11-19' })).toEqual(because('startsInThePast'))
    expect(plan({ closesOn: '2026-11-26' }).ok).toBe(true)
  })
})

describe('issuing starts', () => {
  test('only from a draft', () => {
    for (const state of roundStates) expect(startIssuing(round(state), []).ok).toBe(state === 'draft')
  })

  test('one round at a time, and in order', () => {
    expect(startIssuing(round('draft'), [round('issuing', 4)])).toEqual(because('anotherIsIssuing'))
    expect(startIssuing(round('draft'), [round('draft', 4)])).toEqual(because('previousNotStarted'))
    expect(startIssuing(round('draft'), [round('draft'), round('draft', 6), round('open', 4)]).ok).toBe(true)
  })
})

describe('no next question before the last answer', () => {
  const earlier = (state: RoundState, hasResponse: boolean): RoundBefore => ({ number: 4, state, hasResponse })
  type Rule = (round: RoundFacts & Witnessing, before: RoundBefore | undefined) => { ok: boolean }
  /** Every way to ask again while staff have not been answered about the round before. */
  const waysAround = (rule: Rule) =>
    roundStates.flatMap(state =>
      [true, false]
        .filter(hasResponse => !(state === 'published' && hasResponse))
        .filter(hasResponse => rule(round('issuing'), earlier(state, hasResponse)).ok)
        .map(hasResponse => `${state} ${hasResponse}`),
    )

  test('there is no way around it', () => {
    expect(waysAround(openRound)).toEqual([])
    expect(openRound(round('issuing'), earlier('published', true))).toEqual({ ok: true, value: 'open' })
  })

  test('control: the same rule without the check lets an unanswered round pass', () => {
    const withoutTheCheck: Rule = (asked, previous) =>
      previous?.state === 'published' ? allow('open') : openRound(asked, previous)
    expect(waysAround(withoutTheCheck)).toEqual(['published false'])
  })

  test('each refusal says what is missing', () => {
    expect(openRound(round('issuing'), earlier('published', false))).toEqual(because('responseMissing'))
    expect(openRound(round('issuing'), earlier('open', false))).toEqual(because('anotherIsOpen'))
    for (const state of ['draft', 'issuing', 'closed'] as const)
      expect(openRound(round('issuing'), earlier(state, false))).toEqual(because('previousNotPublished'))
  })

  test('a round whose witness has not cosigned does not open, whatever the round before it is', () => {
    expect(openRound(round('issuing', 5, true), undefined)).toEqual(because('witnessMissing'))
    expect(openRound(round('issuing', 5, true), earlier('published', true))).toEqual(because('witnessMissing'))
  })

  test('the first round waits for nobody, and only an issuing round opens', () => {
    for (const state of roundStates) expect(openRound(round(state, 1), undefined).ok).toBe(state === 'issuing')
  })
})

test('closing is for an open round, and for one whose closing was cut short', () => {
  const mayClose = roundStates.filter(state => closeRound({ state }).ok)
  expect(mayClose).toEqual(['open', 'closed'])
})

describe('ending without a result', () => {
  const end = (state: RoundState, closingStep: string | null = null, reason: 'mistake' | 'boxKeyLost' = 'mistake') =>
    voidRound({ state, closingStep }, reason).ok

  test('by hand as long as people may still answer, never afterwards', () => {
    expect(roundStates.filter(state => end(state))).toEqual(['draft', 'issuing', 'open'])
  })

  test('for a lost key until the count, never after it', () => {
    expect(end('closed', 'boxShut', 'boxKeyLost')).toBe(true)
    for (const step of ['counted', 'emptied', 'forgotten', 'keysDestroyed'])
      expect(end('closed', step, 'boxKeyLost')).toBe(false)
    expect(end('published', 'keysDestroyed', 'boxKeyLost')).toBe(false)
  })
})

describe('what the calendar asks', () => {
  const due = (state: RoundState, today: string) => dueMove(round(state), today)

  test('of a draft: to issue, from its day until its last', () => {
    expect(due('draft', '2026-11-22')).toBeUndefined()
    expect(due('draft', days.issuingFrom)).toBe('issuing')
    expect(due('draft', days.closesOn)).toBe('issuing')
    expect(due('draft', '2026-12-05')).toBeUndefined()
  })

  test('of an issuing round: to open, or to end when its days are over', () => {
    expect(due('issuing', '2026-11-25')).toBeUndefined()
    expect(due('issuing', days.opensOn)).toBe('open')
    expect(due('issuing', days.closesOn)).toBe('open')
    expect(due('issuing', '2026-12-05')).toBe('void')
  })

  test('of an open round: to close after its last day; of a closed one: to finish', () => {
    expect(due('open', days.closesOn)).toBeUndefined()
    expect(due('open', '2026-12-05')).toBe('closed')
    expect(due('closed', days.opensOn)).toBe('closed')
    for (const state of ['published', 'void'] as const) expect(due(state, '2026-12-05')).toBeUndefined()
  })
})

test('management answers a published round, once', () => {
  expect(publishResponse({ state: 'published' }, false, '2026-11-20')).toEqual({ ok: true, value: 'answered' })
  expect(publishResponse({ state: 'published' }, true, '2026-11-20')).toEqual(because('alreadyAnswered'))
  expect(publishResponse({ state: 'closed' }, false, '2026-11-20')).toEqual(because('notPublished'))
})

describe('a token', () => {
  const issuing = { state: 'issuing', awaitsWitness: false } as const
  const earlier = { blindedSha256: 'mine' }

  test('is signed once per person; the same value again is a retry', () => {
    expect(issueToken(issuing, 'U1', undefined, 'mine')).toEqual({ ok: true, value: 'first' })
    expect(issueToken({ ...issuing, state: 'open' }, 'U1', earlier, 'mine')).toEqual({ ok: true, value: 'again' })
    expect(issueToken(issuing, 'U1', earlier, 'another')).toEqual(because('already_issued'))
  })

  test('needs a round that issues and a place on the roster', () => {
    const signs = roundStates.filter(state => issueToken({ ...issuing, state }, 'U1', undefined, 'mine').ok)
    expect(signs).toEqual(['issuing', 'open'])
    expect(issueToken(undefined, 'U1', undefined, 'mine')).toEqual(because('not_issuing'))
    expect(issueToken(issuing, undefined, undefined, 'mine')).toEqual(because('not_on_roster'))
  })

  test('is not signed under a manifest that its witness has not seen', () => {
    const waiting = { ...issuing, awaitsWitness: true }
    expect(issueToken(waiting, 'U1', undefined, 'mine')).toEqual(because('awaiting_witness'))
    expect(issueToken(waiting, 'U1', earlier, 'mine')).toEqual(because('awaiting_witness'))
  })
})
