import { count, inArray } from 'drizzle-orm'
import { db, persons } from '#db'
import { seedDemo } from '../db/seed/demo'
import { dayIn } from './calendar'
import { config } from './config.server'
import { demoPersons } from './people/demo.server'
import { changePassword } from './people/password.server'

export type DemoAccount = { role: string; name: string; email: string; password: string }

/** The password of the invented people. It opens nothing real: a demo ends when the first real administrator is made. */
const demoPassword = 'inspraak-demo'

/** Makes an empty installation ready: seeds the demo organisation unless the settings forbid it. */
export async function prepare({ say }: { say: (line: string) => void }): Promise<{ demoAccounts: DemoAccount[] }> {
  if (config.demo !== false && (await isEmpty())) {
    say('This data folder is empty: playing a year in an invented contact centre (about 20 seconds)')
    await seedDemo(dayIn(config.timeZone, new Date()), ({ done, of }) => say(`  round ${done} of ${of}`))
    for (const { personId } of await demoPersons()) await changePassword(personId, '', demoPassword)
  }
  return { demoAccounts: await demoAccounts() }
}

async function isEmpty(): Promise<boolean> {
  const [row] = await db.select({ people: count().mapWith(Number) }).from(persons)
  return row?.people === 0
}

async function demoAccounts(): Promise<DemoAccount[]> {
  const chosen = await demoPersons()
  if (chosen.length === 0) return []
  const ids = chosen.map(one => one.personId)
  const people = new Map((await db.select().from(persons).where(inArray(persons.id, ids))).map(one => [one.id, one]))
  return chosen.map(({ role, personId }) => {
    const { givenName, email } = people.get(personId)!
    return { role, name: givenName, email, password: demoPassword }
  })
}
