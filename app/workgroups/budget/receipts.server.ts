import { and, eq } from 'drizzle-orm'
import { bookings, db, keptFiles } from '#db'
import { headersOf } from '~/promises/evidence/headers'

/** Answers with the receipt of a booking; 404 when it has none. */
export async function answerWithReceipt(workgroupId: string, number: number): Promise<Response> {
  const isNumber = Number.isSafeInteger(number) && number > 0 && number < 2 ** 31
  const one = and(eq(bookings.workgroupId, workgroupId), eq(bookings.number, isNumber ? number : 0))
  const [file] = await db
    .select({ hash: keptFiles.hash, kind: keptFiles.kind, content: keptFiles.content, name: bookings.fileName })
    .from(bookings)
    .innerJoin(keptFiles, eq(keptFiles.hash, bookings.fileHash))
    .where(one)
  if (!file) throw new Response(null, { status: 404 })
  return new Response(file.content as Uint8Array<ArrayBuffer>, { headers: headersOf(file, false) })
}
