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
import {
  commentHolds,
  db,
  engine,
  issuances,
  leadPredictions,
  publishedComments,
  sessions,
  transact,
  unitMembers,
} from '#db'
import { fromBase64url } from '~/ballot-box/bytes'
import type { Ballot } from '~/ballot-box/store.server'
import { receiptOf } from '~/ballot-box/token'
import { config } from '~/config.server'
import { closeBallotBox } from '~/pulses/ballot-box.server'
import { bytesIn, canCopy, emptyHome, freshPlace, runScript, standingIn } from './commands'
import { houseInTheMiddleOfARound } from './running-house'

// Each test starts the command a few times, and a busy machine takes seconds for that.
vi.setConfig({ testTimeout: 120_000 })

// A backup is made in the middle of a round, by the command itself, while the house works on.

const backup = freshPlace('backup')
let round = ''
let ballots: Ballot[] = []
let secrets: Record<string, Buffer[]> = {}

beforeAll(async () => {
  ;({ round, ballots } = await houseInTheMiddleOfARound())
  await aCommentWaits()
  const expected = { roundId: round, personId: 'A1', barrier: expecting, ofTen: 7 }
  await transact(tx => tx.insert(leadPredictions).values(expected))
  secrets = await allThatIsSecret()
})
afterAll(closeBallotBox)

const waiting = 'Karin van de nacht zegt dat dit wacht'

const expecting = 'wat een teamleider van het eigen team verwacht'

/** On PostgreSQL pg_dump takes a table whole: there the readme says to make no backup while comments wait. */
async function aCommentWaits() {
  if (engine !== 'sqlite') return
  await transact(async tx => {
    await tx.insert(commentHolds).values({ roundId: round, heldUntil: '2099-01-01', blanked: 0 })
    await tx.insert(publishedComments).values({ id: 'c', roundId: round, cellId: 'U1', body: waiting })
  })
}

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
    ...(engine === 'sqlite' && { 'comments that wait for a confidant': [Buffer.from(waiting)] }),
    'what a team lead expects': [Buffer.from(expecting)],
    'who is signed in': (await db.select().from(sessions)).map(({ id }) => Buffer.from(id)),
  }
}

describe.runIf(canCopy)('a backup', () => {
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
    const inDatabase = ['who drew a token', 'who is on the list', 'what a team lead expects', 'who is signed in']
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

describe.runIf(canCopy)('restoring', () => {
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
