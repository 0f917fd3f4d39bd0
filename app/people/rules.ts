import { allow, type Decision, refuse } from '~/decision'

/** What a person may be in the organisation. Roles add up; nobody's role is hidden. */
export const roles = [
  'agent',
  'teamLead',
  'workgroupMember',
  'worksCouncil',
  'executive',
  'hr',
  'projectLead',
  'platformAdmin',
] as const
export type Role = (typeof roles)[number]

/** The countries whose law on works councils the product knows. */
export const jurisdictions = ['NL', 'BE'] as const
export type Jurisdiction = (typeof jurisdictions)[number]

/** The languages of the interface; Dutch is the source. */
export const languages = ['nl', 'en', 'fr'] as const
export type Language = (typeof languages)[number]

/** Somebody who works in the organisation and may sign in. */
export type Person = {
  id: string
  email: string
  givenName: string
  /** With its prefix: "van der Berg". */
  surname: string
  teamId: string
  language: Language | null
  roles: Role[]
}

/** Returns the surname as people write it: "van der Berg". */
export function fullSurname(name: { surnamePrefix: string; surname: string }): string {
  return `${name.surnamePrefix} ${name.surname}`.trim()
}

/** Returns a name as people say it: "Ada van der Berg". */
export function fullName(named: { givenName: string; surnamePrefix?: string; surname: string }): string {
  return `${named.givenName} ${fullSurname({ surnamePrefix: '', ...named })}`.trim()
}

/** Returns an e-mail address the way it is stored, so that capitals never make two persons of one. */
export function normaliseEmail(typed: string): string {
  return typed.normalize('NFC').trim().toLowerCase()
}

/** Decides whether `person` has at least one of `wanted`. */
export function hasRole(person: Pick<Person, 'roles'>, wanted: readonly Role[]): boolean {
  return wanted.some(role => person.roles.includes(role))
}

/** Who may plan and run rounds: those who run the programme, never those who are measured by it. */
export const roundManagers = ['hr', 'projectLead', 'platformAdmin'] as const satisfies readonly Role[]

/** Who answers in public for the organisation. */
export const responders = ['executive', 'hr'] as const satisfies readonly Role[]

/** Who makes promises, and says what became of them. */
export const promisers = ['executive'] as const satisfies readonly Role[]

/** Who agrees or disagrees with what the promisers say became of a promise. */
export const promiseJudges = ['worksCouncil'] as const satisfies readonly Role[]

/** Who keeps the list of people and teams. */
export const staffKeepers = ['platformAdmin'] as const satisfies readonly Role[]

/** Whose word is one half of a decision: whoever signs in as one of them could hold both halves. */
const halves = ['worksCouncil', 'executive'] as const satisfies readonly Role[]

/**
 * Decides whether a staff keeper may hold a sign-in link of somebody else in their hands, and whether that is risky.
 * Those whose word is half of a decision ask for their own link, wherever a mail can reach them.
 */
export function handOutLink(
  of: Pick<Person, 'roles'>,
  mailIsSent: boolean,
): Decision<{ isRisky: boolean }, 'asksByMail'> {
  const isRisky = hasRole(of, halves)
  return isRisky && mailIsSent ? refuse('asksByMail') : allow({ isRisky })
}

/** Bytes of a staff list: about 50,000 people. The web server takes one MB more, for the form around it. */
export const largestStaffFileBytes = 5 * 1024 * 1024
