import { eq } from 'drizzle-orm'
import PostalMime from 'postal-mime'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeMailbox, mails, openMailbox } from '../notices/mailbox'
import { council, noon } from './log-builder'

async function open() {
  await openMailbox()
  const db = await import('#db')
  const cast = await import('../people/cast')
  await cast.foundOrganisation()
  for (const name of ['raadslid', 'frida', 'vertrokken']) await cast.hire(`${name}@voorbeeld.nl`, ['worksCouncil'])
  await cast.hire('beheerder@voorbeeld.nl', ['platformAdmin'])
  await db.transact(async tx => {
    const { persons } = db
    await tx.update(persons).set({ language: 'fr' }).where(eq(persons.id, 'frida'))
    await tx
      .update(persons)
      .set({ leftAt: noon('2026-01-01') })
      .where(eq(persons.id, 'vertrokken'))
  })
  const { config } = await import('~/config.server')
  const store = await import('~/ledger/store.server')
  await store.openLedger(noon('2026-11-01'))
  const { keyTypes, verifierKey } = await import('~/ledger/note')
  const mailing = await import('~/ledger/witnesses/mail.server')
  return { ...db, ...store, ...mailing, config, key: verifierKey(council, keyTypes.witness) }
}
let house: Awaited<ReturnType<typeof open>>
beforeAll(async () => {
  house = await open()
})
afterAll(closeMailbox)

const arrived = () => Promise.all(mails.map(mail => PostalMime.parse(mail)))

const mailsOn = async (day: string, times = 1) => {
  mails.length = 0
  for (let time = 0; time < times; time++) await house.remindWitnesses(noon(day))
  return (await arrived()).map(({ to }) => to?.[0]?.address).sort()
}
const both = ['frida@voorbeeld.nl', 'raadslid@voorbeeld.nl']

test('without a witness nobody is mailed', async () => expect(await mailsOn('2026-12-01')).toEqual([]))

test('the whole works council is mailed from the sixth day, once a day, each in their own language', async () => {
  const { addWitness, key, transact } = house
  await transact(tx => addWitness(tx, { name: council.name, key, of: 'worksCouncil' }, noon('2026-11-01')))
  expect(await mailsOn('2026-11-06')).toEqual([])
  expect(await mailsOn('2026-11-07', 3)).toEqual(both)
  const subjects = (await arrived()).map(({ to, subject }) => `${to?.[0]?.address} ${subject}`).sort()
  expect(subjects).toEqual([`${both[0]} Le registre attend un témoin`, `${both[1]} Het register wacht op een getuige`])
  for (const { text } of await arrived()) expect(text).toContain('/app/witnesses/cosign')
  expect(await mailsOn('2026-11-07')).toEqual([])
  expect(await mailsOn('2026-11-08', 2)).toEqual(both)
  expect(await mailsOn('2026-11-11')).toEqual([])
  expect(await mailsOn('2026-11-16')).toEqual(both)
})

test('a round that waits is mailed at once', async () => {
  const { append, rounds, transact } = house
  const data = { files: [] }
  const openedSeq = await transact(tx => append(tx, { type: 'client.released', data }, noon('2026-11-17')))
  const days = { issuingFrom: '2026-11-17', opensOn: '2026-11-20', closesOn: '2026-11-27' }
  const row = { id: 'R9', number: 9, withPilotItem: false, state: 'issuing' as const, ...days, openedSeq }
  await transact(tx => tx.insert(rounds).values(row))
  expect(await mailsOn('2026-11-17')).toEqual(both)
  expect((await arrived()).every(({ text }) => /Ronde 9|La vague 9/.test(text ?? ''))).toBe(true)
})

test('when a witness is removed, every member of the works council hears which', async () => {
  mails.length = 0
  await house.tellOfRemoval(council.name)
  const said = await arrived()
  expect(said.map(({ to }) => to?.[0]?.address).sort()).toEqual(both)
  for (const { text } of said) expect(text).toContain(council.name)
})

test('where no mail server is set nothing is kept as sent', async () => {
  const { config, ledgerWitnesses, transact } = house
  const address = config.smtpUrl
  config.smtpUrl = undefined
  expect(await mailsOn('2026-11-18')).toEqual([])
  config.smtpUrl = address
  expect(await mailsOn('2026-11-18')).toEqual(both)
  await transact(tx => tx.update(ledgerWitnesses).set({ removedSeq: 2 }))
  expect(await mailsOn('2026-11-19')).toEqual([])
})
