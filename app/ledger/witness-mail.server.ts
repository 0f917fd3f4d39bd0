import { and, eq, isNull, lt } from 'drizzle-orm'
import { db, personRoles, persons, sentReminders, transact } from '#db'
import { type Day, dayIn } from '~/calendar'
import { config } from '~/config.server'
import { translatorOn } from '~/language/catalogues.server'
import { kindOf, log } from '~/log.server'
import { mailIsConfigured, sendMail } from '~/notices/mail.server'
import { cosigningFacts } from './witness-overview.server'
import { isMailDay, reminderOf } from './witness-reminder'

/** The name under which the day of the last reminder is kept. */
const about = 'cosigning'

/**
 * Mails the works council when entries wait too long for a witness; at most once a day, also across restarts and
 * machines. What was mailed is kept before the mail goes: a mail server that hesitates must not make it a flood.
 */
export async function remindWitnesses(at: Date): Promise<void> {
  if (!mailIsConfigured()) return
  const today = dayIn(config.timeZone, at)
  const reminder = reminderOf(await cosigningFacts(), today)
  if (!reminder || !isMailDay(reminder.days) || !(await claimDay(today))) return
  for (const { email, language } of await councilMembers()) {
    const t = translatorOn(language ?? 'nl')
    const said = { count: reminder.days, address: `${config.origin}/app/witnesses/cosign` }
    const text = t(reminder.isLate ? 'witness.mail.lateText' : 'witness.mail.text', said)
    const mail = { to: email, language: language ?? 'nl', subject: t('witness.mail.subject'), text }
    await sendMail(mail).catch(fault => log('mail.failed', { code: kindOf(fault) }))
  }
}

/** Keeps that a reminder goes out on `today`. @returns whether it was the first of that day */
function claimDay(today: Day): Promise<boolean> {
  return transact(async tx => {
    const added = await tx.insert(sentReminders).values({ about, sentOn: today }).onConflictDoNothing().returning()
    if (added.length > 0) return true
    const earlier = and(eq(sentReminders.about, about), lt(sentReminders.sentOn, today))
    return (await tx.update(sentReminders).set({ sentOn: today }).where(earlier).returning()).length > 0
  })
}

const councilMembers = () =>
  db
    .select({ email: persons.email, language: persons.language })
    .from(persons)
    .innerJoin(personRoles, and(eq(personRoles.personId, persons.id), eq(personRoles.role, 'worksCouncil')))
    .where(isNull(persons.leftAt))
