import { inArray } from 'drizzle-orm'
import { db, persons } from '#db'
import { fullName } from '~/people/rules'
import type { ReaderShown } from './shown'
import type { RecordSeen } from './store.server'

/**
 * Returns who can read a record now: the two who talked and, for the employee, everybody it is shared with. Nobody else
 * learns with whom the employee shares it, but whoever reads it by a share learns that they do.
 */
export async function readersFor({ held, standing }: RecordSeen, personId: string): Promise<ReaderShown[]> {
  const { employee, lead, wraps } = held
  const holds = (id: string) => wraps.some(one => one.personId === id)
  const two: ReaderShown[] = [
    { id: employee.id, name: employee.name, as: 'employee', endsOn: null, holdsKey: holds(employee.id) },
    { id: lead.id, name: lead.name, as: 'lead', endsOn: null, holdsKey: holds(lead.id) },
  ]
  const shares = wraps.filter(one => one.endsOn !== null && (standing === 'employee' || one.personId === personId))
  const names = await namesOf(shares.map(one => one.personId))
  return [
    ...two,
    ...shares.map(
      ({ personId: id, endsOn }): ReaderShown => ({
        id,
        name: names.get(id) ?? '',
        as: 'reader',
        endsOn,
        holdsKey: true,
      }),
    ),
  ]
}

async function namesOf(ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db.select().from(persons).where(inArray(persons.id, ids))
  return new Map(rows.map(row => [row.id, fullName(row)]))
}
