import type { z } from 'zod'
import { addDays, type Day, dayIn } from '~/calendar'
import { config } from '~/config.server'
import { instantOf } from '~/conversations/clock'
import { allow } from '~/decision'
import { translatorOn } from '~/language/catalogues.server'
import { languageOf } from '~/language/language.server'
import { requirePerson } from '~/people/session.server'
import type { proposalDeedForm } from './form'
import type { ProposalRefusal } from './refusals'
import { openVote } from './rules'
import type { OpeningSaid, ProposalPageShown, ProposalShown } from './shown'
import { findGroupName, linesOf, proposalShown } from './shown.server'
import { findProposal } from './store.server'
import { contribute, recordOpening, recordVote } from './voting.server'

/** Returns a proposal for whoever is signed in; 404 when there is none. */
export async function proposalDoor(request: Request, proposalId: string | undefined) {
  const person = await requirePerson(request)
  const at = new Date()
  const shown = await proposalShown(proposalId ?? '', person.id, at)
  if (!shown) throw new Response(null, { status: 404 })
  const language = await languageOf(request, person)
  return { person, at, shown, language, t: translatorOn(language) }
}

/** The same for members of its group only; 403 for everybody else. */
export async function memberDoor(request: Request, proposalId: string | undefined) {
  const door = await proposalDoor(request, proposalId)
  if (!door.shown.isMember) throw new Response(null, { status: 403 })
  return door
}

/** Returns the proposals of a group for whoever is signed in; 404 when there is no such group. */
export async function groupDoor(request: Request, groupId: string | undefined) {
  const person = await requirePerson(request)
  const at = new Date()
  const group = await findGroupName(groupId ?? '')
  if (!group) throw new Response(null, { status: 404 })
  const language = await languageOf(request, person)
  return { person, at, group, language, t: translatorOn(language), ...(await linesOf(group.id, person.id, at)) }
}

/** A refusal is a conflict with how things stand, except for who is no member. */
export const statusOf = (because: string): number => (because === 'notAMember' ? 403 : 409)

/** Returns the calendar day here. */
export const todayHere = (at: Date): Day => dayIn(config.timeZone, at)

/** The clock time at which a vote closes: the last minute of its day. */
export const closingTime = '23:59'

/** Days a vote is open unless somebody chooses otherwise. @source our own choice: every roster has come round once */
const usualDays = 7

/** Returns what is suggested for a vote before it opens. */
export const openingStarted = ({ quorumPct, majorityPct, vetoPct, version }: ProposalShown, at: Date): OpeningSaid => ({
  ...{ quorumPct, majorityPct, vetoPct, seen: version, closesOn: addDays(todayHere(at), usualDays) },
})

type Shown = Pick<ProposalPageShown, 'proposal' | 'members'>
type Opening = { step: 'write' | 'preview' | 'publish'; said: OpeningSaid }

/** Opens a vote, or tells before the preview what would be refused. */
export async function openingDeed(shown: Shown, { step, said }: Opening, personId: string, at: Date) {
  const { proposal, members } = shown
  const { closesOn, seen, ...rule } = said
  const closesAt = instantOf(closesOn, closingTime, config.timeZone)!
  if (step === 'write') return allow({ closesAt })
  if (step === 'preview') return openVote({ ...proposal, ...rule }, closesAt, { isMember: true, members }, at)
  return recordOpening(proposal.id, seen, closesAt, { personId, at, rule })
}

type Said = z.infer<typeof proposalDeedForm>

/** Does what was sent from the page of a proposal. What was typed comes back with a refusal. */
export async function proposalDeed(id: string, said: Said, personId: string, at: Date) {
  const refused = (because: ProposalRefusal) => {
    const values: Record<string, string> = said
    return { step: said.step, refused: because, failed: { ok: false as const, problems: {}, values } }
  }
  if (said.step === 'say') {
    const decision = await contribute(id, said.contribution, personId, at)
    return decision.ok ? { isClosed: false } : refused(decision.because)
  }
  const { choice, reason } = said
  const cast = { choice, reason: choice === 'object' ? reason : '' }
  const decision = await recordVote(id, cast, personId, at)
  return decision.ok ? decision.value : refused(decision.because)
}

/** Returns the words of an earlier plan of this group, to begin a new one with. */
export async function startedFrom(proposalId: string | null, workgroupId: string) {
  const from = proposalId ? await findProposal(proposalId) : undefined
  if (from?.workgroupId !== workgroupId || from.subject !== 'plan') return null
  return { subject: 'plan' as const, title: from.title, words: from.words }
}
