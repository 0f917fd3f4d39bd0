import { z } from 'zod'
import { isDay } from '~/calendar'
import { roundKinds } from './rules'

const day = z.string().min(1).refine(isDay, 'notADay')

const tick = z
  .union([z.boolean(), z.literal('on')])
  .optional()
  .transform(ticked => ticked === true || ticked === 'on')

/** The days of a round, as the browser's own calendar sends them. Whether they make a round is decided by `planRound`. */
export const roundForm = z.object({
  issuingFrom: day,
  opensOn: day,
  closesOn: day,
  asks: z.enum(roundKinds).catch('pulse'),
  withPilotItem: tick,
  /** The day on which everybody may read the result, where the works council asked for the round and reads first. */
  embargoUntil: z
    .literal('')
    .transform(() => undefined)
    .or(day)
    .optional(),
  /** Whether only the works council can open the ballots. */
  councilHolds: tick,
})

/** Writes accepted values as they were typed, for a form that the rules refuse. */
export function typedAgain({ withPilotItem, councilHolds, embargoUntil = '', ...days }: z.output<typeof roundForm>) {
  const ticks = { ...(withPilotItem ? { withPilotItem: 'on' } : {}), ...(councilHolds ? { councilHolds: 'on' } : {}) }
  const values: Record<string, string> = { ...days, embargoUntil, ...ticks }
  return { ok: false, problems: {}, values } as const
}
