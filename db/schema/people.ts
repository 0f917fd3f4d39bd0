import { count, index, instant, oneOf, onlyWords, primaryKey, table, text } from '#columns'
import { jurisdictions, languages, roles } from '~/people/rules'

/** One row: this installation's organisation. */
export const organisation = table('organisation', {
  id: text().primaryKey(),
  name: text().notNull(),
})

export const sites = table(
  'sites',
  {
    id: text().primaryKey(),
    name: text().notNull().unique(),
    jurisdiction: oneOf(jurisdictions).notNull(),
  },
  t => [onlyWords('sites_jurisdiction', t.jurisdiction, jurisdictions)],
)

/** The team tree. A team without a parent hangs directly under the organisation. */
export const teams = table(
  'teams',
  {
    id: text().primaryKey(),
    name: text().notNull(),
    parentId: text(),
    siteId: text()
      .notNull()
      .references(() => sites.id),
  },
  t => [index('teams_parent').on(t.parentId)],
)

export const persons = table(
  'persons',
  {
    id: text().primaryKey(),
    email: text().notNull().unique(),
    givenName: text().notNull(),
    surnamePrefix: text().notNull(),
    surname: text().notNull(),
    teamId: text()
      .notNull()
      .references(() => teams.id),
    language: oneOf(languages),
    passwordHash: text(),
    /** The instant somebody left; they can no longer sign in. */
    leftAt: instant(),
  },
  t => [index('persons_team').on(t.teamId), onlyWords('persons_language', t.language, languages)],
)

export const personRoles = table(
  'person_roles',
  {
    personId: text()
      .notNull()
      .references(() => persons.id, { onDelete: 'cascade' }),
    role: oneOf(roles).notNull(),
  },
  t => [primaryKey({ columns: [t.personId, t.role] }), onlyWords('person_roles_role', t.role, roles)],
)

/** Signed-in browsers. The id is the SHA-256 of what the cookie holds: this table opens no door. */
export const sessions = table(
  'sessions',
  {
    id: text().primaryKey(),
    personId: text()
      .notNull()
      .references(() => persons.id, { onDelete: 'cascade' }),
    expiresAt: instant().notNull(),
  },
  t => [index('sessions_person').on(t.personId)],
)

/** One-time links, by hash; a row goes when its link is used. */
export const signInLinks = table('sign_in_links', {
  tokenHash: text().primaryKey(),
  personId: text()
    .notNull()
    .references(() => persons.id, { onDelete: 'cascade' }),
  expiresAt: instant().notNull(),
})

/** The version of the stored staff list; an import refuses to apply a difference that was computed on another one. */
export const staffListVersion = table('staff_list_version', {
  id: text().primaryKey(),
  version: count().notNull(),
})
