import { z } from 'zod'
import { fromBase64url } from '~/ballot-box/bytes'

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
