import { hasRole, type Person } from '~/people/rules'

/** What the page about conversations leads to. */
export const places = {
  guides: '/app/guides',
  sheet: '/app/team-talks/prepare',
  board: '/app/board',
  teamTalks: '/app/team-talks',
  oneToOnes: '/app/one-to-ones',
  cycle: '/app/cycle',
  figures: '/app/talk-figures',
  plan: '/app/plan',
  key: '/app/conversation-key',
  everything: '/app/own',
} as const
export type Place = keyof typeof places

/** The parts of the page: what somebody does, what is theirs alone, and what everybody may know. */
export const landingParts = ['talk', 'prepare', 'own', 'know'] as const
export type LandingPart = { part: (typeof landingParts)[number]; places: Place[] }

/** Returns what somebody finds there, by what they are; whoever only keeps the machine running reads no figures. */
export function landingOf(person: Pick<Person, 'roles'>): LandingPart[] {
  const leads = hasRole(person, ['teamLead'])
  const onlyAdmin = person.roles.every(role => role === 'platformAdmin')
  return [
    { part: 'talk', places: ['oneToOnes', 'teamTalks'] },
    { part: 'prepare', places: leads ? ['sheet', 'guides', 'board'] : ['guides', 'board'] },
    { part: 'own', places: ['plan', 'key', 'everything'] },
    { part: 'know', places: onlyAdmin ? ['cycle'] : ['cycle', 'figures'] },
  ]
}

/** Tells whether an address belongs to conversations: the menu says where one is. */
export const isAboutTalks = (path: string): boolean =>
  ['/app/conversations', ...Object.values(places)].some(place => path === place || path.startsWith(`${place}/`))
