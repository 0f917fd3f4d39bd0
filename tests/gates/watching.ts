import { asc, eq, gte } from 'drizzle-orm'
import { db, gateKeys, gateSteps, gates, ledgerEntries, proposals, useCases, vetoes } from '#db'

// What must hold of a gate at every moment, said by another road than the rules: from bare rows, and from the ledger.

type Entry = { type: string; data: Record<string, string | number | boolean | undefined> }

/** Reads the bare rows of a gate. */
export async function rowsOf(gateId: string) {
  const [gate] = await db
    .select()
    .from(gates)
    .innerJoin(useCases, eq(useCases.id, gates.useCaseId))
    .where(eq(gates.id, gateId))
  const said = await db.select().from(vetoes).where(eq(vetoes.gateId, gateId))
  return {
    phase: gate!.use_cases.phase,
    group: gate!.use_cases.workgroupId,
    steps: await db.select().from(gateSteps).where(eq(gateSteps.gateId, gateId)).orderBy(asc(gateSteps.version)),
    keys: await db.select().from(gateKeys).where(eq(gateKeys.gateId, gateId)),
    vetoes: said,
    proposals: await db.select().from(proposals).where(eq(proposals.workgroupId, gate!.use_cases.workgroupId)),
  }
}
type Rows = Awaited<ReturnType<typeof rowsOf>>

const waiting = ['raised', 'answered', 'escalated']

/** Tells whether a gate may be open so far: some step of that share has everything, and no veto waits for its end against less. */
export function isRightlyOpen({ phase, steps, keys, vetoes: said }: Rows, pct: number): boolean {
  if (pct === 0) return true
  if (phase === 'listen') return false
  const upTo = steps.filter(one => one.targetPct <= pct).map(({ version }) => version)
  if (said.some(({ version, state }) => upTo.includes(version) && waiting.includes(state))) return false
  return steps.some(({ version, targetPct, frozenOn, isJudgedGood, openedOn }) => {
    const own = keys.filter(key => key.version === version).map(({ holder }) => holder)
    const hasBoth = own.includes('workgroup') && own.includes('formal')
    const isFree = said.every(one => one.version !== version || one.state === 'persuaded' || one.state === 'overridden')
    return targetPct === pct && frozenOn !== null && openedOn !== null && isJudgedGood && hasBoth && isFree
  })
}

/** Returns every deed of the group that no vote of this group about this very thing decided. */
export function undecided({ group, keys, vetoes: said, proposals: all, steps }: Rows): string[] {
  const isDecided = (id: string | null, subject: string, about: object) =>
    all.some(one => {
      const isSame =
        one.about !== null && Object.entries(about).every(([name, value]) => JSON.parse(one.about!)[name] === value)
      return one.id === id && one.workgroupId === group && one.subject === subject && one.state === 'adopted' && isSame
    })
  const place = ({ gateId, version }: { gateId: string; version: number }) => ({ gateId, version })
  const turned = keys.filter(key => key.holder === 'workgroup' && !isDecided(key.proposalId, 'verdict', place(key)))
  const raised = said.filter(one => !isDecided(one.proposalId, 'veto', { ...place(one), criterion: one.criterion }))
  const ofVeto = (subject: string, id: string) =>
    all.some(
      one => one.about !== null && JSON.parse(one.about).vetoId === id && isDecided(one.id, subject, { vetoId: id }),
    )
  const lifted = said.filter(one => one.state === 'persuaded' && !ofVeto('persuaded', one.id))
  const escalated = said.filter(one => one.state === 'escalated' && !ofVeto('escalate', one.id))
  const fixed = steps.filter(step => step.frozenOn && !all.some(one => isDecided(one.id, 'criteria', place(step))))
  return [
    ...turned.map(key => `key of step ${key.version} without a vote`),
    ...[...raised, ...lifted, ...escalated].map(one => `veto ${one.id} ${one.state} without a vote`),
    ...fixed.map(step => `criteria of step ${step.version} without a vote`),
  ]
}

/** What the ledger alone says of one gate. */
export type Told = { pct: number; locks: Record<string, string> }

/** Returns a reader that follows the ledger entry by entry and keeps what it says of one gate. */
export function followLedger(gateId: string) {
  const told: Told = { pct: 0, locks: {} }
  const stepOfVeto = new Map<string, number>()
  let seen = 0
  return async (): Promise<Told> => {
    const rows = await db
      .select()
      .from(ledgerEntries)
      .where(gte(ledgerEntries.seq, seen))
      .orderBy(asc(ledgerEntries.seq))
    for (const { bytes, seq } of rows) {
      seen = seq + 1
      const { type, data } = JSON.parse(bytes) as Entry
      if (type === 'veto.moved' && stepOfVeto.has(String(data.id))) told.locks[`veto ${data.id}`] = String(data.to)
      if (data.gate !== gateId) continue
      if (type === 'gate.moved') told.pct = Number(data.pct)
      if (type === 'gate.step') told.locks[`fixed ${data.version}`] = 'yes'
      if (type === 'gate.judged') told.locks[`good ${data.version}`] = data.good ? 'yes' : 'no'
      if (type === 'gate.key') told.locks[`${data.holder} ${data.version}`] = data.turned ? 'yes' : 'no'
      if (type === 'veto.raised') {
        stepOfVeto.set(String(data.id), Number(data.version))
        told.locks[`veto ${data.id}`] = 'raised'
      }
    }
    return told
  }
}

/** Returns the same as the tables have it. What was never said in the ledger has the same word as what was said to be off. */
export function locksOf({ steps, keys, vetoes: said }: Rows): Record<string, string> {
  const has = (version: number, holder: string) => keys.some(key => key.version === version && key.holder === holder)
  const pairs = steps.flatMap(({ version, frozenOn, isJudgedGood }): [string, boolean][] => [
    [`fixed ${version}`, frozenOn !== null],
    [`good ${version}`, isJudgedGood],
    [`workgroup ${version}`, has(version, 'workgroup')],
    [`formal ${version}`, has(version, 'formal')],
  ])
  const on = pairs.filter(([, isOn]) => isOn).map(([name]) => [name, 'yes'] as const)
  return Object.fromEntries([...on, ...said.map(one => [`veto ${one.id}`, one.state] as const)])
}

/** Leaves out what is off. */
export const onlyOn = (locks: Record<string, string>) =>
  Object.fromEntries(Object.entries(locks).filter(([, word]) => word !== 'no'))
