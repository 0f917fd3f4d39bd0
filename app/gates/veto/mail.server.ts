import { and, eq, inArray, isNull } from 'drizzle-orm'
import { db, personRoles, persons, sentReminders, sites, teams, transact } from '#db'
import { config } from '~/config.server'
import { translatorOn } from '~/language/catalogues.server'
import { dayInWords } from '~/language/days'
import { kindOf, log } from '~/log.server'
import { mailIsConfigured, sendMail } from '~/notices/mail.server'
import type { Role } from '~/people/rules'
import { gateOpeners } from '../rules'
import { listVetoes, todayHere } from './reading.server'
import { type Stage, stages, stagesOf } from './reminder'
import type { VetoInFull } from './shown'

/**
 * Mails management when a veto is raised, before its time runs out and when it has; and the works council when a group
 * comes to it. Each once, also across restarts and machines: what was mailed is kept before the mail goes.
 */
export async function remindOfVetoes(at: Date): Promise<void> {
  if (!mailIsConfigured()) return
  for (const veto of await listVetoes(at)) {
    for (const stage of stagesOf(veto)) if (await claim(veto.id, stage, at)) await tell(veto, stage)
  }
}

/** Keeps that this mail goes out, and with it those before it. @returns whether nobody did so before */
function claim(vetoId: string, stage: Stage, at: Date): Promise<boolean> {
  const told = stage === 'escalated' ? [stage] : stages.slice(0, stages.indexOf(stage) + 1)
  const names = told.map(each => `veto ${vetoId} ${each}`)
  const sentOn = todayHere(at)
  return transact(async tx => {
    const rows = names.map(about => ({ about, sentOn }))
    const added = await tx.insert(sentReminders).values(rows).onConflictDoNothing().returning()
    return added.some(({ about }) => about === names.at(-1))
  })
}

async function tell(veto: VetoInFull, stage: Stage) {
  const readers = await readersWith(stage === 'escalated' ? ['worksCouncil'] : gateOpeners)
  for (const { email, language: wish, country } of readers) {
    const language = wish ?? 'nl'
    const t = translatorOn(language)
    const say = stage === 'escalated' && country === 'BE' ? 'escalatedBelgium' : stage
    const values = {
      ...{ group: veto.gate.workgroup, gate: veto.gate.name, pct: veto.targetPct },
      ...{ date: dayInWords(veto.answerDueOn, language), address: `${config.origin}/app/vetoes/${veto.id}` },
    }
    const mail = { subject: t(`vetoes.mail.${stage}Subject`), text: t(`vetoes.mail.${say}`, values) }
    await sendMail({ to: email, language, ...mail }).catch(fault => log('mail.failed', { code: kindOf(fault) }))
  }
}

/** Returns everybody with one of these roles once, with the country they work in. */
const readersWith = (roles: readonly Role[]) =>
  db
    .selectDistinct({ email: persons.email, language: persons.language, country: sites.jurisdiction })
    .from(persons)
    .innerJoin(personRoles, and(eq(personRoles.personId, persons.id), inArray(personRoles.role, [...roles])))
    .innerJoin(teams, eq(teams.id, persons.teamId))
    .innerJoin(sites, eq(sites.id, teams.siteId))
    .where(isNull(persons.leftAt))
