// Obeys a gate of Inspraak: asks how it stands, checks who says so, and blocks when nobody says anything.
//
//   const gate = openGate({ house: 'https://inspraak.example.org', gate: 'G-1', key: 'inspraak.example.org/ledger+…' })
//   gate.mayGoToAi(drawFor('G-1', customerNumber)) ? toTheAi() : toAPerson()
//
// `key` is the key of the ledger as its page prints it: copy it once, from a poster or over another line. Without it the
// first key that is seen is believed. One file, nothing to install, Node 20 or newer.

import { createHash, createHmac, createPublicKey, timingSafeEqual, verify } from 'node:crypto'

/** Milliseconds by which the clock of the house may be ahead of this one. One that is further ahead is not believed. */
const skew = 5000
/** Milliseconds to wait for an answer; the next question does not wait for it. */
const patience = 5000
/** Seconds that a message may be under way; and how many of them are remembered, so that none counts twice. */
const [longestWay, remembered] = [60, 1000]

/** Returns a number from 0 up to 1 for a customer: always the same one, so that nobody is sent to and fro. */
export const drawFor = (gate, customer) =>
  createHash('sha256').update(`${gate} ${customer}`).digest().readUIntBE(0, 6) / 2 ** 48

/** Writes a value as it is signed: sorted keys, no spaces. */
const canonical = value => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const parts = Object.keys(value)
    .sort()
    .map(key => `${JSON.stringify(key)}:${canonical(value[key])}`)
  return `{${parts.join(',')}}`
}

/** Tells whether a printed key signed a text. The first byte of a key says what it is for: 1 is a ledger. */
function isSignedBy(printed, text, signature) {
  const bytes = Buffer.from(printed?.split('+').slice(2).join('+') ?? '', 'base64')
  if (bytes.length !== 33 || bytes[0] !== 1) return false
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: bytes.subarray(1).toString('base64url') }
  return verify(null, Buffer.from(text), createPublicKey({ key: jwk, format: 'jwk' }), Buffer.from(signature, 'base64'))
}

/** Follows the ledger from a key to the one that signs now: every change is signed by the key before it. */
async function currentKey(house, known) {
  const answer = await fetch(`${house}/ledger/log.jsonl`, { redirect: 'error', signal: AbortSignal.timeout(30_000) })
  let [key, name] = [known, '']
  for (const line of (await answer.text()).split('\n').filter(one => /"(key\.rotated|log\.opened)"/.test(one))) {
    const { type, seq, data } = JSON.parse(line)
    if (type === 'log.opened') [key, name] = [key ?? data.key, data.name]
    const words = `inspraak-ledger-key/v1\n${name}\n${seq}\n${data.key}\n`
    if (type === 'key.rotated' && isSignedBy(key, words, data.signature)) key = data.key
  }
  return key
}

/**
 * Begins to obey a gate. `pollEvery` and `longestTrust` are milliseconds: an answer is believed until it expires, or for
 * `longestTrust` when that is sooner. `secret` opens the messages that the house sends to a listener.
 */
export function openGate({ house, gate, key, secret = '', pollEvery = 2000, longestTrust = Infinity }) {
  let [last, trustedUntil, keySoughtAt] = [undefined, 0, -Infinity]
  const heard = new Set()

  /** Takes an answer over when the house signed it, when it is of now, and when it is no older than the last one. */
  function take(answer) {
    const { signature, ...said } = answer
    if (!isSignedBy(key, canonical(said), signature)) return false
    const [signedAt, expiresAt] = [Date.parse(said.signedAt), Date.parse(said.expiresAt)]
    if (said.id !== gate || signedAt > Date.now() + skew) return false
    if (last && (said.ledgerSeq < last.ledgerSeq || signedAt < Date.parse(last.signedAt))) return false
    last = said
    // Two clocks: a computer that is set back, or that slept, believes no longer than it should.
    trustedUntil = performance.now() + Math.min(expiresAt - Date.now(), expiresAt - signedAt, longestTrust)
    return true
  }

  async function ask() {
    try {
      const way = { redirect: 'error', signal: AbortSignal.timeout(patience) }
      const answer = await (await fetch(`${house}/gates/${gate}.json`, way)).json()
      if (take(answer) || performance.now() < keySoughtAt + 60_000) return
      keySoughtAt = performance.now()
      key = await currentKey(house, key)
      take(answer)
    } catch {
      // No answer: the last one holds until it expires, and then nobody goes to the AI.
    }
  }

  const isTrusted = () => performance.now() < trustedUntil && Date.now() < Date.parse(last.expiresAt)
  /** The share of customers that may go to the AI now, in percent. */
  const volumePct = () => (last?.state === 'open' && isTrusted() ? last.volumePct : 0)

  /** Takes a message of the house (Standard Webhooks). @returns whether it is one; each counts once. */
  function hear({ 'webhook-id': id, 'webhook-timestamp': time, 'webhook-signature': signatures = '' }, body) {
    const mac = createHmac('sha256', Buffer.from(secret.replace(/^whsec_/, ''), 'base64'))
    const own = mac.update(`${id}.${time}.${body}`).digest()
    const given = signatures.split(' ').map(one => Buffer.from(one.replace(/^v1,/, ''), 'base64'))
    const isOurs = secret !== '' && given.some(one => one.length === own.length && timingSafeEqual(one, own))
    if (!isOurs || !(Math.abs(Date.now() / 1000 - Number(time)) <= longestWay)) return false
    if (heard.has(id)) return true
    heard.add(id)
    if (heard.size > remembered) heard.delete(heard.values().next().value)
    take(JSON.parse(body).data)
    return true
  }

  const clock = setInterval(ask, pollEvery)
  const close = () => clearInterval(clock)
  return { ready: ask(), volumePct, mayGoToAi: draw => draw * 100 < volumePct(), hear, close }
}
