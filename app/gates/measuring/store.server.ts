import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { type Db, measurements } from '#db'
import { allow, refuse } from '~/decision'
import { append } from '~/ledger/store.server'
import type { MeasuredBy, Measurement } from '../criteria'
import { inStep, type StepPlace } from '../moving.server'
import { measured } from '../witness'
import { enterAll, measuredOf, saysTheSame } from './entering'

/** How measurements came in, and when. `id` is the number of a program's message, which is counted once. */
export type CameIn = { way: MeasuredBy; at: Date; id?: string }

/**
 * Enters measurements of a step, all or none, each with its entry in the ledger. What stands already is not counted again.
 *
 * @returns how many count from now on
 */
export const recordMeasurements = (place: StepPlace, all: readonly Measurement[], { way, at, id }: CameIn) =>
  inStep(place, at, async ({ tx, step, today }) => {
    const [one] = all
    if (id && one && (await isTaken(tx, id, { ...place, ...one }))) return refuse('messageReused')
    const outcomes = enterAll(measuredOf(step), all, today)
    const refused = outcomes.find(outcome => !outcome.ok)
    if (refused && !refused.ok) return refused
    const fresh = all.filter((_, place) => outcomes[place]?.ok && outcomes[place].value === 'counts')
    for (const measurement of fresh) {
      const row = { ...place, ...measurement, id: id ?? randomUUID(), way, enteredOn: today }
      await tx.insert(measurements).values(row)
      await append(tx, measured(place, measurement), at)
    }
    return allow(fresh.length)
  })

/** Returns whether a message of this number said something else before. */
export async function isTaken(from: Db, id: string, one: StepPlace & Measurement): Promise<boolean> {
  const [row] = await from.select().from(measurements).where(eq(measurements.id, id))
  return row !== undefined && !(row.version === one.version && saysTheSame(row, one))
}
