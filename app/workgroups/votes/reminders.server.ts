import { eq } from 'drizzle-orm'
import { db, groupVotes, persons, proposals, sentReminders, transact } from '#db'
import { type Day, dayIn } from '~/calendar'
import { config } from '~/config.server'
import { clockIn } from '~/conversations/clock'
import { translatorOn } from '~/language/catalogues.server'
import { dayInWords } from '~/language/days'
import { kindOf, log } from '~/log.server'
import { mailIsConfigured, sendMail } from '~/notices/mail.server'
import type { Language } from '~/people/rules'
import { membersOf } from '../members.server'
import { isLastDay } from './rules'
import { findGroupName } from './shown.server'
import { asProposal, type Proposal } from './store.server'

type Kind = 'opened' | 'closing'

/**
 * Mails members that a vote is open, and in its last 24 hours those who have not voted yet; each once, also across
 * restarts and machines. What was mailed is kept before the mail goes, and never to whom.
 */
export async function remindVoters(at: Date): Promise<void> {
  if (!mailIsConfigured()) return
  const today = dayIn(config.timeZone, at)
  const rows = await db.select().from(proposals).where(eq(proposals.state, 'voting'))
  for (const proposal of rows.map(asProposal)) {
    if (!proposal.closesAt || at >= proposal.closesAt) continue
    if (await claim('opened', proposal.id, today)) await mailMembers('opened', proposal, today)
    if (isLastDay(proposal.closesAt, at) && (await claim('closing', proposal.id, today)))
      await mailMembers('closing', proposal, today)
  }
}

async function mailMembers(kind: Kind, proposal: Proposal, today: Day) {
  const silent = await membersOf(proposal.workgroupId, today)
  const voted = kind === 'closing' ? await votersIn(proposal.id) : []
  const group = (await findGroupName(proposal.workgroupId))!.name
  for (const { id } of silent.filter(member => !voted.includes(member.id))) {
    const [to] = await db.select().from(persons).where(eq(persons.id, id))
    const mail = { to: to!.email, ...written(kind, { ...proposal, group }, to!.language ?? 'nl') }
    await sendMail(mail).catch(fault => log('mail.failed', { code: kindOf(fault) }))
  }
}

function written(kind: Kind, { id, title, group, closesAt }: Proposal & { group: string }, language: Language) {
  const t = translatorOn(language)
  const { day, time } = clockIn(config.timeZone, closesAt!)
  const told = { group, title, date: dayInWords(day, language), time, address: `${config.origin}/app/proposals/${id}` }
  return { language, subject: t(`votes.mail.${kind}Subject`), text: t(`votes.mail.${kind}`, told) }
}

const votersIn = async (proposalId: string) =>
  (await db.select({ id: groupVotes.personId }).from(groupVotes).where(eq(groupVotes.proposalId, proposalId))).map(
    ({ id }) => id,
  )

/** Keeps that a mail about a vote goes out. @returns whether it had not gone before */
function claim(kind: Kind, proposalId: string, sentOn: Day): Promise<boolean> {
  const about = `vote.${kind}.${proposalId}`
  return transact(async tx => {
    const added = await tx.insert(sentReminders).values({ about, sentOn }).onConflictDoNothing().returning()
    return added.length > 0
  })
}
