import { openPct, stepAtHand } from '../rules'
import { findGate, type GateShown, listGates, type StepShown } from '../store.server'
import { findVeto } from '../veto/reading.server'
import { isStanding } from '../vetoes'
import { reasonsOf } from './answer'
import type { PublicGate, PublicStep, PublicVeto } from './public-gate'

/** Returns every gate as everybody may read it, without what is only on its own page. */
export async function publicGates() {
  return (await listGates()).map(gate => ({
    ...headOf(gate),
    vetoes: gate.steps.flatMap(step => step.vetoes).filter(isStanding).length,
  }))
}

/** Returns a gate as everybody may read it: no words of a key, no file, no person but a director who signed. */
export async function publicGate(id: string, at: Date): Promise<PublicGate | undefined> {
  const gate = await findGate(id)
  if (!gate) return undefined
  const step = stepAtHand(gate)
  const ids = gate.steps.flatMap(one => one.vetoes.map(veto => veto.id))
  const vetoes = await Promise.all(ids.map(one => publicVeto(one, at)))
  return {
    ...headOf(gate),
    reasons: reasonsOf(gate),
    step: step && publicStep(step),
    vetoes: vetoes.reverse(),
  }
}

const headOf = (gate: GateShown) => ({
  ...{ id: gate.id, name: gate.name, useCase: gate.useCase, workgroup: gate.workgroup },
  pct: openPct(gate),
})

function publicStep({ targetPct, frozenOn, criteria, measurements, turned }: StepShown): PublicStep {
  return {
    ...{ targetPct, frozenOn, criteria },
    measurements: measurements.map(({ criterion, fromOn, untilOn, valueMilli, volume }) => ({
      ...{ criterion, fromOn, untilOn, valueMilli, volume },
    })),
    turned: turned.map(({ holder, turnedOn }) => ({ holder, turnedOn })),
  }
}

async function publicVeto(id: string, at: Date): Promise<PublicVeto> {
  const { state, raisedOn, targetPct, criterion, persuade, moves } = (await findVeto(id, at))!
  const signed = moves.find(move => move.state === 'overridden')
  return {
    ...{ id, state, raisedOn, targetPct, persuade, measure: criterion.measure },
    signed: signed ? { name: signed.signedBy ?? '', day: signed.movedOn, reason: signed.reason } : null,
  }
}
