// Runs one real round and makes a backup before it, twice during it and after it: `backed-up-round.ts`. A process of its
// own, because the data folder and the database are settings. Tells where everything lies, and what a thief finds in it.
import { randomBytes } from 'node:crypto'
import { cpSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { closeDatabase, db, engine, issuances, sessions, unitMembers } from '#db'
import { fromBase64url } from '~/ballot-box/bytes'
import { ballotsOf } from '~/ballot-box/store.server'
import { receiptOf } from '~/ballot-box/token'
import { config } from '~/config.server'
import { findKey } from '~/keys.server'
import { openLedger } from '~/ledger/store.server'
import { ballotBox, closeBallotBox } from '~/pulses/ballot-box.server'
import { closeAndCount } from '~/pulses/closing.server'
import { recordConfidant } from '~/pulses/comments/confidants.server'
import { findHeld } from '~/pulses/comments/holds.server'
import { startRound } from '../../bench/staff'
import { filesIn, foundIn } from '../attackers/files'
import { command, copyDatabase, readable } from './backups'
import { canaries, castReady, foundHouse, openWith } from './real-round'

const people = await foundHouse()
await openLedger(new Date())
// On PostgreSQL a dump takes comments that wait whole: there the readme says to make no backup while they do.
const areHeld = engine === 'sqlite'
const remarks = areHeld ? people.map(() => Buffer.from(`kanarie-${randomBytes(18).toString('base64url')}`)) : canaries
if (areHeld) await recordConfidant(`${people[0]}@meetbedrijf.nl`, new Date())

const backups = { before: await backUp('before'), issuing: '', open: '', after: '' }
const round = await startRound()
backups.issuing = await backUp('issuing')
const whole = wholeCopy('whole')
await copyDatabase(whole)
castReady(await openWith(round, people, remarks))
backups.open = await backUp('open')
const old = wholeCopy('old')
const secrets = await allThatIsSecret()
const wholeRead = { tried: secrets.length, broken: foundIn([...filesIn(old), ...(await readable(whole))], secrets) }
await closeAndCount(round)
if (areHeld && !(await findHeld(round))) throw new Error('no comment waits for a confidant')
backups.after = await backUp('after')

const stolen = (await Promise.all(Object.values(backups).map(readable))).flat()
const read = { tried: secrets.length, broken: foundIn(stolen, secrets) }
if (foundIn(stolen, [Buffer.from(`${people[1]}@meetbedrijf.nl`)]) === 0) throw new Error('the backups cannot be read')
closeBallotBox()
await closeDatabase()
process.send!({ round, people, backups: [backups.issuing, backups.open], whole, old, read, wholeRead })
process.disconnect()

async function backUp(moment: string): Promise<string> {
  const folder = `${config.dataDir}-${moment}`
  await command('backup', [folder, '--with-ledger-key'], process.env)
  return folder
}

/** What somebody copies who does not use the command. */
function wholeCopy(name: string): string {
  const folder = `${config.dataDir}-${name}`
  cpSync(config.dataDir, folder, { recursive: true })
  return folder
}

/** Everything that must never be in a backup, in each spelling in which a program could have written it. */
async function allThatIsSecret(): Promise<Buffer[]> {
  const ballots = [...ballotsOf(ballotBox(), round)]
  const receipts = await Promise.all(ballots.map(({ sealed }) => receiptOf(sealed)))
  const drawn = (await db.select().from(issuances)).map(({ blindedSha256 }) => fromBase64url(blindedSha256))
  const bytes = [
    ...ballots.flatMap(({ nullifier, sealed }) => [nullifier, sealed.subarray(3000, 3064)]),
    ...receipts.map(receipt => Buffer.from(receipt, 'hex')),
    ...drawn,
    ...(await db.select().from(unitMembers)).map(({ salt }) => salt),
    ...keysOfRound(),
  ]
  const signedIn = (await db.select().from(sessions)).map(({ id }) => Buffer.from(id))
  return [...bytes.flatMap(spellings), ...signedIn, ...remarks]
}

/** The end of each key of the round, where it is private: as it lies there, and as whoever knows the secret of the server reads it. */
function keysOfRound(): Buffer[] {
  const home = join(config.dataDir, 'keys', round)
  const names = readdirSync(home).filter(name => name.endsWith('.p8'))
  return names.flatMap(name => {
    const open = findKey(round, name.replace(/\.p8$/, ''))!
    return [readFileSync(join(home, name)), open].map(key => key.subarray(-64))
  })
}

function spellings(value: Uint8Array): Buffer[] {
  const bytes = Buffer.from(value)
  const texts = (['hex', 'base64', 'base64url'] as const).map(spelling => Buffer.from(bytes.toString(spelling)))
  return [bytes, ...texts]
}
