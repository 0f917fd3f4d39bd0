import PostalMime from 'postal-mime'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeMailbox, mails, openMailbox } from '../notices/mailbox'

async function open() {
  await openMailbox()
  const cast = await import('./votes-cast')
  const { id: group, members } = await cast.groupOf(3)
  const { propose, recordOpening, recordVote } = await import('~/workgroups/votes/voting.server')
  const { remindVoters } = await import('~/workgroups/votes/reminders.server')
  const { voteAsks } = await import('~/workgroups/votes/asks.server')
  const { config } = await import('~/config.server')
  const { db, persons, sentReminders, transact } = await import('#db')
  const { eq } = await import('drizzle-orm')
  await transact(tx => tx.update(persons).set({ language: 'fr' }).where(eq(persons.id, members[2]!)))
  const said = { subject: 'plan' as const, title: 'Eerst de wachtwoorden', words: 'w' }
  const { id } = cast.got(await propose(group, said, members[0]!, cast.at))
  const votes = { recordOpening, recordVote, remindVoters, voteAsks }
  return { ...cast, ...votes, config, db, sentReminders, members, id }
}
let house: Awaited<ReturnType<typeof open>>
beforeAll(async () => {
  house = await open()
})
afterAll(closeMailbox)

async function mailsAfter(hours: number, times = 1) {
  mails.length = 0
  for (let time = 0; time < times; time++) await house.remindVoters(house.hoursLater(hours))
  const said = await Promise.all(mails.map(mail => PostalMime.parse(mail)))
  return said.sort((a, b) => (a.to![0]!.address! < b.to![0]!.address! ? -1 : 1))
}
const addressees = (said: Awaited<ReturnType<typeof mailsAfter>>) => said.map(({ to }) => to?.[0]?.address)
const addressOf = (id: string) => `${id}@voorbeeld.nl`
const asksOf = async (nth: number) => (await house.voteAsks({ id: house.members[nth]! }, house.at)).map(one => one.kind)

test('nobody is mailed about what is only discussed, and where no mail server is set nothing is kept as sent', async () => {
  expect(await mailsAfter(0)).toEqual([])
  house.got(await house.recordOpening(house.id, 1, house.end, { personId: house.members[0]!, at: house.at }))
  const { smtpUrl } = house.config
  house.config.smtpUrl = undefined
  expect(await mailsAfter(1)).toEqual([])
  house.config.smtpUrl = smtpUrl
  expect(await house.db.select().from(house.sentReminders)).toEqual([])
})

test('every member hears once that a vote is open, each in their own language', async () => {
  const said = await mailsAfter(1, 3)
  expect(addressees(said)).toEqual(house.members.map(addressOf))
  expect(said.map(({ subject }) => subject)).toEqual([
    'Je werkgroep stemt',
    'Je werkgroep stemt',
    'Votre groupe de travail vote',
  ])
  for (const { text } of said) {
    expect(text).toContain('Eerst de wachtwoorden')
    expect(text).toContain(`/app/proposals/${house.id}`)
  }
  expect(await mailsAfter(47), 'two days are not the last day').toEqual([])
})

test('in the last day only who has not voted hears of it, once; to whom it went stands nowhere', async () => {
  const cast = { choice: 'consent' as const, reason: '' }
  expect(await asksOf(0)).toEqual(['voteOpen'])
  house.got(await house.recordVote(house.id, cast, house.members[0]!, house.at))
  expect([await asksOf(0), await asksOf(1)]).toEqual([[], ['voteOpen']])
  const said = await mailsAfter(48, 3)
  expect(addressees(said)).toEqual(house.members.slice(1).map(addressOf))
  expect(said[0]!.text).toContain('sluit op donderdag 4 juni')
  const kept = JSON.stringify(await house.db.select().from(house.sentReminders))
  expect(kept).toContain(`vote.closing.${house.id}`)
  for (const member of house.members) expect(kept).not.toContain(member)
  expect(await mailsAfter(60)).toEqual([])
})

test('a vote whose time has come asks nobody any more', async () => {
  expect(await mailsAfter(73)).toEqual([])
  expect(await house.voteAsks({ id: house.members[1]! }, house.end)).toEqual([])
})
