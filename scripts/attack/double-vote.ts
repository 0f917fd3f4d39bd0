import { randomBytes } from 'node:crypto'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { verifyToken } from '~/ballot-box/blind-signing.server'
import { concat, toBase64url, utf8 } from '~/ballot-box/bytes'
import { openIntake } from '~/ballot-box/intake.server'
import { announceRound, type Box, ballotsOf, openBox, setRoundState } from '~/ballot-box/store.server'
import { tokenMessage } from '~/ballot-box/token'
import type { Tried } from '~/ledger/attacks/rules'
import { freshFolder } from '../bench/workshop'
import { type Attack, countBroken, type Found, together } from './attack'
import { onEachEngine } from './stage/engines'
import { makeCast, makeRound, makeToken, quickToken, type Round } from './stage/paper-round'

/** Ballots that are sent at the same moment with one token. */
const atOnce = 50

type Sender = { box: Box; send: (body: string, into?: string) => Promise<number> }

/** Opens the real box and its intake in a folder of their own. */
async function withBox<Found>(round: Round, attack: (sender: Sender) => Promise<Found>, weaken = (_: Box) => {}) {
  const folder = freshFolder('box')
  const box = openBox(join(folder, 'box.db'))
  weaken(box)
  announceRound(box, round.bytes, 'open')
  const intake = openIntake(box)
  const send = async (body: string, into = 'R1') => (await intake.cast(into, Buffer.from(body))).status
  try {
    return await attack({ box, send })
  } finally {
    box.close()
    rmSync(folder, { recursive: true })
  }
}

/** Votes twice with one token: with the same ballot, with another one, and with many at once. @returns too many ballots */
const voteTwice =
  (round: Round) =>
  async ({ box, send }: Sender): Promise<Tried> => {
    const [one, two] = [quickToken(round), quickToken(round)]
    const same = await makeCast(round, one)
    await send(same)
    await send(same)
    await send(await makeCast(round, one, 1))
    await Promise.all(Array.from({ length: atOnce }, async () => send(await makeCast(round, two))))
    return { tried: 2 + atOnce - 1, broken: Math.abs([...ballotsOf(box, 'R1')].length - 2) }
  }

/** Tokens that were never drawn here: signed by chance or for another unit, round or purpose. */
async function falseBodies(round: Round): Promise<[body: string, into?: string][]> {
  const nonce = randomBytes(32)
  const forged = { ...quickToken(round), signature: new Uint8Array(randomBytes(256)) }
  const elsewhere = { ...quickToken(round), unit: 'U2' }
  const unknown = { ...quickToken(round), unit: 'U9' }
  const foreign = await Promise.all(foreignMessages(nonce).map(message => makeToken(round, 'U1', message)))
  const bodies = await Promise.all([forged, elsewhere, unknown, ...foreign].map(token => makeCast(round, token)))
  const unsigned = JSON.stringify({ ...JSON.parse(bodies[0]!), signature: toBase64url(new Uint8Array()) })
  return [...bodies.map((body): [string] => [body]), [unsigned], [await makeCast(round, quickToken(round)), 'R2']]
}

/** What the right key may have signed for something else. */
const foreignMessages = (nonce: Uint8Array) => [
  tokenMessage('R2', 'U1', nonce),
  tokenMessage('R1', 'U2', nonce),
  concat(utf8('pulse-token/v2|R1|U1|'), nonce),
  concat(utf8('pulse-token/v1|R1|U1|'), nonce, nonce),
]

/** Sends every false token, and a sound one after closing. */
const sendFalse =
  (round: Round) =>
  async ({ box, send }: Sender): Promise<Tried> => {
    const statuses: number[] = []
    for (const [body, into] of await falseBodies(round)) statuses.push(await send(body, into))
    setRoundState(box, 'R1', 'closed')
    statuses.push(await send(await makeCast(round, quickToken(round))))
    return countBroken(statuses.map(status => status < 300))
  }

/** Looks at the signature alone, as a box would that does not read where a token belongs. */
async function signatureOnly(round: Round): Promise<Tried> {
  const { publicKey } = round.issueKeys.get('U1')!
  const foreign = await Promise.all(foreignMessages(randomBytes(32)).map(message => makeToken(round, 'U1', message)))
  return countBroken(foreign.map(({ input, signature }) => verifyToken(publicKey, input, signature)))
}

/** Takes a slip and a token in one name on a real round, also after the database was turned back. */
async function slipAndToken(...args: string[]): Promise<Found> {
  const told = await onEachEngine<Tried>('scripts/attack/stage/two-votes.ts', args)
  return { ...together(told.map(([, tried]) => tried)), engines: told.map(([engine]) => engine) }
}

/** Takes away the one rule by which a second ballot is recognised. */
const withoutPrimaryKey = (box: Box) => {
  box.exec('drop table ballot; create table ballot (nullifier blob, round_id text, unit_id text, sealed blob)')
}

export const doubleVote: Attack = {
  id: 'doubleVote',
  async run() {
    const round = await makeRound()
    const inHouse = await slipAndToken()
    const found = [await withBox(round, voteTwice(round)), await withBox(round, sendFalse(round)), inHouse]
    return { ...together(found), engines: inHouse.engines }
  },
  controls: {
    withoutPrimaryKey: async () => {
      const round = await makeRound()
      return withBox(round, voteTwice(round), withoutPrimaryKey)
    },
    signatureOnly: async () => signatureOnly(await makeRound()),
    withoutNote: () => slipAndToken('withoutNote'),
  },
}
