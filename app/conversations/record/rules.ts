import { allow, type Decision, refuse } from '~/decision'
import type { Role } from '~/people/rules'
import type { ConversationState, Party } from '../one-to-ones/rules'

/** What was done with the words of a record; whoever they are about can read who did it and when. */
export const recordDeeds = ['began', 'read', 'wrote', 'agreed', 'objected', 'shared', 'ended', 'rewrapped'] as const
export type RecordDeed = (typeof recordDeeds)[number]

/** Who somebody is to a record: one of the two who talked, or whom the employee shared it with. */
export type Standing = Party | 'reader'

/** With whom an employee can share a record, by name. @source conversations.md: HR, works council, another lead only via a share */
export const shareRoles = ['hr', 'worksCouncil', 'teamLead'] as const satisfies readonly Role[]

/** What somebody may want to do with a record. */
export const recordActs = [
  'begin',
  'read',
  'save',
  'saveOwn',
  'agree',
  'newVersion',
  'dropVersion',
  'object',
  'withdraw',
  'share',
  'endShare',
  'rewrap',
] as const
export type RecordAct = (typeof recordActs)[number]

/** A version as it stands: which change of it is the newest, and who said that it is right. */
export type VersionStands = { version: number; revision: number; leadAgreed: boolean; employeeAgreed: boolean }

/** How a record stands: at most one version that both agreed to, and at most one that they still write. */
export type RecordStands = {
  state: ConversationState
  agreed?: VersionStands
  draft?: VersionStands
  /** Whether the lead still works here: nobody else can agree in their place. */
  leadIsHere: boolean
  /** Whether the lead alone wrote in what stands beside what both agreed to. */
  leadWroteAlone?: boolean
}

/**
 * How far a record is. `none`: they talked and nothing is written down; `redraft`: beside what both agreed to stands a
 * newer version.
 */
export type Stage = 'tooEarly' | 'none' | 'draft' | 'agreed' | 'redraft' | 'gone'

/** Returns how far a record is. */
export function stageOf({ state, agreed, draft }: Pick<RecordStands, 'state' | 'agreed' | 'draft'>): Stage {
  if (state === 'withdrawn' || state === 'expired') return 'gone'
  if (state !== 'held') return 'tooEarly'
  if (agreed) return draft ? 'redraft' : 'agreed'
  return draft ? 'draft' : 'none'
}

const written = ['draft', 'agreed', 'redraft'] as const
const beingWritten = ['draft', 'redraft'] as const
const agreedTo = ['agreed', 'redraft'] as const
const both = { employee: true, lead: true } as const

/**
 * In which stages each act is possible, and for whom. The employee decides whether there is a record, who else reads
 * it and when it goes; both write; only the employee writes their own words.
 * @source conversations.md, the two tables
 */
const acts: Record<RecordAct, { during: readonly Stage[]; by: Partial<Record<Standing, true>> }> = {
  begin: { during: ['none'], by: { employee: true } },
  read: { during: written, by: { ...both, reader: true } },
  save: { during: beingWritten, by: both },
  saveOwn: { during: beingWritten, by: { employee: true } },
  agree: { during: beingWritten, by: both },
  newVersion: { during: ['agreed'], by: both },
  dropVersion: { during: ['redraft'], by: both },
  object: { during: written, by: { employee: true } },
  withdraw: { during: written, by: { employee: true } },
  share: { during: agreedTo, by: { employee: true } },
  endShare: { during: written, by: { employee: true } },
  rewrap: { during: written, by: both },
}

/** What nobody can do in earnest without reading the record first. Taking it away is never among it. */
export const needsKey: readonly RecordAct[] = [
  'read',
  'save',
  'saveOwn',
  'agree',
  'newVersion',
  'dropVersion',
  'share',
  'rewrap',
]

/** Why an act is refused. Whoever may do it at all hears first when the record is gone. */
export type ActRefusal = 'gone' | 'notYours' | 'notNow' | 'leadLeft'

/** Decides whether somebody may do something with a record as it stands. */
export function mayDo(act: RecordAct, stands: RecordStands, standing: Standing): Decision<true, ActRefusal> {
  const stage = stageOf(stands)
  const { during, by } = acts[act]
  if (!by[standing]) return refuse('notYours')
  if (stage === 'gone') return refuse('gone')
  if (!during.includes(stage)) return refuse('notNow')
  if (standing === 'reader' && !stands.agreed) return refuse('notNow')
  if (act === 'dropVersion' && standing === 'lead' && !stands.leadWroteAlone) return refuse('notYours')
  if ((act === 'agree' || act === 'newVersion') && !stands.leadIsHere) return refuse('leadLeft')
  return allow(true)
}

/** Returns everything that somebody may do with a record as it stands, in the order of the acts. */
export const allowedActs = (stands: RecordStands, standing: Standing, holdsKey: boolean): RecordAct[] =>
  recordActs.filter(act => mayDo(act, stands, standing).ok && (holdsKey || !needsKey.includes(act)))

/** Which change of which version somebody had before them. */
export type Seen = { version: number; revision: number }

const isNewest = (draft: VersionStands | undefined, seen: Seen) =>
  draft?.version === seen.version && draft.revision === seen.revision

/** Decides whether somebody's change may follow: it must start from the newest, so that nobody writes over the other. */
export function saveChange(stands: RecordStands, seen: Seen, { by, own }: { by: Standing; own: boolean }) {
  const allowed = mayDo(own ? 'saveOwn' : 'save', stands, by)
  if (!allowed.ok) return allowed
  return isNewest(stands.draft, seen) ? allow(true) : refuse('changedMeanwhile')
}

/** Decides whether the newer version may go: as it was read, so that nobody drops words they did not see. */
export function dropDraft(stands: RecordStands, seen: Seen, by: Standing) {
  const allowed = mayDo('dropVersion', stands, by)
  if (!allowed.ok) return allowed
  return isNewest(stands.draft, seen) ? allow(true) : refuse('changedMeanwhile')
}

/**
 * Decides whether somebody may say "this is right". It is said of one change of one version, by the lead first: the
 * employee has the last word, and with it the version is fixed.
 * @source conversations.md: both press "klopt", employee last
 */
export function agreeTo(stands: RecordStands, seen: Seen, by: Standing) {
  const allowed = mayDo('agree', stands, by)
  if (!allowed.ok) return allowed
  if (!isNewest(stands.draft, seen)) return refuse('changedMeanwhile')
  if (by === 'employee' && !stands.draft?.leadAgreed) return refuse('leadFirst')
  return allow({ isFixed: by === 'employee' })
}
