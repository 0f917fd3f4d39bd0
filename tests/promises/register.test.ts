import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addressOf, askedOf, everything, type RegisterAsked } from '~/promises/asked'
import { differenceOf, differencesOf, type Piece } from '~/promises/difference'
import { countsOf, findIn, type IndexEntry, waysToWiden } from '~/promises/finding'
import { barriers, ownerRoles, promiseStatuses } from '~/promises/words'

const today = '2026-07-01'
let number = 0
const one = (over: Partial<IndexEntry> = {}): IndexEntry => ({
  ...{ id: `P-${++number}`, number, status: 'made', dueOn: '2026-07-10', withdrawalAgreed: false },
  ...{ barrier: null, ownerRole: 'executive', ...over },
})
const index = promiseStatuses.flatMap((status, place) => [
  one({ status, barrier: barriers[place % 5], ownerRole: ownerRoles[place % 4] }),
  one({ status, dueOn: '2026-06-30' }),
])
const words = new Map(index.map(({ id }) => [id, id === 'P-3' ? 'Één café per ÉTAGE' : 'Iets anders']))
const find = (over: Partial<RegisterAsked>) => findIn(index, { asked: { ...everything, ...over }, words, today })

describe('the address of the register', () => {
  test('says all that was asked, and nothing that goes without saying', () => {
    const asked = { filter: 'soon', theme: 'distrust', owner: 'hr', order: 'newest', search: 'é & ?', page: 3 } as const
    const address = addressOf('/promises', asked)
    expect(askedOf(new URL(address, 'http://localhost').searchParams)).toEqual(asked)
    expect(addressOf('/promises', everything)).toBe('/promises')
  })

  test('that makes no sense asks for everything', () => {
    const asked = askedOf(new URLSearchParams('status=x&theme=y&owner=z&order=q&page=-4'))
    expect(asked).toEqual({ ...everything, theme: undefined, owner: undefined })
    for (const page of ['0', '1.5', 'NaN', '1e99x']) expect(askedOf(new URLSearchParams({ page })).page).toBe(1)
  })
})

describe('the register', () => {
  test('puts what is overdue first and what has ended last, or the newest first', () => {
    const statuses = find({}).map(({ status, dueOn }) => (dueOn < today ? 'past ' : '') + status)
    const unsettled = ['made', 'underWay', 'claimedKept', 'claimedPartly', 'claimedBroken', 'disputed']
    expect(statuses.slice(0, 6)).toEqual(unsettled.map(status => `past ${status}`))
    expect(statuses.at(-1)).toBe('superseded')
    expect(find({ order: 'newest' })[0]!.number).toBe(number)
  })

  test('is searched without regard to capitals and accents', () => {
    expect(find({ search: 'CAFE per etage' }).map(({ id }) => id)).toEqual(['P-3'])
  })

  test('counts at each choice exactly what that choice would show', () => {
    for (const asked of [everything, { ...everything, theme: 'distrust' as const, filter: 'open' as const }]) {
      const counts = countsOf(index, { asked, words, today })
      for (const filter of ['all', 'soon', 'overdue', 'claimed', 'withdrawn'] as const)
        expect([filter, counts.filter[filter]]).toEqual([filter, find({ ...asked, filter }).length])
      expect(counts.theme.unheard).toBe(find({ ...asked, theme: 'unheard' }).length)
      expect(counts.owner.all).toBe(find({ ...asked, owner: undefined }).length)
    }
  })

  test('that shows nothing says which question would show more', () => {
    const asked = { ...everything, filter: 'kept' as const, search: 'cafe' }
    expect(find(asked)).toEqual([])
    expect(waysToWiden(index, { asked, words, today })).toEqual([
      { by: 'search', count: 2 },
      { by: 'filter', count: 1 },
    ])
  })
})

describe('the difference between two texts', () => {
  const without = (kind: Piece['kind'], pieces: readonly Piece[]) =>
    pieces.flatMap(piece => (piece.kind === kind ? [] : piece.text)).join('')
  const isFaithful = (make: typeof differenceOf) => (before: string, after: string) => {
    const pieces = make(before, after)
    return without('added', pieces) === before && without('removed', pieces) === after
  }
  const text = fc
    .array(fc.constantFrom('Één', 'ploeg', ' ', '\n', ', ', '8', 'uur', '’s', '.'))
    .map(parts => parts.join(''))

  test('loses no letter of either, whatever they are', () => {
    fc.assert(fc.property(text, text, isFaithful(differenceOf)))
  })

  test('control: one that trims spaces is caught', () => {
    const careless: typeof differenceOf = (before, after) => differenceOf(before.trim(), after)
    expect(() => fc.assert(fc.property(text, text, isFaithful(careless)))).toThrow()
  })

  test('names the words that changed, and leaves days and erased words whole', () => {
    const first = { text: 'Klaar op 1 maart.', why: 'a', ownerRole: 'hr', dueOn: '2026-03-01' } as const
    const rest = { scope: 's', exclusions: 'e', measure: 'm' }
    const now = { ...first, text: 'Klaar op 8 maart.', why: '', dueOn: '2026-03-08' }
    const differences = differencesOf({ ...first, ...rest }, { ...now, ...rest })
    expect(differences.map(({ part, pieces }) => [part, pieces?.map(({ kind, text }) => `${kind} ${text}`)])).toEqual([
      ['text', ['same Klaar op ', 'removed 1', 'added 8', 'same  maart.']],
      ['why', undefined],
      ['dueOn', undefined],
    ])
  })
})
