import type { Context, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { answerInWords } from './words'

/** Bytes a form may have. */
const largestBody = 1024 * 1024
/** Bytes of a staff list: about 50,000 people. */
const largestStaffList = 6 * 1024 * 1024
const staffImport = /^\/app\/people\/import(\.data)?$/
/** Bytes of evidence: a file of 5 MB as text, or one twice too big, so that whoever sent it is told so beside what they typed. */
const largestEvidence = 12 * 1024 * 1024
const evidence = /^\/app\/(promises\/[\w-]+\/evidence|gates\/[\w-]+\/key)(\.data)?$/
/** Bytes of a count by the works council: the comments of a very large round. */
const largestCount = 8 * 1024 * 1024
const council = /^\/app\/rounds\/[\w-]+\/ballots$/

const sizes: [RegExp, number][] = [
  [staffImport, largestStaffList],
  [evidence, largestEvidence],
  [council, largestCount],
]

/** Refuses bodies that are too large, in words: the rest of the body is taken in and thrown away, else a browser shows a broken line. */
export const limitBodies: MiddlewareHandler = (context, next) => {
  const { path } = context.req
  const maxSize = sizes.find(([place]) => place.test(path))?.[1] ?? largestBody
  return bodyLimit({ maxSize, onError: refuse })(context, next)
}

async function refuse(context: Context) {
  const { raw } = context.req
  if (raw.body && !raw.body.locked) await raw.body.pipeTo(new WritableStream()).catch(() => {})
  const answer = answerInWords(raw, 413, 'tooLargeText')
  answer.headers.set('connection', 'close')
  return answer
}
