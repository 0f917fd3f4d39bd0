import type { Day } from '~/calendar'
import { everything, type Narrowing, narrowingsOf, type RegisterAsked, registerFilters, widened } from './asked'
import { isDueSoon, isOverdue } from './overdue'
import { type Barrier, barriers, isFinal, type OwnerRole, ownerRoles, type PromiseFacts } from './words'

/** What must be known of every promise to find some of them and to count them all: no words. */
export type IndexEntry = Pick<PromiseFacts, 'status' | 'dueOn' | 'withdrawalAgreed'> & {
  id: string
  number: number
  barrier: Barrier | null
  ownerRole: OwnerRole
}

/** The words of promises by id, for who searches. */
export type WordsById = ReadonlyMap<string, string>

/** How many promises each choice would show, with everything else as it was asked. */
export type Counts = { filter: Record<string, number>; theme: Record<string, number>; owner: Record<string, number> }

type Asking = { asked: RegisterAsked; words: WordsById; today: Day }

/** Returns the promises that answer a question, in the order asked for. */
export function findIn(index: readonly IndexEntry[], { asked, words, today }: Asking): IndexEntry[] {
  const sought = plain(asked.search)
  const found = index.filter(
    one => fits(one, asked, today) && (!sought || plain(words.get(one.id) ?? '').includes(sought)),
  )
  if (asked.order === 'newest') return found.sort((a, b) => b.number - a.number)
  const placeOf = (one: IndexEntry) => (isOverdue(one, today) ? 0 : isFinal(one.status) ? 2 : 1)
  return found.sort(
    (a, b) => placeOf(a) - placeOf(b) || (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : a.number - b.number),
  )
}

/** Counts what each choice of the form would show. */
export function countsOf(index: readonly IndexEntry[], { asked, words, today }: Asking): Counts {
  const within = (by: Narrowing) => findIn(index, { asked: widened(asked, by), words, today })
  const counted = <Word extends string>(known: readonly Word[], is: (word: Word) => number) =>
    Object.fromEntries(known.map(word => [word, is(word)]))
  const [byFilter, byTheme, byOwner] = [within('filter'), within('theme'), within('owner')]
  return {
    filter: counted(
      registerFilters,
      filter => byFilter.filter(one => fits(one, { ...everything, filter }, today)).length,
    ),
    theme: counted(
      ['all', ...barriers],
      theme => byTheme.filter(one => theme === 'all' || one.barrier === theme).length,
    ),
    owner: counted(
      ['all', ...ownerRoles],
      owner => byOwner.filter(one => owner === 'all' || one.ownerRole === owner).length,
    ),
  }
}

/** Returns what would be found without each of the narrowings, most first: a way out of finding nothing. */
export function waysToWiden(index: readonly IndexEntry[], { asked, words, today }: Asking) {
  return narrowingsOf(asked)
    .map(by => ({ by, count: findIn(index, { asked: widened(asked, by), words, today }).length }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
}

function fits(one: IndexEntry, { filter, theme, owner }: RegisterAsked, today: Day): boolean {
  if (theme && one.barrier !== theme) return false
  if (owner && one.ownerRole !== owner) return false
  return hasStatus(one, filter, today)
}

function hasStatus(one: IndexEntry, filter: RegisterAsked['filter'], today: Day): boolean {
  if (filter === 'all') return true
  if (filter === 'open') return !isFinal(one.status)
  if (filter === 'soon') return isDueSoon(one, today)
  if (filter === 'overdue') return isOverdue(one, today)
  if (filter === 'claimed') return one.status.startsWith('claimed')
  if (filter === 'withdrawn') return one.status === 'withdrawn' || one.status === 'superseded'
  return one.status === filter
}

/** Letters as people search for them: without capitals and accents. */
const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
