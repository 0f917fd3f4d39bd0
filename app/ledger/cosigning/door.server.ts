import { z } from 'zod'
import { db, transact } from '#db'
import { refuse } from '~/decision'
import { judgeCosignature, takeCosignature } from './store.server'

/** Characters of a cosignature with its size: a name of 120, a signature of 104 and what JSON needs, with room to spare. */
const longestBody = 2048

/** The character of nothing stands in no name, and PostgreSQL refuses it. */
const isText = (line: string) => !line.includes('\0')
const cosignature = z.object({ size: z.int32().positive(), line: z.string().max(longestBody).refine(isText) })

/**
 * Reads a cosignature as it was sent and keeps it, or says why not. Anybody may send anything here, so only what
 * would be kept as the ledger stands makes others wait for their turn to write.
 */
export async function receiveCosignature(request: Request, at: Date) {
  if (Number(request.headers.get('Content-Length') ?? 0) > longestBody) return refuse('too_large')
  const text = await request.text()
  if (text.length > longestBody) return refuse('too_large')
  const sent = cosignature.safeParse(parsed(text))
  if (!sent.success) return refuse('malformed')
  const { size, line } = sent.data
  const whole = `${line.trimEnd()}\n`
  const judged = await judgeCosignature(db, size, whole, at)
  return judged.ok ? transact(tx => takeCosignature(tx, size, whole, at)) : judged
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
