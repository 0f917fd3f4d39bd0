// Prepares what a sheet for a team talk is made of, beside checks that are published: `sheet-preparation.ts`, in the data
// folder of its settings. A year of talks with one team, of which half of what was agreed is done, promises, and a full board.

import { closeDatabase, personRoles, persons, teams, transact } from '#db'
import { addDays, type Day } from '../../app/calendar'
import { boardParts } from '../../app/conversations/board/rules'
import { addLine } from '../../app/conversations/board/store.server'
import { recordAgreement, recordEnd } from '../../app/conversations/team/agreeing.server'
import { recordHeld, recordPlan } from '../../app/conversations/team/planning.server'
import { recordPromise } from '../../app/promises/store.server'
import { signIn, today } from './staff'

const lead = { id: 'sheet-lead', roles: ['teamLead' as const], teamId: 'U1' }
const done = { outcome: 'done' as const, because: '' }
const untilOn = addDays(today, 30)
const board = { roles: ['executive' as const] }
const at = (day: Day) => new Date(`${day}T12:00:00Z`)

await transact(async tx => {
  await tx.insert(teams).values({ id: lead.teamId, name: 'Klantcontact 1', parentId: null, siteId: 's' })
  const name = { email: `${lead.id}@voorbeeld.nl`, givenName: 'Lead', surnamePrefix: '', surname: 'Bench' }
  await tx.insert(persons).values({ id: lead.id, teamId: lead.teamId, ...name })
  await tx.insert(personRoles).values({ personId: lead.id, role: 'teamLead' })
})
for (let month = 12; month >= 1; month--) await talk(addDays(today, -28 * month))
for (const part of boardParts) for (let nth = 1; nth <= 6; nth++) await addLine(lineOf(part, nth), addDays(today, -nth))
for (let nth = 1; nth <= 40; nth++) must(await recordPromise(promised(nth), board, new Date()))
const [cookie] = await signIn([lead.id])
await closeDatabase()
process.send!({ cookie })
process.disconnect()

async function talk(heldOn: Day) {
  const plan = { teamId: lead.teamId, plannedOn: heldOn, time: '10:30', guideSlug: 'just-words' as const }
  const { id } = must(await recordPlan(plan, lead, at(addDays(heldOn, -3))))
  must(await recordHeld(id, { seen: 1, heldOn }, lead, at(heldOn)))
  for (const owner of ['team', 'teamLead', 'management', 'ict'] as const) {
    const said = { action: `Wat er op ${heldOn} is afgesproken, doen we samen.`, owner, dueOn: addDays(heldOn, 30) }
    const { id: agreed } = must(await recordAgreement(id, said, lead, at(heldOn)))
    if (owner === 'team' || owner === 'ict') must(await recordEnd(agreed, done, lead, at(addDays(heldOn, 20))))
  }
}

function lineOf(part: (typeof boardParts)[number], nth: number) {
  return {
    part,
    line: `Regel ${nth} van wat de directie hierover zegt.`,
    because: 'Dat is nog niet besloten.',
    untilOn,
  }
}

function promised(nth: number) {
  const words = {
    why: 'Jullie vroegen erom.',
    scope: 'Alle teams.',
    exclusions: 'geen',
    measure: 'Een lijst per team.',
  }
  const days = { madeOn: addDays(today, -100), dueOn: addDays(today, (nth % 2 === 0 ? 1 : -1) * nth) }
  const owner = { ownerRole: 'executive' as const, ownerName: '' }
  return { text: `Belofte ${nth}: training over AI, in werktijd.`, ...words, ...days, ...owner }
}

function must<T>(decision: { ok: true; value: T } | { ok: false; because: string }): T {
  if (!decision.ok) throw new Error(decision.because)
  return decision.value
}
