import type { Day } from '~/calendar'
import { hasRole, type Person, type Role } from '~/people/rules'

/** Who reads first when a round says so: the works council, which asked for it. */
export const firstReaders = ['worksCouncil'] as const satisfies readonly Role[]

/** Who asks to read. Nobody in particular is everybody: whoever forgets to say who reads shows too little, never too much. */
export type Reader = Pick<Person, 'roles'> | undefined
type Watched = { state: string; embargoUntil?: Day }

/** Decides whether the works council still reads by itself. On the day itself everybody may. */
export const isKept = ({ embargoUntil }: Pick<Watched, 'embargoUntil'>, today: Day): boolean =>
  embargoUntil !== undefined && today < embargoUntil

/**
 * Decides whether somebody may see anything of the result of a round: its figures, its comments, what follows from
 * them. Nobody before it is published; until its day the works council alone; from then on everybody the same.
 * @source issue 5: "the works council sees results first if it asked for the round (embargo until a date)"
 */
export function maySee(round: Watched, reader: Reader, today: Day): boolean {
  if (round.state !== 'published') return false
  return !isKept(round, today) || (reader !== undefined && hasRole(reader, firstReaders))
}
