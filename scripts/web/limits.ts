import type { Context, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { answerInWords } from './words'

/** Bytes a form may have. */
const largestBody = 1024 * 1024
/** Bytes of a staff list: about 50,000 people. */
const largestStaffList = 6 * 1024 * 1024
const staffImport = /^\/app\/people\/import(\.data)?$/

/** Refuses bodies that are too large, in words: the rest of the body is taken in and thrown away, else a browser shows a broken line. */
export const limitBodies: MiddlewareHandler = (context, next) => {
  const maxSize = staffImport.test(context.req.path) ? largestStaffList : largestBody
  return bodyLimit({ maxSize, onError: refuse })(context, next)
}

async function refuse(context: Context) {
  const { raw } = context.req
  if (raw.body && !raw.body.locked) await raw.body.pipeTo(new WritableStream()).catch(() => {})
  const answer = answerInWords(raw, 413, 'tooLargeText')
  answer.headers.set('connection', 'close')
  return answer
}
