// Issues tokens straight through the store, in turns with the floor: a bare signature and one synced insert.
// `issuing-work.ts <people>`, in the data folder of its settings.
import { constants, generateKeyPairSync, privateDecrypt, randomBytes } from 'node:crypto'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { config } from '../../app/config.server'
import { issue } from '../../app/pulses/issuing.server'
import { foundOrganisation, startRound } from './staff'

export type Rate = { perSecond: number; perCoreSecond: number }

const teams = 10
/** Milliseconds of one turn, and how much is asked at once. */
const turn = 1500
const atOnce = 50

const people = await foundOrganisation(teams, Number(process.argv[2]) / teams)
const roundId = await startRound()
const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const database = new Database(join(config.dataDir, 'bare.db'))
database.pragma('journal_mode = WAL')
database.pragma('synchronous = FULL')
database.exec('create table issued (id integer primary key, blinded blob not null)')
const insert = database.prepare('insert into issued (blinded) values (?)')

/** A value below every modulus, as blinding makes them. */
const blinded = () => Buffer.concat([Buffer.of(0), randomBytes(255)])

const deeds: Record<string, () => Promise<unknown>> = {
  async issue() {
    const issued = await issue(people.pop()!, roundId, blinded())
    if (!issued.ok) throw new Error(issued.because)
  },
  async floor() {
    const value = blinded()
    insert.run(value)
    privateDecrypt({ key: privateKey, padding: constants.RSA_NO_PADDING }, value)
  },
}

process.on('message', (name: string) => {
  const told = name === 'warmUp' ? measure(deeds.issue!, turn / 5) : measure(deeds[name]!, turn)
  told.then(rate => process.send!(rate))
})
process.on('disconnect', () => process.exit(0))
process.send!({})

async function measure(deed: () => Promise<unknown>, milliseconds: number): Promise<Rate> {
  const [start, processor] = [performance.now(), process.cpuUsage()]
  let done = 0
  while (performance.now() - start < milliseconds && people.length > atOnce) {
    await Promise.all(Array.from({ length: atOnce }, deed))
    done += atOnce
  }
  const { user, system } = process.cpuUsage(processor)
  return {
    perSecond: (done / (performance.now() - start)) * 1000,
    perCoreSecond: (done / (user + system)) * 1_000_000,
  }
}
