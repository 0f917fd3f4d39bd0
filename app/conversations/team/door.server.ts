import type { z } from 'zod'
import { tellingKindsIn } from '~/ballot-box/telling-words'
import { config } from '~/config.server'
import { allow, refuse } from '~/decision'
import type { Person } from '~/people/rules'
import { meetingIcs } from '../calendar-file'
import { recordAgreement, recordEnd, recordPromiseAsked } from './agreeing.server'
import type { deedForm, talkForm } from './form'
import { recordCancel, recordChange, recordHeld } from './planning.server'
import { talkMinutes } from './rules'
import { talkInSight } from './shown.server'
import { findTalk } from './store.server'

type Said = z.infer<typeof talkForm>
type By = { lead: Person; results: readonly string[]; at: Date }

/**
 * Does what was sent from the page of a talk. What was typed comes back with every answer but `done`.
 *
 * @returns nothing when there is no such talk for this lead
 */
export async function talkDeed(id: string, said: Said, by: By) {
  const failed = typedAgain(said)
  if (said.step === 'agree' && !said.anyway && namesSomebody(said.action))
    return { step: said.step, failed, namesSomebody: true }
  const decision = await done(id, said, by)
  if (decision.ok) return { done: true as const }
  if (decision.because === 'noSuchTalk') return undefined
  return { step: said.step, failed, refused: decision.because }
}

function done(id: string, said: Said, { lead, results, at }: By) {
  switch (said.step) {
    case 'change':
      if (said.roundId && !results.includes(said.roundId)) return refuse('noSuchResult')
      return recordChange(id, said, lead, at)
    case 'hold':
      return recordHeld(id, said, lead, at)
    case 'cancel':
      return recordCancel(id, said.seen, lead)
    case 'agree':
      return recordAgreement(id, said, lead, at)
  }
}

/** A name in an agreement is asked about, and may be meant. */
const namesSomebody = (action: string): boolean =>
  tellingKindsIn(action).some(kind => kind === 'name' || kind === 'mail')

/** What was typed, in the form in which a page gets it back. */
function typedAgain(said: Said) {
  const kept = Object.entries(said).filter(([, value]) => value !== undefined)
  const values: Record<string, string> = Object.fromEntries(kept.map(([name, value]) => [name, String(value)]))
  return { ok: false as const, problems: {}, values }
}

/** Says what became of an agreement, or asks management for a promise. */
export async function agreementDeed(id: string, { deed, because }: z.infer<typeof deedForm>, lead: Person, at: Date) {
  const decision =
    deed === 'askPromise'
      ? await recordPromiseAsked(id, lead, at)
      : await recordEnd(id, { outcome: deed, because }, lead, at)
  return decision.ok ? allow({ id }) : decision
}

/** Answers with a planned talk for a calendar; 404 when there is none for this reader. */
export async function talkAsIcs(id: string, reader: Person, title: string, at: Date): Promise<Response> {
  const shown = await talkInSight(id, reader, at)
  const talk = await findTalk(id)
  if (!shown || talk?.state !== 'planned') throw new Response(null, { status: 404 })
  const host = new URL(config.origin).host
  const body = meetingIcs({ id, host, title, startsAt: talk.plannedFor, minutes: talkMinutes, writtenAt: at })
  return new Response(body, {
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': 'attachment; filename="inspraak.ics"',
    },
  })
}
