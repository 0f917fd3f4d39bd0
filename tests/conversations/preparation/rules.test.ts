import { barriers } from 'surveys/five-barriers/v1'
import { expect, test } from 'vitest'
import { addDays } from '~/calendar'
import { cardFor, densityOf, mostPromises, promisesTouching, sheetAddress } from '~/conversations/preparation/rules'
import type { IndexEntry } from '~/promises/finding'

const today = '2026-11-22'
let number = 0
const promise = (id: string, more: Partial<IndexEntry>): IndexEntry => ({
  ...{ id, number: ++number, status: 'made', dueOn: addDays(today, 300) },
  ...{ ownerRole: 'executive', barrier: null, withdrawalAgreed: false },
  ...more,
})
const touching = (...index: IndexEntry[]) => promisesTouching(index, ['job_loss'], today)

test('overdue promises stand first, then what is due within sixty days, then what the card is about', () => {
  const found = touching(
    promise('about', { barrier: 'job_loss' }),
    promise('soon', { dueOn: addDays(today, 60) }),
    promise('sooner', { dueOn: today }),
    promise('late', { dueOn: addDays(today, -1), status: 'claimedKept' }),
    promise('later', { dueOn: addDays(today, 61) }),
    promise('other', { barrier: 'unheard' }),
  )
  expect(found).toEqual({ ids: ['late', 'sooner', 'soon', 'about'], left: 0 })
})

test('what is decided is no longer open, and what waits for the works council is not called soon', () => {
  const dueOn = addDays(today, 10)
  const decided = (['kept', 'partly', 'broken', 'withdrawn', 'superseded'] as const).map(status =>
    promise(status, { status, dueOn: addDays(today, -10), barrier: 'job_loss' }),
  )
  expect(touching(...decided, promise('claimed', { status: 'claimedKept', dueOn })).ids).toEqual([])
})

test('no more than six are shown, and how many are left is said', () => {
  const many = Array.from({ length: 9 }, (_, nth) => promise(`P${nth}`, { dueOn: addDays(today, nth) }))
  expect(touching(...many)).toEqual({ ids: many.slice(0, mostPromises).map(({ id }) => id), left: 3 })
})

test('the card follows the highest barrier, and the reason is told', () => {
  for (const barrier of barriers) {
    const { guide, reason } = cardFor({}, [barrier])
    expect([guide.barriers.includes(barrier), reason]).toEqual([true, 'highest'])
  }
  expect(cardFor({}, ['unheard', 'distrust'])).toMatchObject({
    guide: { slug: 'my-opinion-does-not-count' },
    reason: 'shared',
  })
})

test('where no barrier stands out none is claimed: the card begins openly', () => {
  expect(cardFor({}, [])).toMatchObject({ guide: { slug: 'wait-and-see' }, reason: 'none' })
})

test('another card can be asked for, by itself or by its barrier; nonsense asks for nothing', () => {
  expect(cardFor({ guide: 'broken-promise' }, ['unheard'])).toMatchObject({
    guide: { slug: 'broken-promise' },
    reason: 'asked',
  })
  expect(cardFor({ barrier: 'too_old' }, ['unheard'])).toMatchObject({
    guide: { slug: 'i-cannot-keep-up' },
    reason: 'asked',
  })
  for (const asked of [{ guide: '__proto__' }, { barrier: 'age' }, { guide: null, barrier: null }])
    expect(cardFor(asked, ['unheard']).reason).toBe('highest')
})

test('an address holds what was asked and nothing else', () => {
  expect(sheetAddress({ team: 't', round: undefined, view: 'presenter' })).toBe(
    '/app/team-talks/prepare?team=t&view=presenter',
  )
  expect(sheetAddress({ team: 't', guide: 'just-words' }, '/app/team-talks/new')).toBe(
    '/app/team-talks/new?team=t&guide=just-words',
  )
})

test('the more letters on a sheet, the smaller they are printed; what does not fit at all is said', () => {
  const lines = (count: number) => Array.from({ length: count }, () => 'x'.repeat(40))
  expect([10, 44, 45, 54, 55, 80, 81].map(count => densityOf(lines(count)))).toEqual([
    ...['roomy', 'roomy', 'full', 'full', 'packed', 'packed', 'overfull'],
  ])
})
