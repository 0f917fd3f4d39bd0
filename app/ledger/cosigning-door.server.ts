import { z } from 'zod'
import { transact } from '#db'
import { refuse } from '~/decision'
import { takeCosignature } from './cosigning.server'

/** Characters of a cosignature with its size: a name of 120, a signature of 104 and what JSON needs, with room to spare. */
const longestBody = 2048

const cosignature = z.object({ size: z.int().positive(), line: z.string().max(longestBody) })

/** Reads a cosignature as it was sent and keeps it, or says why not. */
export async function receiveCosignature(request: Request, at: Date) {
  if (Number(request.headers.get('Content-Length') ?? 0) > longestBody) return refuse('too_large')
  const text = await request.text()
  if (text.length > longestBody) return refuse('too_large')
  const sent = cosignature.safeParse(parsed(text))
  if (!sent.success) return refuse('malformed')
  const { size, line } = sent.data
  return transact(tx => takeCosignature(tx, size, `${line.trimEnd()}\n`, at))
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
