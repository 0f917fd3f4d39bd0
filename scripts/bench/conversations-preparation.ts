// Prepares one-to-ones: `conversations-preparation.ts <talks> <of the busiest lead>`, in the data folder of its settings.
// Every talk was held and has a record of half a year old, so long as a real one: its words are noise, as sealed words are.
import { randomBytes, randomUUID } from 'node:crypto'
import { accessLog, closeDatabase, conversationRecords, conversations, keyWraps, transact } from '#db'
import { addDays, addMonths } from '../../app/calendar'
import { monthsAfterFollowUp } from '../../app/conversations/retention/rules'
import { foundOrganisation, inParts, signIn, today } from './staff'

/** Bytes of words sealed in one block of padding, and of a wrapped key. */
const [sealedBytes, wrappedBytes] = [1024 + 28, 384]
const heldOn = addDays(addMonths(today, -monthsAfterFollowUp), -2)
const noise = (bytes: number) => randomBytes(bytes).toString('base64url')

const [all = 0, busiest = 0] = process.argv.slice(2).map(Number)
const people = await foundOrganisation(50, 20)
const [busy, calm, ...others] = people as [string, string, ...string[]]
const talks = Array.from({ length: all }, (_, nth) => talkOf(nth))

await transact(async tx => {
  for (const rows of inParts(talks)) {
    const ids = rows.map(({ id }) => id)
    await tx.insert(conversations).values(rows)
    await tx.insert(conversationRecords).values(ids.map(recordOf))
    await tx
      .insert(keyWraps)
      .values(rows.flatMap(talk => [wrapOf(talk.id, talk.employeeId), wrapOf(talk.id, talk.leadId)]))
    await tx
      .insert(accessLog)
      .values(rows.flatMap(talk => [readBy(talk.id, talk.leadId), readBy(talk.id, talk.employeeId)]))
  }
})
const [busyCookie, calmCookie] = await signIn([busy, calm])
await closeDatabase()
process.send!({ busy: busyCookie, calm: calmCookie, heldOn })
process.disconnect()

/** The busiest lead has so many, a calm one has twenty, the rest belong to everybody else. */
function talkOf(nth: number) {
  const leadId = nth < busiest ? busy : nth < busiest + 20 ? calm : others[nth % 40]!
  const who = { employeeId: others[40 + (nth % (others.length - 40))]!, leadId, invitedBy: 'lead' as const }
  return { id: randomUUID(), ...who, state: 'held' as const, invitedOn: heldOn, heldOn, isCounted: true }
}

function recordOf(conversationId: string) {
  const agreed = { leadAgreedOn: heldOn, employeeAgreedOn: heldOn }
  return { conversationId, version: 1, revision: 2, sealedShared: noise(sealedBytes), ...agreed }
}

function wrapOf(thingId: string, personId: string) {
  return { thingId, personId, wrapped: noise(wrappedBytes), givenOn: heldOn }
}

function readBy(thingId: string, actorId: string) {
  return { id: randomUUID(), thingId, actorId, deed: 'read' as const, at: new Date(`${heldOn}T10:00:00Z`) }
}
