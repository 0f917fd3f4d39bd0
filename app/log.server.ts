import { config } from './config.server'

/**
 * Everything the product may say in a log. Values are numbers, closed words and
 * ids of things, never of people: there is no room for a name, an address, a URL or free text.
 */
export type LogEvent = {
  'web.started': { port: number; engine: string }
  'web.stopped': Record<never, never>
  'web.fault': { reference: string; kind: string }
  'box.started': Record<never, never>
  'box.stopped': { code: number }
  'box.restarted': { times: number }
  'box.fault': { kind: string }
  'database.migrated': { engine: string }
  'round.issuing': { round: string; units: number }
  'round.keyHeld': { round: string }
  'round.open': { round: string }
  'round.countedByCouncil': { round: string }
  'round.closing': { round: string; step: string }
  'round.published': { round: string }
  'round.void': { round: string; reason: string }
  'job.failed': { job: string; kind: string }
  'mail.sent': { count: number }
  'mail.failed': { code: string }
  'talks.told': { month: string }
  'staff.imported': { added: number; changed: number; moved: number; leaving: number }
  'demo.seeded': { people: number; rounds: number; seconds: number }
}

const levelOf = (event: keyof LogEvent) => (/\.(fault|failed)$/.test(event) ? 'error' : 'info')

/** Writes one event as one line of JSON. */
export function log<Event extends keyof LogEvent>(event: Event, values: LogEvent[Event]) {
  const level = levelOf(event)
  if (config.logLevel === 'silent' || (config.logLevel !== 'info' && level === 'info')) return
  process.stdout.write(`${JSON.stringify({ at: new Date().toISOString(), level, event, ...values })}\n`)
}

/** Returns the kind of a fault for the log: its class or code, never its message, which may hold what people typed. */
export function kindOf(fault: unknown): string {
  if (!(fault instanceof Error)) return typeof fault
  const code = (fault as { code?: unknown }).code
  return typeof code === 'string' ? `${fault.name}:${code}` : fault.name
}
