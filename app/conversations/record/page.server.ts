import { config } from '~/config.server'
import { translatorOn } from '~/language/catalogues.server'
import { languageOf } from '~/language/language.server'
import type { Person } from '~/people/rules'
import { requirePerson } from '~/people/session.server'
import { clockIn } from '../clock'
import { findSlipPlace } from '../figures/month-key.server'
import { findOwnKey, findPublicKeys } from '../sealing/store.server'
import { usualShareEnd } from './days'
import { logFor, logReading } from './log.server'
import { readersFor } from './readers.server'
import { allowedActs, stageOf } from './rules'
import { listCandidates } from './sharing.server'
import type { RecordGone, RecordShown, VersionShown } from './shown'
import { findRecord, keptUntil, type RecordHeld, type RecordSeen, todayHere, type VersionRow } from './store.server'

const none = () => new Response(null, { status: 404 })

/** Returns a record for the page of somebody who may read it, or that it is gone; 404 for anybody else, whatever their role. */
export async function recordFor(request: Request, conversationId = '') {
  const person = await requirePerson(request)
  const at = new Date()
  const seen = await findRecord(conversationId, person.id, todayHere(at))
  if (!seen || stageOf(seen.stands) === 'tooEarly') throw none()
  const t = translatorOn(await languageOf(request, person))
  const title = `${t('record.title')} · ${t('shell.name')}`
  if (stageOf(seen.stands) === 'gone') return { title, gone: goneOf(seen) }
  if (seen.holdsKey) await logReading(conversationId, person.id, at)
  return { title, record: await shownTo(person, seen, at) }
}

/** Returns what the page says that lets the employee take a record back; for the lead there is no such page. */
export async function withdrawalFor(request: Request, conversationId = '') {
  const person = await requirePerson(request)
  const seen = await findRecord(conversationId, person.id, todayHere(new Date()))
  if (seen?.standing !== 'employee' || stageOf(seen.stands) === 'tooEarly') throw none()
  const t = translatorOn(await languageOf(request, person))
  const { lead, wraps } = seen.held
  return {
    title: `${t('record.withdraw.title')} · ${t('shell.name')}`,
    conversationId,
    lead: lead.name,
    shares: wraps.filter(({ endsOn }) => endsOn !== null).length,
    /** Also when there never was a record: then there is nothing to take back. */
    hasRecord: seen.held.agreed !== undefined || seen.held.draft !== undefined,
  }
}

const goneOf = ({ held, standing }: RecordSeen): RecordGone => ({
  conversationId: held.conversationId,
  state: held.state === 'withdrawn' ? 'withdrawn' : 'expired',
  endedOn: held.endedOn,
  isMine: standing === 'employee',
})

async function shownTo(person: Person, seen: RecordSeen, at: Date): Promise<RecordShown> {
  const { held, standing, holdsKey, stands } = seen
  const acts = allowedActs(stands, standing, holdsKey)
  const { conversationId, employee, lead } = held
  const [today, until] = [todayHere(at), keptUntil(held)]
  const other = standing === 'employee' ? lead : employee
  return {
    ...{ conversationId, acts, today, heldOn: held.heldOn!, stage: stageOf(stands) },
    me: { id: person.id, standing, stored: await findOwnKey(person.id), wrapped: wrapOf(held, person.id) },
    employee: { id: employee.id, name: employee.name },
    lead: { id: lead.id, name: lead.name, hasLeft: lead.leftOn !== null },
    agreed: held.agreed && holdsKey ? versionOf(held.agreed) : null,
    draft: held.draft && holdsKey && standing !== 'reader' ? versionOf(held.draft) : null,
    keptUntil: until ?? null,
    readers: await readersFor(seen, person.id),
    log: await logLinesFor(seen, person.id),
    otherKey: standing === 'reader' ? null : ((await findPublicKeys([other.id]))[other.id] ?? null),
    sharing:
      until && acts.includes('share')
        ? { candidates: await listCandidates(held), usualEnd: usualShareEnd(today, until) }
        : null,
    slipPlace:
      standing === 'employee' && stands.draft?.leadAgreed && !stands.agreed ? await findSlipPlace(person.id, at) : null,
  }
}

async function logLinesFor({ held, standing }: RecordSeen, personId: string): Promise<RecordShown['log']> {
  const log = await logFor(held.conversationId, { personId, standing })
  return log.map(({ id, deed, at, name, actorId }) => ({
    ...{ id, deed, name, ...clockIn(config.timeZone, at), isMe: actorId === personId },
  }))
}

const wrapOf = ({ wraps }: RecordHeld, personId: string) =>
  wraps.find(one => one.personId === personId)?.wrapped ?? null

function versionOf(row: VersionRow): VersionShown {
  const { conversationId: _, ...version } = row
  return version
}
