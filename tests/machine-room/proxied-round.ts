import { createHash, randomBytes } from 'node:crypto'
import { type IncomingHttpHeaders, request } from 'node:http'
import { text } from 'node:stream/consumers'
import { fromBase64url, toBase64url } from '~/ballot-box/bytes'
import { importBoxKey, seal } from '~/ballot-box/seal.client'
import { nullifierOf } from '~/ballot-box/token'
import { addDays, dayIn } from '~/calendar'
import { startSession } from '~/people/session.server'
import { draftRound } from '~/pulses/drafting/store.server'
import { beginIssuing } from '~/pulses/opening.server'
import { blindedToken, foundHouse, manifestFor, openedRound } from '../pulses/round-trip'

/** Somebody whose browser, claimed address and real address occur nowhere else. */
export const browser = `Phone-of-a-person/${randomBytes(6).toString('hex')}`
export const claimed = '203.0.113.77'
export const real = '127.0.0.77'
export const own = 'https://inspraak.example.org'

type Wish = { method?: string; body?: string; headers?: Record<string, string> }
export type Told = { status: number; headers: IncomingHttpHeaders; body: string }

/** Asks as that browser does, from that address. */
export const askAt = (port: number) => (path: string, wish: Wish) =>
  new Promise<Told>((resolve, reject) => {
    const { method = 'GET', body, headers = {} } = wish
    const sent = {
      'user-agent': browser,
      'x-forwarded-for': claimed,
      host: 'inspraak.example.org',
      origin: own,
      ...headers,
    }
    const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }
    const place = { host: '127.0.0.1', port, localAddress: real, path, method, agent: false as const }
    const asked = request({ ...place, headers: { ...sent, ...length } }, async answer =>
      resolve({ status: answer.statusCode!, headers: answer.headers, body: await text(answer) }),
    )
    asked.once('error', reject)
    asked.end(body)
  })

/** Opens a round today, whatever day it is, for a team of ten. */
export async function openRoundToday(): Promise<string> {
  const today = dayIn('Europe/Amsterdam', new Date())
  const days = { issuingFrom: today, opensOn: addDays(today, 6), closesOn: addDays(today, 12), withPilotItem: false }
  await foundHouse({ A: 10 })
  const planned = await draftRound(days, today)
  if (!planned.ok) throw new Error(planned.because)
  const started = await beginIssuing(planned.value.id)
  if (!started.ok) throw new Error(started.because)
  await openedRound(planned.value.id)
  return planned.value.id
}

/**
 * Plays a round for one person, errors included, through what listens on a port.
 *
 * @returns what the answers were, and everything that belongs to that person's ballot or session and may stand nowhere
 */
export async function playRound(port: number, round: string, personId: string) {
  const ask = askAt(port)
  const cookie = (await startSession(personId)).split(';')[0]!
  const { blinded, input, finish } = await blindedToken(round, 'U1')
  const asked = JSON.stringify({ blinded: toBase64url(blinded) })
  const drawn = await ask(`/app/pulse/${round}/issue`, { method: 'POST', body: asked, headers: { cookie } })
  const signature = await finish(fromBase64url(JSON.parse(drawn.body).signature))
  const nullifier = await nullifierOf(input)
  const body = async () => {
    const manifest = await manifestFor(round)
    const boxKey = await importBoxKey(fromBase64url(manifest.box_key_spki))
    const sealed = await seal(boxKey, { v: 1, a: {}, c: '' }, { round, unit: 'U1', nullifier })
    const parts = { input: toBase64url(input), signature: toBase64url(signature), sealed: toBase64url(sealed) }
    return JSON.stringify({ unit: 'U1', ...parts })
  }
  const [ballot, other] = [await body(), await body()]
  const forged = JSON.stringify({ ...JSON.parse(ballot), signature: toBase64url(randomBytes(256)) })
  const cast = (sent: string, headers = {}) => ask(`/ballot/${round}/ballot`, { method: 'POST', body: sent, headers })
  const first = await cast(ballot)
  const answers = {
    drawn: drawn.status,
    page: (await ask(`/ballot/${round}?lang=nl`, { headers: { accept: 'text/html' } })).status,
    manifest: (await ask(`/ballot/${round}/manifest.json`, {})).status,
    first: first.status,
    again: (await cast(ballot)).status,
    other: (await cast(other)).status,
    forged: (await cast(forged)).status,
    tooLarge: (await cast('x'.repeat(17_000))).status,
    withCookie: (await cast(ballot, { cookie })).status,
    nowhere: (await ask('/ballot/R99', {})).status,
    receipts: (await ask(`/ballot/${round}/receipts.txt`, {})).status,
    home: (await ask('/', { headers: { accept: 'text/html' } })).status,
    signedIn: (await ask('/app/home', { headers: { accept: 'text/html', cookie } })).status,
  }
  const receipt: string = JSON.parse(first.body).receipt
  return {
    answers,
    receipt,
    traces: tracesOf({ nullifier, input, receipt, cookie, sealed: JSON.parse(ballot).sealed }),
  }
}

type Kept = { nullifier: Uint8Array; input: Uint8Array; receipt: string; cookie: string; sealed: string }

/** Every spelling in which a log or a file could have kept them. */
function tracesOf({ nullifier, input, receipt, cookie, sealed }: Kept): Record<string, string[]> {
  const spelled = (bytes: Uint8Array) => {
    const raw = Buffer.from(bytes)
    return [raw.toString('hex'), raw.toString('base64url'), raw.toString('base64'), raw.toString('latin1')]
  }
  return {
    browser: [browser, createHash('sha256').update(browser).digest('hex')],
    'claimed address': [claimed],
    'real address': [real],
    nullifier: spelled(nullifier),
    token: spelled(input),
    receipt: [receipt, Buffer.from(receipt, 'hex').toString('latin1')],
    'sealed ballot': [sealed, Buffer.from(fromBase64url(sealed)).toString('latin1')],
    session: [cookie.split('=')[1]!],
    'the way to the box': ['/ballot'],
  }
}
