import { randomUUID } from 'node:crypto'
import {
  criteria as criteriaTable,
  type Db,
  gateKeys,
  gateSteps,
  gates,
  groupSeats,
  migrate,
  persons,
  proposals,
  sites,
  teams,
  transact,
  useCases,
  workgroups,
} from '#db'
import { recordOpening, stepBack } from '~/gates/opening.server'
import type { Phase } from '~/gates/phases'
import type { KeyHolder } from '~/gates/rules'
import { raiseVeto } from '~/gates/vetoing.server'
import { openLedger } from '~/ledger/store.server'
import type { Subject } from '~/workgroups/votes/rules'

/** A Monday on which everything happens that has no other day. */
export const at = new Date('2026-06-15T10:00:00Z')
const today = '2026-06-15'

type StepWish = { pct?: number; isJudgedGood?: boolean; keys?: readonly KeyHolder[]; openedOn?: string | null }
type Wish = { phase?: Phase; steps?: readonly StepWish[] }

let made = 0

/** Puts a gate there as its deeds would have left it: fixed, judged, both keys turned, nothing opened. @returns its id */
export async function gateWith({ phase = 'prototype', steps = [{}] }: Wish = {}): Promise<string> {
  await migrate()
  await openLedger(at)
  const number = ++made
  const id = `G-${number}`
  const group = {
    id: `W-${number}`,
    number,
    name: 'Werkgroep',
    state: 'working' as const,
    seats: 3,
    weeklyMinutes: 120,
  }
  const useCase = { id: `U-${number}`, number, workgroupId: group.id, name: 'Wachtwoorden', phase, enteredOn: today }
  await transact(async tx => {
    await tx.insert(workgroups).values({ ...group, foundedOn: today })
    await seatOne(tx, group.id)
    await tx.insert(useCases).values(useCase)
    await tx.insert(gates).values({ id, number, useCaseId: useCase.id, kind: 'pilotStart', name: 'Proef' })
    for (const [place, step] of steps.entries()) {
      const { pct = 20, isJudgedGood = true, keys = ['workgroup', 'formal'], openedOn = null } = step
      const row = { gateId: id, version: place + 1 }
      const fixed = { frozenOn: today, measuringFrom: today, judgedOn: today }
      await tx.insert(gateSteps).values({ ...row, ...fixed, targetPct: pct, isJudgedGood, openedOn })
      await tx.insert(criteriaTable).values({ ...row, number: 1, ...criterion })
      for (const holder of keys) await tx.insert(gateKeys).values({ ...row, holder, turnedOn: today, reason: 'r' })
    }
  })
  return id
}

/** Lets somebody sit in a group, so that there is somebody who could say no. */
async function seatOne(tx: Db, workgroupId: string) {
  const [siteId, teamId, personId] = ['gate-site', 'gate-team', `sits-${workgroupId}`]
  await tx.insert(sites).values({ id: siteId, name: 'Hier', jurisdiction: 'NL' }).onConflictDoNothing()
  await tx.insert(teams).values({ id: teamId, name: 'Team', siteId }).onConflictDoNothing()
  const name = { givenName: 'Lid', surnamePrefix: '', surname: 'Test' }
  await tx.insert(persons).values({ ...name, id: personId, email: `${personId}@voorbeeld.nl`, teamId })
  const term = { fromOn: '2026-01-01', untilOn: '2099-12-31' }
  await tx.insert(groupSeats).values({ workgroupId, personId, office: 'member', ...term })
}

const criterion = {
  ...{ measure: 'Klanten die opnieuw bellen', unit: '%', direction: 'atMost' as const, thresholdMilli: 8000 },
  ...{ source: 'Telefooncentrale', minimumVolume: 200 },
}

/** Lets the group of a gate adopt something about it. @returns the id of the proposal */
export async function adoptedAbout(gateId: string, subject: Subject, about: object): Promise<string> {
  const id = randomUUID()
  const rule = { quorumPct: 67, majorityPct: 50, vetoPct: 33 }
  const words = { title: 'a', words: 'b', detail: '{"persuade":"c"}' }
  const decided = { state: 'adopted' as const, version: 1, proposedOn: today, closedOn: today }
  const row = { id, workgroupId: gateId.replace('G', 'W'), subject, about: JSON.stringify(about) }
  await transact(async tx => void (await tx.insert(proposals).values({ ...row, ...rule, ...words, ...decided })))
  return id
}

/** Lets the group of a gate say no to a step. */
export async function vetoed(gateId: string, version = 1) {
  const place = { gateId, version, criterion: 1 }
  const raised = await raiseVeto(place, await adoptedAbout(gateId, 'veto', place), at)
  if (!raised.ok) throw new Error(raised.because)
  return raised.value.id
}

/** Opens a step, as the project lead does. */
export async function opened(gateId: string, version = 1) {
  const done = await recordOpening({ gateId, version }, lead, at)
  if (!done.ok) throw new Error(done.because)
}

/** Steps back from a step that is open. */
export async function steppedBack(gateId: string, version = 1) {
  const done = await stepBack({ gateId, version }, 'r', lead, at)
  if (!done.ok) throw new Error(done.because)
}

const lead = { id: 'lead', roles: ['projectLead' as const] }
