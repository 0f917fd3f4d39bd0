import { personRoles, transact } from '#db'
import type { Role } from '~/people/rules'
import { closeAndCount } from '~/pulses/closing.server'
import type { RoundKind } from '~/pulses/drafting/rules'
import { draftRound } from '~/pulses/drafting/store.server'
import { beginIssuing } from '~/pulses/opening.server'
import { selfCheckLines } from '~/readiness/self-check/rules'
import { findSelfCheck } from '~/readiness/self-check/store.server'
import { recordHandedIn, saveLine } from '~/readiness/self-check/writing.server'
import { castAll, foundHouse, openedRound, plan, today } from '../pulses/round-trip'

/** A moment on the first day of the plan. */
export const at = new Date('2026-11-23T10:00:00Z')

/** Two teams of nine: two who lead them, and in the second one management and HR. */
export async function foundCheckHouse() {
  await foundHouse({ A: 9, B: 9 })
  const roles: [string, Role][] = [
    ['A1', 'teamLead'],
    ['B1', 'executive'],
    ['B2', 'teamLead'],
    ['B3', 'hr'],
    ['B4', 'executive'],
    ['A2', 'platformAdmin'],
  ]
  await transact(tx => tx.insert(personRoles).values(roles.map(([personId, role]) => ({ personId, role }))))
}

/** Plans a round that asks this. */
export async function draftedCheck(asks: RoundKind, days = plan) {
  const drafted = await draftRound({ ...days, asks }, today)
  if (!drafted.ok) throw new Error(drafted.because)
  return drafted.value.id
}

/** Fills in every line of a draft: management agrees with itself, and expects four of ten. */
export async function writeEverything(roundId: string, by = 'B1') {
  const { lines } = (await findSelfCheck(roundId))!
  for (const { itemId } of lines)
    await saveLine(roundId, { itemId, seen: {}, mine: { answer: 4, expectation: 4 } }, { id: by })
  return lines
}

/** Hands in what stands there now. */
export const handIn = async (roundId: string, by = 'B1') =>
  recordHandedIn(roundId, (await findSelfCheck(roundId))!.text, { by: { id: by }, at })

/** Begins a round, has eight of each team answer, and publishes it: team A agrees with everything, team B with nothing. */
export async function publishedCheck(roundId: string) {
  const begun = await beginIssuing(roundId, at)
  if (!begun.ok) throw new Error(begun.because)
  await openedRound(roundId)
  const eight = [1, 2, 3, 4, 5, 6, 7, 8]
  await castAll(
    roundId,
    eight.flatMap(nth => [
      { person: `A${nth}`, unit: 'U1', answer: 4 },
      { person: `B${nth}`, unit: 'U2', answer: 2 },
    ]),
  )
  await closeAndCount(roundId)
}

/** Every line of a check with a mirror. */
export const allLines = selfCheckLines('checkWithMirror')
