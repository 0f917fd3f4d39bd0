import { count, inArray } from 'drizzle-orm'
import { db, persons } from '#db'
import { config } from './config.server'
import { demoPersons } from './people/demo.server'

export type DemoAccount = { role: string; name: string; email: string; password: string }

/** The password of the invented people. It opens nothing real: a demo ends when the first real administrator is made. */
export const demoPassword = 'inspraak-demo'

/** The conversation passphrase of the invented people whose talks are played. Their records hold invented words. */
export const demoPassphrase = 'zes vrolijke otters in bad'

/** Decides whether the demo organisation moves in: into an empty installation, unless the settings forbid it. */
export async function wantsDemo(): Promise<boolean> {
  if (config.demo === false) return false
  const [row] = await db.select({ people: count().mapWith(Number) }).from(persons)
  return row?.people === 0
}

/** Returns whom a visitor of the demo can be; nobody when this is not a demo. */
export async function demoAccounts(): Promise<DemoAccount[]> {
  const chosen = await demoPersons()
  if (chosen.length === 0) return []
  const ids = chosen.map(one => one.personId)
  const people = new Map((await db.select().from(persons).where(inArray(persons.id, ids))).map(one => [one.id, one]))
  return chosen.map(({ role, personId }) => {
    const { givenName, email } = people.get(personId)!
    return { role, name: givenName, email, password: demoPassword }
  })
}

/** Returns the passphrase that opens the keys which are there from the start; nothing outside a demo. */
export const passphraseOfDemo = async (): Promise<string | undefined> =>
  (await demoPersons()).length > 0 ? demoPassphrase : undefined
