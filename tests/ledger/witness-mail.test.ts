import { eq } from 'drizzle-orm'
import { beforeAll, expect, test, vi } from 'vitest'
import { ledgerWitnesses, persons, rounds, transact } from '#db'
import { keyTypes, verifierKey } from '~/ledger/note'
import { addWitness, append, openLedger } from '~/ledger/store.server'
import { remindWitnesses } from '~/ledger/witness-mail.server'
import type { Mail } from '~/notices/mail.server'
import { foundOrganisation, hire } from '../people/cast'
import { council, noon } from './log-builder'

const sent: Mail[] = []
let canMail = true
vi.mock('~/notices/mail.server', () => ({
  mailIsConfigured: () => canMail,
  sendMail: async (mail: Mail) => void sent.push(mail),
}))

const mailsOn = async (day: string, times = 1) => {
  sent.length = 0
  for (let time = 0; time < times; time++) await remindWitnesses(noon(day))
  return sent.map(({ to, language }) => `${to} ${language}`).sort()
}
const both = ['frida@voorbeeld.nl fr', 'raadslid@voorbeeld.nl nl']

beforeAll(async () => {
  await foundOrganisation()
  await hire('raadslid@voorbeeld.nl', ['worksCouncil'])
  await hire('frida@voorbeeld.nl', ['worksCouncil'])
  await hire('vertrokken@voorbeeld.nl', ['worksCouncil'])
  await hire('beheerder@voorbeeld.nl', ['platformAdmin'])
  await transact(async tx => {
    await tx.update(persons).set({ language: 'fr' }).where(eq(persons.id, 'frida'))
    await tx
      .update(persons)
      .set({ leftAt: noon('2026-01-01') })
      .where(eq(persons.id, 'vertrokken'))
  })
  await openLedger(noon('2026-11-01'))
})

test('without a witness nobody is mailed', async () => expect(await mailsOn('2026-12-01')).toEqual([]))

test('the whole works council is mailed from the sixth day, once a day, each in their own language', async () => {
  const key = verifierKey(council, keyTypes.witness)
  await transact(tx => addWitness(tx, { name: council.name, key, of: 'worksCouncil' }, noon('2026-11-01')))
  expect(await mailsOn('2026-11-06')).toEqual([])
  expect(await mailsOn('2026-11-07', 3)).toEqual(both)
  expect(sent[0]!.text).toContain('/app/witnesses/cosign')
  expect(await mailsOn('2026-11-07')).toEqual([])
  expect(await mailsOn('2026-11-08', 2)).toEqual(both)
  expect(await mailsOn('2026-11-11')).toEqual([])
  expect(await mailsOn('2026-11-16')).toEqual(both)
})

test('a round that waits is mailed at once', async () => {
  const data = { files: [] }
  const openedSeq = await transact(tx => append(tx, { type: 'client.released', data }, noon('2026-11-17')))
  const days = { issuingFrom: '2026-11-17', opensOn: '2026-11-20', closesOn: '2026-11-27' }
  const row = { id: 'R9', number: 9, withPilotItem: false, state: 'issuing' as const, ...days, openedSeq }
  await transact(tx => tx.insert(rounds).values(row))
  expect(await mailsOn('2026-11-17')).toEqual(both)
  expect(sent.every(({ text }) => /Ronde 9|Le tour 9/.test(text))).toBe(true)
})

test('where no mail server is set nothing is kept as sent', async () => {
  canMail = false
  expect(await mailsOn('2026-11-18')).toEqual([])
  canMail = true
  expect(await mailsOn('2026-11-18')).toEqual(both)
  await transact(tx => tx.update(ledgerWitnesses).set({ removedSeq: 2 }))
  expect(await mailsOn('2026-11-19')).toEqual([])
})
