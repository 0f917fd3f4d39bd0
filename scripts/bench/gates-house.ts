// A house with gates that are open, behind the real web server: `gates-house.ts <gates>`, in the data folder of its
// settings. Asked for a veto against one, it tells how many milliseconds later the first answer was that says so.
import { get } from 'node:http'
import { json } from 'node:stream/consumers'
import { criteria, gateKeys, gateSteps, gates, migrate, proposals, transact, useCases, workgroups } from '#db'
import type { GateAnswer } from '../../app/gates/machine/answer'
import { gateFile } from '../../app/gates/machine/served.server'
import { keyHolders } from '../../app/gates/rules'
import { raiseVeto } from '../../app/gates/vetoing.server'
import { openLedger } from '../../app/ledger/store.server'
import { createWebServer } from '../web/app'
import { today } from './staff'

const at = new Date()
const [, , count = ''] = process.argv
const names = Array.from({ length: Number(count) }, (_, nth) => `G-${nth + 1}`)

await migrate()
await openLedger(at)
await transact(async tx => {
  const group = { id: 'W-1', number: 1, name: 'Werkgroep', state: 'working' as const, seats: 9, weeklyMinutes: 120 }
  await tx.insert(workgroups).values({ ...group, foundedOn: today })
  const useCase = { id: 'U-1', number: 1, workgroupId: 'W-1', name: 'Wachtwoorden', phase: 'prototype' as const }
  await tx.insert(useCases).values({ ...useCase, enteredOn: today })
  for (const [nth, id] of names.entries()) {
    const step = { gateId: id, version: 1 }
    await tx.insert(gates).values({ id, number: nth + 1, useCaseId: 'U-1', kind: 'pilotStart', name: id })
    const days = { frozenOn: today, measuringFrom: today, judgedOn: today, openedOn: today }
    await tx.insert(gateSteps).values({ ...step, ...days, targetPct: 20, isJudgedGood: true })
    const bar = { measure: 'Opnieuw gebeld', unit: '%', direction: 'atMost' as const, thresholdMilli: 8000 }
    await tx.insert(criteria).values({ ...step, ...bar, number: 1, source: 'Centrale', minimumVolume: 200 })
    for (const holder of keyHolders) await tx.insert(gateKeys).values({ ...step, holder, turnedOn: today, reason: '' })
    const rule = { quorumPct: 67, majorityPct: 50, vetoPct: 33 }
    const decided = { state: 'adopted' as const, version: 1, proposedOn: today, closedOn: today }
    const said = {
      title: 'Veto',
      words: 'w',
      subject: 'veto' as const,
      about: JSON.stringify({ ...step, criterion: 1 }),
    }
    await tx.insert(proposals).values({ id: `veto-${id}`, workgroupId: 'W-1', ...said, ...rule, ...decided })
  }
})

const server = createWebServer({
  pages: async () => new Response(null, { status: 503 }),
  gateDoor: gateFile,
  ownOrigin: 'http://127.0.0.1',
  ballotBoxPort: () => 0,
  tokenFile: '',
  health: () => Promise.reject(new Error('not asked here')),
  onFault: fault => {
    throw fault
  },
})
server.listen(0, '127.0.0.1', () => process.send!({ port: portOf() }))
process.on('message', ({ veto }: { veto: string }) => void untilBlocked(veto).then(told => process.send!(told)))
process.on('disconnect', () => process.exit(0))
process.on('SIGTERM', () => process.exit(0))

const portOf = () => (server.address() as { port: number }).port

async function untilBlocked(gateId: string) {
  const blocked = firstBlocked(gateId)
  await raiseVeto({ gateId, version: 1, criterion: 1 }, `veto-${gateId}`, new Date())
  const stands = performance.now()
  return { milliseconds: Math.max(0, (await blocked) - stands) }
}

/** Asks without a pause. @returns when the first answer was there that says no */
async function firstBlocked(gateId: string): Promise<number> {
  const said = await new Promise<GateAnswer>((resolve, reject) =>
    get(`http://127.0.0.1:${portOf()}/gates/${gateId}.json`, answer =>
      json(answer).then(one => resolve(one as GateAnswer), reject),
    ),
  )
  return said.state === 'blocked' ? performance.now() : firstBlocked(gateId)
}
