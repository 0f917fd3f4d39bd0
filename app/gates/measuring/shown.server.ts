import type { Day } from '~/calendar'
import type { GateShown, StepShown } from '../store.server'
import { stepShownOf } from './entering'
import { listMeters } from './meters.server'

/** Returns the measurements of a step with the names of the programs that sent them. */
export async function withMeters(gateId: string, { measurements, ...step }: StepShown) {
  const names = new Map((await listMeters(gateId)).map(({ id, name }) => [id, name]))
  const lines = measurements.map(one => ({ ...one, meter: names.get(one.id.split('.')[0]!) }))
  return { ...step, measurements: lines }
}

/** Decides whether something may be entered for a step now: its criteria are fixed, measuring began, nobody judged it. */
export const isOpenForMeasuring = ({ measuringFrom, frozenOn, judgedOn }: StepShown, today: Day): boolean =>
  frozenOn !== null && measuringFrom !== null && measuringFrom <= today && judgedOn === null

/** Finds the step that an address asks for; 404 when a gate has no such step, nothing when it has none at all. */
export function stepAsked(gate: GateShown, request: Request): StepShown | undefined {
  const asked = new URL(request.url).searchParams.get('step')
  const step = stepShownOf(gate.steps, asked)
  if (asked !== null && !step) throw new Response(null, { status: 404 })
  return step
}
