import type { Jurisdiction, Language, Role } from '~/people/rules'

// The words that spreadsheets use, in Dutch, English and French. Capitals, accents, spaces and signs do not matter.

/** The columns of a staff list. */
export const staffColumns = [
  'givenName',
  'surnamePrefix',
  'surname',
  'email',
  'team',
  'parentTeam',
  'site',
  'country',
  'roles',
  'language',
] as const
export type StaffColumn = (typeof staffColumns)[number]

/** Without these a list cannot say who works where. */
export const neededColumns = ['givenName', 'surname', 'email', 'team', 'site'] as const satisfies readonly StaffColumn[]

const columnWords: Record<StaffColumn, string> = {
  givenName: 'voornaam, roepnaam, first name, given name, prénom',
  surnamePrefix: 'tussenvoegsel, tussenvoegsels, voorvoegsel, voorvoegsels, surname prefix, prefix, particule',
  surname: 'achternaam, familienaam, naam, surname, last name, family name, nom, nom de famille',
  email:
    'e-mail, e-mailadres, mail, mailadres, email address, courriel, adresse e-mail, adresse mail, adresse électronique',
  team: 'team, teamnaam, team name, équipe',
  parentTeam:
    'bovenliggend team, hoger team, afdeling, parent team, parent, department, équipe parente, équipe supérieure, département, service',
  site: 'vestiging, locatie, site, location, office, établissement, implantation',
  country: 'land, country, pays',
  roles: 'rollen, rol, roles, role, rôles, rôle',
  language: 'taal, voertaal, language, langue',
}

const roleWords: Record<Role, string> = {
  agent: 'agent, medewerker, klantadviseur, employee, téléconseiller, collaborateur, conseiller',
  teamLead: 'teamleider, teamlead, team leader, chef d’équipe, responsable d’équipe',
  workgroupMember:
    'werkgroeplid, werkgroep, workgroup member, working group, working group member, membre du groupe de travail, groupe de travail',
  worksCouncil:
    'or, or-lid, ondernemingsraad, works council, works council member, ce, conseil d’entreprise, membre du ce',
  executive: 'directie, directielid, directeur, executive, executive board, director, direction',
  hr: 'hr, hrm, personeelszaken, p&o, rh, ressources humaines, human resources',
  projectLead: 'projectleider, project lead, project leader, chef de projet',
  platformAdmin: 'beheerder, platformbeheerder, administrator, platform admin, platform administrator, administrateur',
}

const countryWords: Record<Jurisdiction, string> = {
  NL: 'nl, nld, nederland, netherlands, the netherlands, pays-bas',
  BE: 'be, bel, belgië, belgium, belgique',
}

const languageWords: Record<Language, string> = {
  nl: 'nl, nederlands, dutch, néerlandais',
  en: 'en, engels, english, anglais',
  fr: 'fr, frans, french, français',
}

/** Returns a word without capitals, accents, spaces and signs: "Prénom " and "prenom" are one. */
export const bare = (word: string): string =>
  word
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}&]/gu, '')

const lookup = <Word extends string>(lists: Record<Word, string>): ReadonlyMap<string, Word> =>
  new Map(
    Object.entries<string>(lists).flatMap(([word, list]) =>
      [word, ...list.split(', ')].map(written => [bare(written), word as Word] as const),
    ),
  )

const finder = <Word extends string>(lists: Record<Word, string>) => {
  const words = lookup(lists)
  return (written: string): Word | undefined => words.get(bare(written))
}

/** Finds which column a header means. */
export const columnNamed = finder(columnWords)
/** Finds which role a word means. */
export const roleNamed = finder(roleWords)
/** Finds which country a word means. */
export const countryNamed = finder(countryWords)
/** Finds which language a word means. */
export const languageNamed = finder(languageWords)
