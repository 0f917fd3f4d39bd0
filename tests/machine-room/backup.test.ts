import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { db, engine, issuances, sessions, unitMembers } from '#db'
import { fromBase64url } from '~/ballot-box/bytes'
import { type Ballot, ballotsOf } from '~/ballot-box/store.server'
import { receiptOf } from '~/ballot-box/token'
import { config } from '~/config.server'
import { openLedger } from '~/ledger/store.server'
import { startSession } from '~/people/session.server'
import { ballotBox, closeBallotBox } from '~/pulses/ballot-box.server'
import { castAll, drawToken, foundHouse, issuingRound, openedRound } from '../pulses/round-trip'
import { bytesIn, emptyHome, freshPlace, runScript, standingIn } from './commands'

// Each test starts the command a few times, and a busy machine takes seconds for that.
vi.setConfig({ testTimeout: 120_000 })

// A backup is made in the middle of a round, by the command itself, while the house works on.

const early = ['A1', 'A2', 'A3', 'A4']
const backup = freshPlace('backup')
let round = ''
let ballots: Ballot[] = []
let secrets: Record<string, Buffer[]> = {}

beforeAll(async () => {
  await foundHouse({ A: 12 })
  await openLedger(new Date())
  round = await issuingRound()
  await openedRound(round)
  await castAll(
    round,
    early.map(person => ({ person, unit: 'U1', answer: 4 })),
  )
  await startSession('A9')
  ballots = [...ballotsOf(ballotBox(), round)]
  secrets = await allThatIsSecret()
})
afterAll(closeBallotBox)

async function allThatIsSecret(): Promise<Record<string, Buffer[]>> {
  const receipts = await Promise.all(ballots.map(({ sealed }) => receiptOf(sealed)))
  const keys = join(config.dataDir, 'keys', round)
  const drawn = await db.select().from(issuances)
  return {
    nullifiers: ballots.map(({ nullifier }) => Buffer.from(nullifier)),
    ballots: ballots.map(({ sealed }) => Buffer.from(sealed).subarray(3000, 3064)),
    receipts: receipts.map(receipt => Buffer.from(receipt, 'hex')),
    keys: readdirSync(keys)
      .filter(name => name.endsWith('.p8'))
      .map(name => readFileSync(join(keys, name)).subarray(100, 164)),
    'who drew a token': drawn.map(({ blindedSha256 }) => Buffer.from(fromBase64url(blindedSha256))),
    'who is on the list': (await db.select().from(unitMembers)).map(({ salt }) => Buffer.from(salt)),
    'who is signed in': (await db.select().from(sessions)).map(({ id }) => Buffer.from(id)),
  }
}

describe('a backup', () => {
  test('is made while the house works, is checked, and says what is and what is not in it', async () => {
    const { code, said } = await runScript('scripts/backup.ts', [backup, '--with-ledger-key'])
    expect([code, said]).toEqual([0, expect.stringContaining('Sound. Ledger')])
    expect(said).toContain(`Running now: ${round}.`)
    expect(said).toContain('It opens only with KEY_ENCRYPTION_KEY')
    expect(readdirSync(backup).sort()).toEqual([
      ...[engine === 'sqlite' ? 'app.db' : 'app.dump', 'backup.json', 'ledger', 'ledger-key'],
    ])
    expect(readdirSync(join(backup, 'ledger-key'))).toEqual(readdirSync(join(config.dataDir, 'keys', 'ledger')))
  })

  test('holds no ballot, no nullifier, no key and nobody of the running round; control: a plain copy is found out', () => {
    expect(standingIn(bytesIn(backup), secrets)).toEqual([])
    expect(bytesIn(backup)).toContain('A1@voorbeeld.nl')
    const naive = freshPlace('naive')
    cpSync(config.dataDir, naive, { recursive: true })
    const inDatabase = ['who drew a token', 'who is on the list', 'who is signed in']
    const onDisk = Object.keys(secrets).filter(name => name !== 'receipts')
    const wanted = engine === 'sqlite' ? onDisk : onDisk.filter(name => !inDatabase.includes(name))
    expect(standingIn(bytesIn(naive), secrets)).toEqual(wanted)
  })

  test('without the wish for it has no key of the ledger either, and says where that is', async () => {
    const other = freshPlace('backup')
    const { code, said } = await runScript('scripts/backup.ts', [other])
    expect([code, existsSync(join(other, 'ledger-key'))]).toEqual([0, false])
    expect(said).toContain('keep a copy of that\nfolder offline')
  })

  test('goes into an empty folder, outside the data, or nowhere', async () => {
    const inside = await runScript('scripts/backup.ts', [join(config.dataDir, 'backup')])
    expect([inside.code, inside.said]).toEqual([1, expect.stringContaining('lost together with it')])
    const again = await runScript('scripts/backup.ts', [backup])
    expect([again.code, again.said]).toEqual([1, expect.stringContaining('is not empty')])
    const nowhere = await runScript('scripts/backup.ts', [])
    expect([nowhere.code, nowhere.said]).toEqual([1, expect.stringContaining('npm run backup -- /media')])
    expect(nowhere.said).not.toMatch(/\.ts:\d/)
  })
})

describe('restoring', () => {
  const damaged = (damage: (folder: string) => void) => {
    const folder = freshPlace('damaged')
    cpSync(backup, folder, { recursive: true })
    damage(folder)
    return folder
  }
  const database = engine === 'sqlite' ? 'app.db' : 'app.dump'

  test.each<[string, (folder: string) => void, string]>([
    ['changed by one byte', folder => appendFileSync(join(folder, database), 'x'), `${database} was changed`],
    ['short of a file', folder => rmSync(join(folder, 'ledger', 'checkpoint')), 'ledger/checkpoint is missing'],
    ['with a ballot box put in', folder => writeFileSync(join(folder, 'box.db'), ''), 'box.db does not belong there'],
    ['never finished', folder => rmSync(join(folder, 'backup.json')), 'was never finished'],
    ['with a broken list', folder => writeFileSync(join(folder, 'backup.json'), '{'), 'is damaged'],
  ])('a backup %s is refused before anything is touched', async (_what, damage, because) => {
    const home = await emptyHome()
    const { code, said } = await runScript('scripts/restore.ts', [damaged(damage)], home)
    expect([code, said, existsSync(home.DATA_DIR!)]).toEqual([1, expect.stringContaining(because), false])
  })

  test('never writes over what is there', async () => {
    const home = await emptyHome()
    mkdirSync(home.DATA_DIR!)
    writeFileSync(join(home.DATA_DIR!, 'box.db'), 'ballots')
    const { code, said } = await runScript('scripts/restore.ts', [backup], home)
    expect([code, said]).toEqual([1, expect.stringContaining('is not empty. Restore into a new folder')])
    expect(readdirSync(home.DATA_DIR!)).toEqual(['box.db'])
  })
})

describe('after a restore nobody votes twice', () => {
  /** Somebody who drew a token after the backup was made, and a ballot that was cast before it. */
  const late = 'A7'
  const attack = (home: Record<string, string>, ...how: string[]) =>
    runScript('tests/machine-room/draw-again.ts', [round, late, nullifierOfFirst(), ...how], home).then(({ said }) =>
      JSON.parse(/^OUTCOME (.*)$/m.exec(said)?.[1] ?? JSON.stringify({ said })),
    )
  const nullifierOfFirst = () => Buffer.from(ballots[0]!.nullifier).toString('base64url')
  const bringBack = (home: Record<string, string>, what: string) =>
    cpSync(join(config.dataDir, what), join(home.DATA_DIR!, what), { recursive: true })

  beforeAll(async () => void (await drawToken(late, round, 'U1')))

  test('the round has ended, the ledger says so, and old keys and an old box put back change nothing', async () => {
    const home = await emptyHome()
    const { code, said } = await runScript('scripts/restore.ts', [backup], home)
    expect([code, said]).toEqual([0, expect.stringContaining('It has ended without a result')])
    expect(said).toMatch(/THE LEDGER IS AS OLD AS THE BACKUP: \d+ entries[\s\S]*entries were removed. That is true/)
    bringBack(home, `keys/${round}`)
    bringBack(home, 'ballot-box')
    const outcome = { state: 'void', voidReason: 'restored', second: 'not_issuing', cast: 'notOpen' }
    expect(await attack(home)).toEqual(outcome)
  })

  test('without the key of the ledger nobody can draw either, and the first start with it ends the round', async () => {
    const home = await emptyHome()
    const other = freshPlace('backup')
    await runScript('scripts/backup.ts', [other])
    const { code, said } = await runScript('scripts/restore.ts', [other], home)
    expect([code, said]).toEqual([0, expect.stringContaining('Put your offline copy in')])
    expect(existsSync(join(home.DATA_DIR!, 'keys', 'key-encryption-key'))).toBe(false)
    bringBack(home, `keys/${round}`)
    expect(await attack(home, 'asleep')).toMatchObject({ state: 'open', second: 'not_on_roster', cast: 'notOpen' })
    bringBack(home, 'keys/ledger')
    expect(await attack(home)).toMatchObject({ state: 'void', voidReason: 'restored', second: 'not_issuing' })
  })

  /** A copy of the database that does not know of the last token: what a snapshot or another program puts back. */
  async function turnedBack() {
    const Database = (await import('better-sqlite3')).default
    const home = await emptyHome()
    mkdirSync(home.DATA_DIR!)
    const live = new Database(join(config.dataDir, 'app.db'))
    live.prepare('vacuum into ?').run(join(home.DATA_DIR!, 'app.db'))
    live.close()
    const copy = new Database(join(home.DATA_DIR!, 'app.db'))
    copy.prepare('delete from issuances where person_id = ?').run(late)
    copy.close()
    bringBack(home, 'keys')
    return home
  }

  test.runIf(engine === 'sqlite')(
    'a database turned back by other means is found out by the keys beside it',
    async () => {
      const outcome = { state: 'void', voidReason: 'restored', second: 'not_issuing', cast: 'notOpen' }
      expect(await attack(await turnedBack())).toEqual(outcome)
    },
  )

  test.runIf(engine === 'sqlite')(
    'control: without what lies beside the keys it gives out a second token',
    async () => {
      const home = await turnedBack()
      rmSync(join(home.DATA_DIR!, 'keys', round, 'issued'))
      expect(await attack(home)).toMatchObject({ state: 'open', second: 'given', cast: 'accepted' })
    },
  )
})
