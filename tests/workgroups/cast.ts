import { sites, teams, transact } from '#db'
import type { Contract, Shift } from '~/workgroups/seats/rules'
import { foundOrganisation, hire } from '../people/cast'

/** A house with two sites, somebody in each office that matters to a group, and so many agents: a1, a2, …; the even ones in Gent. */
export async function houseWithAgents(many: number) {
  await foundOrganisation()
  await transact(async tx => {
    await tx.insert(sites).values({ id: 'g', name: 'Gent', jurisdiction: 'BE' })
    await tx.insert(teams).values({ id: 'tg', name: 'Team Gent', parentId: null, siteId: 'g' })
  })
  await hire('director@v.nl', ['executive'])
  await hire('hr@v.nl', ['hr'])
  await hire('lead@v.nl', ['projectLead'])
  await hire('council@v.nl', ['worksCouncil'])
  for (let number = 1; number <= many; number++) await hire(`a${number}@v.nl`)
}

/** Somebody as the stores know who acts. */
export const by = (id: string, role?: 'executive' | 'hr' | 'projectLead' | 'worksCouncil') => ({
  id,
  roles: [role ?? ('agent' as const)],
  teamId: /^a\d*[02468]$/.test(id) ? 'tg' : 't',
})

/** What agent number so-and-so says of their work: every third works at night, every fifth for an agency. */
export const workOf = (number: number): { shift: Shift; contract: Contract } => ({
  shift: number % 3 === 0 ? 'night' : 'day',
  contract: number % 5 === 0 ? 'agency' : 'permanent',
})

export const director = by('director', 'executive')
export const hr = by('hr', 'hr')

/** A mandate that nobody could mind. */
export const mandate = { words: 'Wij beslissen over de proef.', seats: 4, weeklyMinutes: 480, rules: [] }
