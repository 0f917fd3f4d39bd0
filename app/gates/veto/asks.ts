import type { Day } from '~/calendar'
import { hasRole, type Person } from '~/people/rules'
import { mayTurnFormalKey } from '../hands'
import { type Gate, gateOpeners, type Step, vetoesHolding } from '../rules'
import { isLate } from './clock'
import type { VetoInFull } from './shown'

/** What a veto, or a gate that waits for a key, asks of somebody. */
export type VetoAsk =
  | { kind: 'veto'; say: 'answer' | 'late' | 'vote' | 'escalated'; id: string; group: string; pct: number; date: Day }
  | { kind: 'formalKey'; id: string; gateId: string; version: number; group: string; pct: number }

type By = Pick<Person, 'roles'> & { workgroupIds: readonly string[] }

/** Returns what vetoes ask of somebody, the most urgent first; at most one for each veto. */
export function vetoAsksOf(vetoes: readonly VetoInFull[], by: By): VetoAsk[] {
  const asks = vetoes.flatMap((veto): (VetoAsk & { kind: 'veto' })[] => {
    const say = sayOf(veto, by)
    if (!say) return []
    const { id, gate, targetPct, answerDueOn } = veto
    return [{ kind: 'veto', say, id, group: gate.workgroup, pct: targetPct, date: answerDueOn }]
  })
  return asks.sort((a, b) => urgency[a.say] - urgency[b.say] || (a.date < b.date ? -1 : 1))
}

const urgency = { late: 0, answer: 1, escalated: 2, vote: 3 } as const

function sayOf(veto: VetoInFull, by: By) {
  const isManagement = hasRole(by, gateOpeners)
  const isCouncil = hasRole(by, ['worksCouncil']) && !isManagement
  if (isLate(veto.clock) && (isManagement || isCouncil)) return 'late'
  if (veto.state === 'raised' && isManagement) return 'answer'
  if (veto.state === 'escalated' && isCouncil) return 'escalated'
  return veto.state === 'answered' && by.workgroupIds.includes(veto.gate.workgroupId) ? 'vote' : undefined
}

type GateWaiting = Pick<Gate, 'phase'> & { id: string; workgroup: string; steps: readonly Step[] }

/** Returns for the works council every step that only its key holds. */
export function formalKeyAsks(gates: readonly GateWaiting[], by: Pick<Person, 'roles'>): VetoAsk[] {
  if (!mayTurnFormalKey(by)) return []
  return gates.flatMap(({ id, workgroup, steps }) =>
    steps
      .filter(step => waitsForCouncil(step, steps))
      .map(({ version, targetPct }): VetoAsk => {
        return { kind: 'formalKey', id: `${id}.${version}`, gateId: id, version, group: workgroup, pct: targetPct }
      }),
  )
}

const waitsForCouncil = (step: Step, steps: readonly Step[]) =>
  step.isJudgedGood && step.keys.workgroup && !step.keys.formal && vetoesHolding(step, steps).length === 0
