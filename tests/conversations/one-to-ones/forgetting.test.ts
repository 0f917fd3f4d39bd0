import { beforeAll, beforeEach, expect, test } from 'vitest'
import { conversationRecords, conversations, db, engine, transact } from '#db'
import { addDays } from '~/calendar'
import { forgetInvitations } from '~/conversations/one-to-ones/forgetting.server'
import { findConversation, listConversations } from '~/conversations/one-to-ones/store.server'
import { moveRounds } from '~/timetable.server'
import { filesWith, rowsOf } from '../../ledger/forensics'
import { foundTalkHouse, morning, talkOf, today } from './talk-house'

beforeAll(foundTalkHouse)
beforeEach(() => transact(tx => tx.delete(conversations)))

const on = (days: number) => new Date(morning.getTime() + days * 86_400_000)
const left = async () => (await db.select({ id: conversations.id }).from(conversations)).map(({ id }) => id).sort()
/** PostgreSQL keeps its files elsewhere; a table that is written anew has another number. */
const fileOfTable = async () =>
  engine === 'postgres' && JSON.stringify(await rowsOf("select pg_relation_filenode('conversations')"))

test('an invitation is nowhere to be seen from the fifteenth day, and its row is gone once it was counted', async () => {
  await talkOf('no', { state: 'declined', isCounted: true })
  await talkOf('silence', { state: 'invited', isCounted: true })
  await talkOf('uncounted', { state: 'declined' })
  await forgetInvitations(on(14))
  expect(await left(), 'control: not a day sooner').toHaveLength(3)
  expect(await listConversations('emma', on(14))).toHaveLength(3)
  expect(await findConversation('uncounted', 'emma', on(15))).toBeUndefined()
  expect(await listConversations('lea', on(15))).toEqual([])
  await forgetInvitations(on(15))
  expect(await left()).toEqual(['uncounted'])
  await forgetInvitations(on(16))
  expect(await left()).toEqual([])
})

test('the calendar counts first and forgets then: the day it lapses nothing is left, and nothing of it on the disk', async () => {
  const marker = 'merkteken-van-een-nee'
  await talkOf(marker, { state: 'declined' })
  if (engine === 'sqlite') expect(filesWith(marker), 'control: it stood there').not.toEqual([])
  const before = await fileOfTable()
  await moveRounds(on(15))
  expect(await left()).toEqual([])
  expect(filesWith(marker)).toEqual([])
  if (engine === 'postgres') expect(await fileOfTable(), 'the table has a new file').not.toBe(before)
})

test('a planned talk that nobody says was held goes after a month; one that was held without a record after two', async () => {
  await talkOf('planned', { state: 'planned', plannedFor: morning })
  await talkOf('held', { state: 'held', heldOn: today, isCounted: true })
  await talkOf('recorded', { state: 'held', heldOn: today, isCounted: true })
  const record = { conversationId: 'recorded', version: 1, revision: 1, sealedShared: 'x' }
  await transact(tx => tx.insert(conversationRecords).values(record))
  await forgetInvitations(on(30))
  expect(await left()).toEqual(['held', 'planned', 'recorded'])
  await forgetInvitations(on(31))
  expect(await left()).toEqual(['held', 'recorded'])
  await forgetInvitations(on(60))
  expect(await left()).toEqual(['held', 'recorded'])
  await forgetInvitations(on(61))
  expect(await left(), 'what has a record goes by its own rules').toEqual(['recorded'])
})

test('a talk is of the people it is of: who else looks finds nothing', async () => {
  await talkOf('c', { state: 'planned', plannedFor: on(3) })
  expect(await findConversation('c', 'tess', morning)).toBeUndefined()
  expect(await listConversations('tess', morning)).toEqual([])
  expect(await findConversation('c', 'lea', morning)).toMatchObject({ party: 'lead', other: { id: 'emma' } })
  expect(addDays(today, 14)).toBe('2026-03-16')
})
