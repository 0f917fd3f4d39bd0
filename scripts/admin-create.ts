// npm run admin:create -- <e-mail>: the first administrator of a real installation; prints a one-time link.
import { closeDatabase, migrate } from '#db'
import { config } from '~/config.server'
import { createAdministrator } from '~/people/founding.server'
import { linkMinutes } from '~/people/links.server'
import { looksLikeEmail } from '~/people/staff/file'

const email = process.argv[2] ?? ''
if (looksLikeEmail(email)) {
  await migrate()
  const token = await createAdministrator(email, new Date())
  await closeDatabase()
  process.stdout.write(`${email} is now a platform administrator. Sign in within ${linkMinutes} minutes, once, at:\n`)
  process.stdout.write(`${config.origin}/app/sign-in/${token}\n`)
} else {
  process.stderr.write('Give the e-mail address of the administrator: npm run admin:create -- name@company.example\n')
  process.exitCode = 1
}
