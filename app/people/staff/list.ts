import type { Role } from '~/people/rules'

/** One line of the list of people. */
export type StaffMember = { id: string; name: string; email: string; team: string; roles: Role[] }
/** `sortName` begins with the surname without its prefix, as a Dutch telephone book does. */
export type SortableMember = StaffMember & { sortName: string }
export type StaffPage = { total: number; found: number; page: number; pages: number; members: StaffMember[] }

/** People on one page of the list: a few screens on a phone. @source our own choice, to be tried with administrators */
export const staffPageSize = 25

/** Returns one page of the people whose name, address or team contains what is searched for, by team and surname. */
export function staffPageOf(everyone: SortableMember[], search: string, askedPage: number): StaffPage {
  const wanted = plain(search)
  const { compare } = new Intl.Collator('nl', { numeric: true })
  const found = everyone
    .filter(({ name, email, team }) => plain(`${name} ${email} ${team}`).includes(wanted))
    .toSorted((a, b) => compare(a.team, b.team) || compare(a.sortName, b.sortName))
  const pages = Math.max(1, Math.ceil(found.length / staffPageSize))
  const page = Math.min(Math.max(1, Math.trunc(askedPage) || 1), pages)
  const shown = found.slice((page - 1) * staffPageSize, page * staffPageSize)
  const members = shown.map(({ id, name, email, team, roles }) => ({ id, name, email, team, roles }))
  return { total: everyone.length, found: found.length, page, pages, members }
}

/** Letters without capitals and accents: "zoe" finds Zoë. */
const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim()
