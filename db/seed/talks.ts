import { addDays, type Day } from '~/calendar'
import { recordInvitation } from '~/conversations/one-to-ones/inviting.server'
import { findLeads, findLed } from '~/conversations/one-to-ones/leads.server'
import { recordMove } from '~/conversations/one-to-ones/moving.server'
import { beginBody, saveBody } from '~/conversations/record/bodies.client'
import type { Typed } from '~/conversations/record/words'
import { beginRecord, recordAgreement, saveRecord } from '~/conversations/record/writing.server'
import { makeOwnKey } from '~/conversations/sealing/seal.client'
import { openOwnKey, unwrapRecordKey } from '~/conversations/sealing/sealed'
import { findOwnKey, keepOwnKey } from '~/conversations/sealing/store.server'
import { demoPersons } from '~/people/demo.server'
import type { Person } from '~/people/rules'
import { findById } from '~/people/store.server'
import { demoPassphrase } from '~/preparation.server'

const at = (day: Day) => new Date(`${day}T12:00:00Z`)

/** What was written down after an invented talk, by two invented people. */
const written = (heldOn: Day): Required<Typed> => ({
  shared: {
    topics: ['too_old', 'training'],
    text: 'We spraken over de nieuwe schermen. Het gaat snel, en uitleg tussen twee gesprekken door helpt niet. Een rustig uur met iemand die het al kent helpt wel.',
    actions: [
      { owner: 'lead', text: 'Een uur in het rooster om mee te kijken.', dueOn: addDays(heldOn, 14), doneOn: '' },
      { owner: 'employee', text: 'Vragen opschrijven als ze opkomen.', dueOn: addDays(heldOn, 14), doneOn: '' },
      { owner: 'management', text: 'De uitleg ook op papier.', dueOn: addDays(heldOn, 45), doneOn: '' },
    ],
  },
  own: 'Ik wil dit graag leren. Ik wil alleen niet de langzaamste zijn waar iedereen bij zit.',
  followUpOn: addDays(heldOn, 45),
})

/**
 * Plays one-to-ones of the invented people whom a visitor can be: the team lead has one planned, one without an answer and
 * one with a record; the colleague is invited, and has a record too. Their keys open with the passphrase of the demo.
 */
export async function demoTalks(today: Day) {
  const visitors = await demoPersons()
  const visitor = async (role: 'teamLead' | 'agent') => {
    const found = visitors.find(one => one.role === role)
    return found && findById(found.personId)
  }
  const [lead, colleague] = [await visitor('teamLead'), await visitor('agent')]
  if (lead) await talksOfLead(lead, today)
  if (colleague) await talksOfColleague(colleague, today)
}

async function talksOfLead(lead: Person, today: Day) {
  const team = (await findLed(lead)).filter(one => one.teamId === lead.teamId)
  const [first, second, third] = team.map(({ id }) => id)
  if (!first || !second || !third) return
  await giveKeys([lead.id, first], addDays(today, -30))
  await recordedTalk({ lead, employee: first, heldOn: workday(addDays(today, -20)) })
  const planned = must(await recordInvitation(lead, second, at(addDays(today, -4))))
  const day = workday(addDays(today, 3))
  must(await recordMove(planned, { id: second }, { deed: 'plan', day, time: '14:30' }, at(addDays(today, -3))))
  must(await recordInvitation(lead, third, at(addDays(today, -2))))
}

async function talksOfColleague(colleague: Person, today: Day) {
  const [nearest] = await findLeads(colleague)
  const lead = nearest && (await findById(nearest.id))
  if (!lead) return
  await giveKeys([lead.id, colleague.id], addDays(today, -60))
  await recordedTalk({ lead, employee: colleague.id, heldOn: workday(addDays(today, -48)) })
  must(await recordInvitation(lead, colleague.id, at(addDays(today, -1))))
}

type Talk = { lead: Person; employee: string; heldOn: Day }

/** Everything goes as it goes between two browsers: the employee begins, both write, the employee has the last word. */
async function recordedTalk({ lead, employee, heldOn }: Talk) {
  const asked = addDays(heldOn, -4)
  const conversationId = must(await recordInvitation(lead, employee, at(asked)))
  must(await recordMove(conversationId, { id: employee }, { deed: 'plan', day: heldOn, time: '11:00' }, at(asked)))
  must(await recordMove(conversationId, lead, { deed: 'hold' }, at(heldOn)))
  const [byEmployee, byLead] = [employee, lead.id].map(personId => ({ conversationId, personId }))
  const two = await Promise.all([employee, lead.id].map(readerOf))
  const begun = await beginBody(conversationId, two)
  const start = must(await beginRecord(byEmployee!, begun, at(heldOn)))
  const key = await keyOf(conversationId, employee, begun.wraps[0]!.wrapped)
  const body = await saveBody({ conversationId, key }, start, written(heldOn))
  if (body.intent !== 'save') throw new Error('the demo begins a second version')
  const seen = must(await saveRecord(byEmployee!, body, at(heldOn)))
  for (const by of [byLead!, byEmployee!]) must(await recordAgreement(by, seen, at(addDays(heldOn, 1)), async () => {}))
}

async function giveKeys(personIds: string[], madeOn: Day) {
  const made = await Promise.all(
    personIds.map(async personId => ({ personId, stored: await makeOwnKey(personId, demoPassphrase) })),
  )
  for (const { personId, stored } of made) must(await keepOwnKey(personId, stored, madeOn))
}

const readerOf = async (personId: string) => ({ personId, publicKey: (await findOwnKey(personId))!.publicKey })

async function keyOf(thingId: string, personId: string, wrapped: string): Promise<CryptoKey> {
  const opener = await openOwnKey((await findOwnKey(personId))!, personId, demoPassphrase)
  return (await unwrapRecordKey(opener!, wrapped, { thingId, personId }))!
}

/** Nobody talks in a weekend. */
function workday(day: Day): Day {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return addDays(day, weekday === 6 ? 2 : weekday === 0 ? 1 : 0)
}

function must<T>(decision: { ok: true; value: T } | { ok: false; because: string }): T {
  if (!decision.ok) throw new Error(`a talk in the demo is refused: ${decision.because}`)
  return decision.value
}
