import { and, eq, isNull, lt } from 'drizzle-orm'
import { db, personRoles, persons, sentReminders, transact } from '#db'
import { type Day, dayIn } from '~/calendar'
import { config } from '~/config.server'
import { translatorOn } from '~/language/catalogues.server'
import { kindOf, log } from '~/log.server'
import { mailIsConfigured, sendMail } from '~/notices/mail.server'
import { findWaitingRound } from '../awaiting.server'
import { cosigningFacts } from './overview.server'
import { isMailDay, reminderOf } from './reminder'

/** The name under which the day of the last reminder is kept. */
const about = 'cosigning'

/**
 * Mails the works council when entries wait too long for a witness; at most once a day, also across restarts and
 * machines. What was mailed is kept before the mail goes: a mail server that hesitates must not make it a flood.
 */
export async function remindWitnesses(at: Date): Promise<void> {
  if (!mailIsConfigured()) return
  const today = dayIn(config.timeZone, at)
  const said = await whatToSay(today)
  if (!said || !(await claimDay(today))) return
  const address = `${config.origin}/app/witnesses/cosign`
  await mailCouncil(t => ({
    subject: t('witness.mail.subject'),
    text: t(`witness.mail.${said.say}`, { count: said.count, address }),
  }))
}

/** Mails the works council that a witness was removed: one member can do that, and the others must know. */
export async function tellOfRemoval(name: string): Promise<void> {
  if (!mailIsConfigured()) return
  const address = `${config.origin}/app/witnesses`
  await mailCouncil(t => ({
    subject: t('witness.mail.removedSubject'),
    text: t('witness.mail.removed', { name, address }),
  })).catch(fault => log('mail.failed', { code: kindOf(fault) }))
}

async function mailCouncil(write: (t: ReturnType<typeof translatorOn>) => { subject: string; text: string }) {
  for (const { email, language: wish } of await councilMembers()) {
    const language = wish ?? 'nl'
    const mail = { to: email, language, ...write(translatorOn(language)) }
    await sendMail(mail).catch(fault => log('mail.failed', { code: kindOf(fault) }))
  }
}

/** A round that nobody can enter is worth a mail at once; entries only when their time runs out. */
async function whatToSay(today: Day) {
  const waiting = await findWaitingRound()
  if (waiting) return { say: 'roundWaits', count: waiting.number } as const
  const reminder = reminderOf(await cosigningFacts(), today)
  if (!reminder || !isMailDay(reminder.days)) return undefined
  return { say: reminder.isLate ? 'late' : 'soon', count: reminder.days } as const
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
