import { type Barrier, barriers, type OwnerRole, ownerRoles } from './words'

export const registerFilters = [
  'all',
  'open',
  'soon',
  'overdue',
  'claimed',
  'disputed',
  'kept',
  'partly',
  'broken',
  'withdrawn',
] as const
export type RegisterFilter = (typeof registerFilters)[number]
export const registerOrders = ['due', 'newest'] as const

/** What a reader asks of the register. An absent theme or owner asks for all of them. */
export type RegisterAsked = {
  filter: RegisterFilter
  theme?: Barrier
  owner?: OwnerRole
  order: (typeof registerOrders)[number]
  search: string
  page: number
}

/** What can narrow the register, each by itself. */
export const narrowings = ['filter', 'theme', 'owner', 'search'] as const
export type Narrowing = (typeof narrowings)[number]

/** The whole register, what waits longest first. */
export const everything: RegisterAsked = { filter: 'all', order: 'due', search: '', page: 1 }

/** Reads what a reader asks of the register from an address; anything else asks for everything. */
export function askedOf(parameters: URLSearchParams): RegisterAsked {
  const known = <Word extends string>(words: readonly Word[], name: string) =>
    words.find(word => word === parameters.get(name))
  const page = Number(parameters.get('page'))
  return {
    filter: known(registerFilters, 'status') ?? 'all',
    theme: known(barriers, 'theme'),
    owner: known(ownerRoles, 'owner'),
    order: known(registerOrders, 'order') ?? 'due',
    search: (parameters.get('q') ?? '').trim().slice(0, 100),
    page: Number.isInteger(page) && page > 0 ? page : 1,
  }
}

/** Returns the address that asks the same; what goes without saying is left out. */
export function addressOf(home: string, { filter, theme, owner, order, search, page }: RegisterAsked): string {
  const said = Object.entries({
    status: filter === 'all' ? '' : filter,
    theme,
    owner,
    order: order === 'due' ? '' : order,
    q: search,
    page: page > 1 ? `${page}` : '',
  }).flatMap(([name, value]) => (value ? [[name, value]] : []))
  return said.length > 0 ? `${home}?${new URLSearchParams(said)}` : home
}

/** Returns a question that asks for more: without one of its narrowings, from the first page. */
export function widened(asked: RegisterAsked, by: Narrowing): RegisterAsked {
  return { ...asked, [by]: everything[by], page: 1 }
}

/** Returns what narrows a question, in the order in which the form asks for it. */
export function narrowingsOf(asked: RegisterAsked): Narrowing[] {
  return narrowings.filter(by => asked[by] !== everything[by])
}
