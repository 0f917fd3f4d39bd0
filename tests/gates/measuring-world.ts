import { eq } from 'drizzle-orm'
import { criteria, gateSteps, groupSeats, transact } from '#db'
import type { Measurement } from '~/gates/criteria'
import { hire } from '../people/cast'
import { gateWith } from './machine-world'

export const at = new Date('2026-06-15T10:00:00Z')
export const begunOn = '2026-06-01'

/** A gate whose one step is fixed and measured from the first of June, by two criteria; nobody has judged it. */
export async function gateToMeasure(): Promise<string> {
  const gateId = await gateWith({ steps: [{ isJudgedGood: false, keys: [] }] })
  await transact(async tx => {
    const own = eq(gateSteps.gateId, gateId)
    await tx.update(gateSteps).set({ judgedOn: null, measuringFrom: begunOn, frozenOn: '2026-05-20' }).where(own)
    const second = {
      measure: 'Minuten per gesprek',
      unit: 'minuten',
      direction: 'atMost' as const,
      thresholdMilli: 5000,
    }
    const rest = { source: 'Telefooncentrale', minimumVolume: 1 }
    await tx.insert(criteria).values({ gateId, version: 1, number: 2, ...second, ...rest })
  })
  return gateId
}

/** A week of the first criterion, that may be counted. */
export const week: Measurement = {
  ...{ criterion: 1, fromOn: '2026-06-01', untilOn: '2026-06-07' },
  ...{ valueMilli: 7500, volume: 400 },
}

/** Hires somebody and seats them in the group of a gate. */
export async function seated(email: string, gateId: string): Promise<string> {
  const personId = await hire(email)
  await seatIn(gateId, personId)
  return personId
}

/** Seats somebody in the group of a gate. */
export async function seatIn(gateId: string, personId: string) {
  const seat = { workgroupId: gateId.replace('G', 'W'), personId, office: 'member' as const, leftOn: null }
  await transact(async tx => {
    await tx.insert(groupSeats).values({ ...seat, fromOn: '2026-01-01', untilOn: '2099-12-31' })
  })
}
