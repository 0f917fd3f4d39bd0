import type { Day } from '~/calendar'
import type { Role } from '~/people/rules'
import type { Booking } from './rules'

/** Who gives a group its money, and could take it back. */
export const funders = ['executive'] as const satisfies readonly Role[]

type Dated = Pick<Booking, 'number' | 'kind' | 'cents' | 'corrects'> & { bookedOn: Day }

/**
 * Returns what management gave and what it took back. Correcting a grant takes money away as well, so it counts as a
 * cut; only a mistake that is put right on the day itself does not.
 *
 * @param moved all bookings between management and the group
 */
export function givenAndTaken(moved: readonly Dated[]): { givenCents: number; takenBackCents: number } {
  const undone = new Map(moved.flatMap(one => (one.corrects === null ? [] : [[one.corrects, one] as const])))
  const sum = { givenCents: 0, takenBackCents: 0 }
  for (const { number, kind, cents, bookedOn } of moved) {
    const correction = undone.get(number)
    if (kind === 'grant' && correction?.bookedOn !== bookedOn) {
      sum.givenCents += cents
      if (correction) sum.takenBackCents += cents
    }
    if (kind === 'cut' && !correction) sum.takenBackCents += cents
  }
  return sum
}
