// Plays a year in an invented contact centre, into an empty data folder. `npm start` runs it when it finds one.
import { closeDatabase, migrate } from '#db'
import { dayIn } from '~/calendar'
import { config } from '~/config.server'
import { demoPersons } from '~/people/demo.server'
import { changePassword } from '~/people/password.server'
import { demoPassword, wantsDemo } from '~/preparation.server'
import { closeBallotBox } from '~/pulses/ballot-box.server'
import { seedDemo } from '../db/seed/demo'

const say = (line: string) => process.stdout.write(`${line}\n`)

await migrate()
if (await wantsDemo()) {
  say('This data folder is empty: playing a year in an invented contact centre (about 20 seconds)')
  await seedDemo(dayIn(config.timeZone, new Date()), ({ done, of }) => say(`  round ${done} of ${of}`))
  for (const { personId } of await demoPersons()) await changePassword(personId, '', demoPassword)
}
closeBallotBox()
await closeDatabase()
