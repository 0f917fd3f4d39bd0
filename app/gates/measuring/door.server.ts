import { Webhook } from 'standardwebhooks'
import { z } from 'zod'
import { db } from '#db'
import { dayIn } from '~/calendar'
import { config } from '~/config.server'
import { allow, refuse } from '~/decision'
import type { Measurement } from '../criteria'
import { findGate } from '../store.server'
import { enterAll, measuredOf } from './entering'
import { secretsOf } from './meters.server'
import { milliOfNumber, numberOf } from './numbers'
import { isTaken, recordMeasurements } from './store.server'

/** Bytes of one measurement as JSON with its spaces, with room to spare. */
const largestBody = 2048
/** Without a point, else the same bytes could be cut into number, moment and text in two ways. */
const messageNumber = /^[\w-]{1,64}$/
const largestNumber = 2 ** 31 - 1

const message = z.strictObject({
  step: z.int().positive().max(largestNumber),
  criterion: z.int().positive().max(largestNumber),
  from: z.iso.date(),
  until: z.iso.date(),
  value: z.number().refine(sent => milliOfNumber(sent) !== undefined),
  volume: z.int().nonnegative().max(largestNumber),
})

/** What is answered to a program: what stands now, the same however often it is sent. */
export type Standing = { gate: string } & z.output<typeof message>

/**
 * Takes a measurement that a program sent and signed, or says why not. Anybody may send anything here, so only what would
 * count makes others wait for their turn to write; and whoever cannot sign learns nothing, not even whether the gate exists.
 *
 * @source Standard Webhooks, "Verifying signatures": five minutes of tolerance, HMAC-SHA256 over number, moment and text
 */
export async function receiveMeasurement(request: Request, gateId: string, at: Date) {
  const body = await bodyOf(request)
  if (!body) return refuse('tooLarge')
  const meterId = await signerOf(request, gateId, body)
  if (!meterId) return refuse('notSigned')
  const sent = message.safeParse(parsed(body))
  if (!sent.success) return refuse('malformed')
  const id = `${meterId}.${request.headers.get('webhook-id')}`
  const entered = await enter({ gateId, version: sent.data.step }, measurementOf(sent.data), { id, at })
  return entered.ok ? allow<Standing>({ gate: gateId, ...sent.data, value: numberOf(milliSent(sent.data)) }) : entered
}

type Message = z.output<typeof message>
const milliSent = ({ value }: Message) => milliOfNumber(value)!
const measurementOf = (sent: Message): Measurement => ({
  ...{ criterion: sent.criterion, fromOn: sent.from, untilOn: sent.until },
  ...{ valueMilli: milliSent(sent), volume: sent.volume },
})

/** Asks first, as a reader, whether it would count; what is refused or stands already waits for nobody. */
async function enter(
  place: { gateId: string; version: number },
  one: Measurement,
  { id, at }: { id: string; at: Date },
) {
  const step = (await findGate(place.gateId))?.steps.find(({ version }) => version === place.version)
  if (!step) return refuse('noSuchStep')
  if (await isTaken(db, id, { ...place, ...one })) return refuse('messageReused')
  const [outcome] = enterAll(measuredOf(step), [one], dayIn(config.timeZone, at))
  if (outcome && !(outcome.ok && outcome.value === 'counts')) return outcome
  return recordMeasurements(place, [one], { way: 'api', at, id })
}

async function bodyOf(request: Request): Promise<Buffer | undefined> {
  if (Number(request.headers.get('Content-Length') ?? 0) > largestBody) return undefined
  const bytes = Buffer.from(await request.arrayBuffer())
  return bytes.length <= largestBody ? bytes : undefined
}

/** Finds the program whose secret signed these bytes lately. */
async function signerOf(request: Request, gateId: string, body: Buffer): Promise<string | undefined> {
  const names = ['webhook-id', 'webhook-timestamp', 'webhook-signature'] as const
  const headers = Object.fromEntries(names.map(name => [name, request.headers.get(name) ?? '']))
  if (!messageNumber.test(headers['webhook-id']!) || !/^\d{1,12}$/.test(headers['webhook-timestamp']!)) return undefined
  return (await secretsOf(gateId)).find(({ secret }) => isSignedWith(secret, body, headers))?.id
}

function isSignedWith(secret: string, body: Buffer, headers: Record<string, string>): boolean {
  try {
    new Webhook(secret).verify(body, headers, { jsonParse: false })
    return true
  } catch {
    return false
  }
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    return undefined
  }
}
