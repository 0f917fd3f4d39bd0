// Runs one real round and is robbed twice: at the worst moment and after the closing. A process of its own, because
// the data folder and the database are settings: `stolen-round.ts`. Tells how much of what belongs together was found.
import { appendFileSync, cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { closeDatabase, db, issuances, persons, sessions, unitMembers } from '#db'
import { fromBase64url } from '~/ballot-box/bytes'
import { type Ballot, ballotsOf } from '~/ballot-box/store.server'
import { receiptOf } from '~/ballot-box/token'
import { config } from '~/config.server'
import type { Tried } from '~/ledger/attacks/rules'
import { ballotBox, closeBallotBox } from '~/pulses/ballot-box.server'
import { closeAndCount } from '~/pulses/closing.server'
import { filesIn, foundIn } from '../attackers/files'
import { databaseFiles } from './database-files'
import { canaries, runRound } from './real-round'

const logs = join(config.dataDir, 'stdout.log')
const printed = process.stdout.write.bind(process.stdout)
process.stdout.write = ((line: string) => {
  appendFileSync(logs, line)
  return printed(line)
}) as typeof process.stdout.write

const round = await runRound()
const ballots = [...ballotsOf(ballotBox(), round)]
const receipts = await Promise.all(ballots.map(ballot => receiptOf(ballot.sealed)))
const named = await valuesThatNameSomebody()
const ofBallots = ballots.flatMap(valuesOf)
const stolen = `${config.dataDir}-stolen`
cpSync(config.dataDir, stolen, { recursive: true })
const during = await robbed(stolen, { withDatabaseLog: true })
const carelessly = await careless()
await closeAndCount(round)
const after = await robbedAfter()
rmSync(stolen, { recursive: true })
closeBallotBox()
await closeDatabase()
process.send!({ during, after, carelessly })
process.disconnect()

/** Every value on the identified side that belongs to one person, in each form in which it could be stored. */
async function valuesThatNameSomebody() {
  const addresses = (await db.select().from(persons)).map(person => Buffer.from(person.email))
  const signedIn = (await db.select().from(sessions)).map(session => Buffer.from(session.id))
  const salts = (await db.select().from(unitMembers)).map(member => Buffer.from(member.salt))
  const drawn = (await db.select().from(issuances)).map(({ blindedSha256 }) => blindedSha256)
  const hashes = drawn.flatMap(hash => [Buffer.from(hash), Buffer.from(fromBase64url(hash))])
  return { everything: [...addresses, ...signedIn, ...salts, ...hashes], ofTheRound: [...salts, ...hashes] }
}

/** Every value on the anonymous side that belongs to one ballot. */
function valuesOf({ nullifier, sealed }: Ballot): Buffer[] {
  return [Buffer.from(nullifier), Buffer.from(sealed)]
}

/** During a round: no value of a person on the side of the ballots, none of a ballot on the other, no answer anywhere. */
async function robbed(folder: string, { withDatabaseLog }: { withDatabaseLog: boolean }): Promise<Tried> {
  const box = filesIn(join(folder, 'ballot-box'))
  const app = [...filesIn(folder).filter(file => !box.includes(file)), ...(await databaseFiles(withDatabaseLog))]
  const hidden = [...ofBallots, ...receipts.flatMap(receipt => [Buffer.from(receipt), Buffer.from(receipt, 'hex')])]
  const found = foundIn(box, named.everything) + foundIn(app, hidden) + foundIn([...app, ...box], canaries)
  return { tried: named.everything.length + hidden.length + canaries.length, broken: found }
}

/** After a round: what tied people and ballots to it is nowhere any more. */
async function robbedAfter(): Promise<Tried> {
  const gone = [...named.ofTheRound, ...ofBallots, ...canaries]
  const files = [...filesIn(config.dataDir), ...(await databaseFiles(false))]
  return { tried: gone.length, broken: foundIn(files, gone) }
}

/** The control: the same folder, robbed again after a design noted beside each answer whose it is. */
function careless(): Promise<Tried> {
  const note = join(stolen, 'ballot-box', 'careless.db')
  const pairs = canaries.map((canary, at) => [named.ofTheRound[at] ?? canary, canary])
  for (const pair of pairs) appendFileSync(note, Buffer.concat(pair))
  return robbed(stolen, { withDatabaseLog: false })
}
