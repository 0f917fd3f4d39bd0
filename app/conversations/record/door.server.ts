import type { Catalogue } from '~/language'
import { translatorOn } from '~/language/catalogues.server'
import { languageOf } from '~/language/language.server'
import { findPerson } from '~/people/session.server'
import { countRecorded, dropSlip } from '../figures/counting.server'
import { findMonthKey } from '../figures/month-key.server'
import { longestBody, readRecordBody } from './form'
import { logReading } from './log.server'
import type { BodyOf, RecordBody } from './sent'
import { findKeyToWrapFor, rewrapRecord, shareRecord } from './sharing.server'
import type { Newer } from './shown'
import { findRecord, mayDoHere, type RecordHeld, todayHere } from './store.server'
import {
  type By,
  beginRecord,
  beginVersion,
  dropVersion,
  recordAgreement,
  recordObjection,
  saveRecord,
} from './writing.server'

// The door through which the page of a record sends what it sealed, and gets answers for a program.

const statusOf: Partial<Record<Code, number>> = {
  notYours: 403,
  noAccess: 403,
  noSuchRecord: 404,
  gone: 410,
}

/** Takes one deed on a record. A save that came too late is answered with the newer text. */
export async function actOnRecord(request: Request, conversationId = ''): Promise<Response> {
  const person = await findPerson(request)
  if (!person) return refusal(request, 'notSignedIn', 401)
  const body = readRecordBody(await shortText(request))
  if (!body) return refusal(request, 'malformed', 400)
  const by = { conversationId, personId: person.id }
  const at = new Date()
  const done = await doneWith(by, body, at)
  if (done.ok) return Response.json({ done: done.value })
  const newer = done.because === 'changedMeanwhile' || done.because === 'notNow' ? await newerFor(by, at) : undefined
  return refusal(request, done.because, statusOf[done.because] ?? 409, newer)
}

/** Gives the public key for which the reader's browser may wrap the key of this record. */
export async function keyToWrapFor(request: Request, conversationId = ''): Promise<Response> {
  const person = await findPerson(request)
  if (!person) return refusal(request, 'notSignedIn', 401)
  const seen = await findRecord(conversationId, person.id, todayHere(new Date()))
  const of = new URL(request.url).searchParams.get('of')
  const publicKey = seen && of ? await findKeyToWrapFor(seen, of) : undefined
  if (!publicKey) return refusal(request, 'noSuchRecord', 404)
  return Response.json({ publicKey }, { headers: { 'Cache-Control': 'no-store' } })
}

async function doneWith(by: By, body: RecordBody, at: Date) {
  switch (body.intent) {
    case 'begin':
      return beginRecord(by, body, at)
    case 'save':
      return saveRecord(by, body, at)
    case 'newVersion':
      return beginVersion(by, body, at)
    case 'agree':
      return agreeAndCount(by, body, at)
    case 'dropVersion':
      return dropVersion(by, body, at)
    case 'object':
      return recordObjection(by, body, at)
    case 'share':
      return shareRecord(by, body, at)
    case 'rewrap':
      return rewrapRecord(by, body, at)
  }
}

/** With the last word on the first version the talk is counted, and its topics too when the employee lets them be. */
async function agreeAndCount(by: By, { version, revision, topicSlip }: BodyOf<'agree'>, at: Date) {
  await findMonthKey(at)
  return recordAgreement(
    by,
    { version, revision },
    at,
    async (tx, { conversationId, employee, isCounted }: RecordHeld) => {
      await countRecorded(tx, { id: conversationId, employeeId: employee.id, isCounted }, at)
      if (topicSlip) await dropSlip(tx, { ...topicSlip, personId: employee.id }, at)
    },
  )
}

/** Whoever gets the newer text reads it, as on the page: that stands in the access log too. */
async function newerFor({ conversationId, personId }: By, at: Date): Promise<Newer | undefined> {
  const seen = await findRecord(conversationId, personId, todayHere(at))
  if (!seen || !mayDoHere('read', seen).ok || seen.standing === 'reader') return undefined
  const row = seen.held.draft ?? seen.held.agreed
  if (!row) return undefined
  await logReading(conversationId, personId, at)
  const { version, revision, sealedShared, sealedOwn, followUpOn } = row
  return { version, revision, sealedShared, sealedOwn, followUpOn, isAgreed: row === seen.held.agreed }
}

/** Every reason to refuse here has words. */
type Code = keyof Catalogue['record']['refused']

async function refusal(request: Request, code: Code, status: number, newer?: Newer) {
  const t = translatorOn(await languageOf(request, await findPerson(request)))
  const message = t(`record.refused.${code}`)
  return Response.json({ error: { code, message }, newer }, { status })
}

async function shortText(request: Request): Promise<string> {
  const length = Number(request.headers.get('Content-Length') ?? 0)
  return length <= longestBody ? request.text() : ''
}
