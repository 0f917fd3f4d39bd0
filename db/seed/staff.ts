import type { Role } from '~/people/rules'
import type { Chance } from './chance'

// An invented contact centre: every name in it is made up.

/** E-mail domain of the demo; nobody can receive mail there. */
export const demoDomain = 'demo.inspraak.example'
export const demoOrganisation = 'Contactcentrum Lindewaard'

type DemoTeam = { team: string; parent: string; site: 'Deventer' | 'Mechelen'; size: number; language: '' | 'fr' }

export const demoTeams: readonly DemoTeam[] = [
  { team: 'Ochtend A', parent: 'Klantcontact Deventer', site: 'Deventer', size: 22, language: '' },
  { team: 'Ochtend B', parent: 'Klantcontact Deventer', site: 'Deventer', size: 20, language: '' },
  { team: 'Avond', parent: 'Klantcontact Deventer', site: 'Deventer', size: 18, language: '' },
  { team: 'Nacht', parent: 'Klantcontact Deventer', site: 'Deventer', size: 6, language: '' },
  { team: 'Chat en mail', parent: 'Klantcontact Deventer', site: 'Deventer', size: 16, language: '' },
  { team: 'Planning', parent: 'Klantcontact Deventer', site: 'Deventer', size: 5, language: '' },
  { team: 'Klantenlijn NL', parent: 'Klantcontact Mechelen', site: 'Mechelen', size: 20, language: '' },
  { team: 'Klantenlijn FR', parent: 'Klantcontact Mechelen', site: 'Mechelen', size: 19, language: 'fr' },
  { team: 'Webcare', parent: 'Klantcontact Mechelen', site: 'Mechelen', size: 11, language: '' },
  { team: 'Avondploeg', parent: 'Klantcontact Mechelen', site: 'Mechelen', size: 14, language: '' },
  { team: 'Kwaliteit', parent: 'Klantcontact Mechelen', site: 'Mechelen', size: 4, language: '' },
  { team: 'HR en opleiding', parent: 'Staf', site: 'Deventer', size: 9, language: '' },
  { team: 'ICT', parent: 'Staf', site: 'Deventer', size: 12, language: '' },
  { team: 'Directie', parent: 'Staf', site: 'Deventer', size: 3, language: '' },
]

const givenNames = (
  'Sanne Youssef Marieke Bram Fatima Kevin Ilse Mehmet Lotte Daan Naima Joris Anouk Tim Samira Wouter Femke Ruben ' +
  'Esra Pieter Lieve Karim Griet Stijn Amal Koen Sofie Jelle Noor Dirk Hanne Milan Elif Maarten Chantal Rachid Inge ' +
  'Thijs Priya Bart Yasmine Niels Truus Omar Katrien Sven Latifa Geert Roos Adil'
).split(' ')
const frenchNames =
  'Camille Julien Aïcha Thomas Élodie Nicolas Nadia Mathieu Chloé Hugo Leïla Romain Manon Quentin'.split(' ')
const surnames = [
  ...'Bakker Yilmaz Jansen Amrani Peeters Visser Claes Demir Mulder Smit Wouters Bouzid Hendriks Maes Kuipers Jacobs Öztürk Postma Willems Haddad Veenstra Aerts Koster Goossens Singh'.split(
    ' ',
  ),
  'van den Berg',
  'de Vries',
  'van Dijk',
  'Van Damme',
  'De Smet',
  'van der Meer',
  'ter Horst',
]
const frenchSurnames = 'Dubois Lambert Dupont Leroy Mertens Renard Bouchard Denis Fontaine Marchal'.split(' ')

const roleWord: Record<Role, string> = {
  agent: 'medewerker',
  teamLead: 'teamleider',
  workgroupMember: 'werkgroeplid',
  worksCouncil: 'OR-lid',
  executive: 'directie',
  hr: 'HR',
  projectLead: 'projectleider',
  platformAdmin: 'beheerder',
}

/** Returns who somebody is besides a colleague, by team and place in it. */
function rolesAt(team: DemoTeam, place: number): Role[] {
  if (team.team === 'Directie') return ['executive']
  if (place === 0) return ['teamLead']
  if (team.team === 'HR en opleiding') return place <= 2 ? ['hr'] : ['agent']
  if (team.team === 'ICT') return place === 1 ? ['projectLead'] : place === 2 ? ['platformAdmin'] : ['agent']
  if (place === 1 && team.size >= 14) return ['agent', 'worksCouncil']
  if (place === 2 && team.size >= 11) return ['agent', 'workgroupMember']
  return ['agent']
}

/** Writes the staff list of the demo as a Dutch spreadsheet would: it goes in through the ordinary import. */
export function demoStaffFile(chance: Chance): string {
  const taken = new Set<string>()
  const lines = demoTeams.flatMap(team =>
    Array.from({ length: team.size }, (_, place) => {
      const [given, surname] = freshName(team, chance, taken)
      const email = `${plain(given)}.${plain(surname)}@${demoDomain}`
      const roles = rolesAt(team, place)
        .map(role => roleWord[role])
        .join(', ')
      const land = team.site === 'Mechelen' ? 'BE' : 'NL'
      return [given, surname, email, team.team, team.parent, team.site, land, roles, team.language].join(';')
    }),
  )
  return ['voornaam;achternaam;e-mail;team;afdeling;vestiging;land;rollen;taal', ...lines].join('\r\n')
}

function freshName(team: DemoTeam, chance: Chance, taken: Set<string>): [string, string] {
  for (;;) {
    const french = team.language === 'fr'
    const given = chance.pick(french ? frenchNames : givenNames)
    const surname = chance.pick(french ? frenchSurnames : surnames)
    if (taken.has(`${given} ${surname}`)) continue
    taken.add(`${given} ${surname}`)
    return [given, surname]
  }
}

const plain = (name: string) =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z]/g, '')
    .toLowerCase()
