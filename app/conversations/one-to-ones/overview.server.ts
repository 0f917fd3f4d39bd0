import { inArray } from 'drizzle-orm'
import { conversationRecords, db } from '#db'
import { dayIn } from '~/calendar'
import { config } from '~/config.server'
import { hasRole, type Person } from '~/people/rules'
import { clockIn } from '../clock'
import { findOwnKey } from '../sealing/store.server'
import { type Colleague, findLeads, findLed } from './leads.server'
import { movesOf } from './moves'
import { standingOf } from './moving.server'
import { answerableUntil } from './rules'
import {
  type Choices,
  isMeant,
  longestSearch,
  mostInGroup,
  recordStandingOf,
  type TalkShown,
  type VersionFacts,
} from './shown'
import { type ConversationSeen, findConversation, listConversations } from './store.server'

type Self = Pick<Person, 'id' | 'teamId' | 'roles'>

/** Returns what was searched for, of a length that a name can have. */
export const searchIn = (request: Request): string =>
  (new URL(request.url).searchParams.get('q') ?? '').trim().slice(0, longestSearch)

/** Returns every one-to-one of a person as their pages show it. */
export async function talksOf(self: Pick<Person, 'id'>, at: Date): Promise<TalkShown[]> {
  return shown(await listConversations(self.id, at), at)
}

/** Returns a one-to-one as one of the two sees it; answers 404 to everybody else. */
export async function requireTalk(id: string | undefined, self: Pick<Person, 'id'>, at: Date): Promise<TalkShown> {
  const seen = await findConversation(id ?? '', self.id, at)
  const [talk] = seen ? await shown([seen], at) : []
  if (!talk) throw new Response(null, { status: 404 })
  return talk
}

async function shown(seen: readonly ConversationSeen[], at: Date): Promise<TalkShown[]> {
  const versions = await versionsOf(seen.filter(({ heldOn }) => heldOn).map(({ id }) => id))
  const today = dayIn(config.timeZone, at)
  return seen.map(one => {
    const { id, party, other, state, invitedBy, invitedOn, plannedFor, heldOn, endedOn } = one
    return {
      ...{ id, party, name: other.name, hasLeft: other.hasLeft, state, invitedBy, invitedOn, heldOn, endedOn },
      until: answerableUntil(invitedOn),
      planned: plannedFor && clockIn(config.timeZone, plannedFor),
      record: recordStandingOf(versions.get(id) ?? []),
      moves: movesOf(standingOf(one), party, today),
    }
  })
}

/** Reads how far records are; never their words. */
async function versionsOf(ids: readonly string[]) {
  const { conversationId, version, leadAgreedOn, employeeAgreedOn } = conversationRecords
  const found = new Map<string, VersionFacts[]>()
  for (let from = 0; from < ids.length; from += atOnce) {
    const rows = await db
      .select({ conversationId, version, leadAgreedOn, employeeAgreedOn })
      .from(conversationRecords)
      .where(inArray(conversationId, ids.slice(from, from + atOnce)))
    for (const row of rows) found.set(row.conversationId, [...(found.get(row.conversationId) ?? []), row])
  }
  return found
}

/** Ids in one question to the database. @source our own choice: far below what SQLite takes, 32,766 */
const atOnce = 1000

/** Returns whom this person leads, as far as they were searched for, and who leads them. */
export async function choicesFor(self: Self, typed: string, at: Date): Promise<Choices> {
  const seen = await listConversations(self.id, at)
  const openWith = new Map(seen.filter(isOpen).map(one => [one.other.id, one.id]))
  const asChoice = ({ id, name, team }: Colleague) => ({ id, name, team, openId: openWith.get(id) ?? null })
  const led = (await findLed(self)).filter(({ name }) => isMeant(name, typed))
  return {
    led: led.slice(0, mostInGroup).map(asChoice),
    ledAll: led.length,
    leads: (await findLeads(self)).map(asChoice),
  }
}

const isOpen = ({ state }: ConversationSeen) => ['invited', 'declined', 'planned'].includes(state)

/** Tells which ways in somebody has: to invite whom they lead, to ask one of their leads. */
export async function waysIn(self: Self) {
  return { invite: hasRole(self, ['teamLead']), ask: (await findLeads(self)).length > 0 }
}

/** Tells whether a lead has no key yet, with which to read what two people may write down. */
export const needsKeyFirst = async (self: Pick<Person, 'id'>) => (await findOwnKey(self.id)) === null
