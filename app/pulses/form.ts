import { z } from 'zod'
import { fromBase64url } from '~/ballot-box/bytes'
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

/** Characters in each part of a published response. @source our own choice: three full parts print on two pages */
export const longestResponsePart = 2000

/** Line ends are counted once, however the browser sends them. */
const responsePart = z
  .string()
  .overwrite(text => text.replace(/\r\n?/g, '\n').trim())
  .min(1)
  .max(longestResponsePart)

/** What management says about a result: all three parts, or none. `step` is what is asked of the page. */
export const responseForm = z.object({
  heard: responsePart,
  willDo: responsePart,
  willNotDo: responsePart,
  step: z.enum(['write', 'preview', 'publish']).catch('preview'),
})

const blindedForm = z.strictObject({ blinded: z.string().regex(/^[A-Za-z0-9_-]{342,683}$/) })

/** Reads the body with which a browser asks for its token: one blinded value of 256 to 512 bytes, and nothing else. */
export function blindedValue(body: string): Uint8Array | undefined {
  try {
    return fromBase64url(blindedForm.parse(JSON.parse(body)).blinded)
  } catch {
    return undefined
  }
}
