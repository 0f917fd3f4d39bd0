import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { engine } from '#db'
import type { Ballot } from '~/ballot-box/store.server'
import { config } from '~/config.server'
import { closeBallotBox } from '~/pulses/ballot-box.server'
import { drawToken } from '../pulses/round-trip'
import { canCopy, emptyHome, freshPlace, runScript } from './commands'
import { houseInTheMiddleOfARound } from './running-house'

// After a restore nobody votes twice: not in a house that was put back by the command, and not in one that was turned
// back by other means.

// Each test starts the command a few times, and a busy machine takes seconds for that.
vi.setConfig({ testTimeout: 120_000 })

const backup = freshPlace('backup')
let round = ''
let ballots: Ballot[] = []

/** Somebody who drew a token after the backup was made, and a ballot that was cast before it. */
const late = 'A7'
const attack = (home: Record<string, string>, ...how: string[]) =>
  runScript('tests/machine-room/draw-again.ts', [round, late, nullifierOfFirst(), ...how], home).then(({ said }) =>
    JSON.parse(/^OUTCOME (.*)$/m.exec(said)?.[1] ?? JSON.stringify({ said })),
  )
const nullifierOfFirst = () => Buffer.from(ballots[0]!.nullifier).toString('base64url')
const bringBack = (home: Record<string, string>, what: string) =>
  cpSync(join(config.dataDir, what), join(home.DATA_DIR!, what), { recursive: true })

beforeAll(async () => {
  if (!canCopy) return
  ;({ round, ballots } = await houseInTheMiddleOfARound())
  await runScript('scripts/backup.ts', [backup, '--with-ledger-key'])
  await drawToken(late, round, 'U1')
})
afterAll(closeBallotBox)

test.runIf(canCopy)(
  'the round has ended, the ledger says so, and old keys and an old box put back change nothing',
  async () => {
    const home = await emptyHome()
    const { code, said } = await runScript('scripts/restore.ts', [backup], home)
    expect([code, said]).toEqual([0, expect.stringContaining('It has ended without a result')])
    expect(said).toMatch(/THE LEDGER IS AS OLD AS THE BACKUP: \d+ entries[\s\S]*entries were removed. That is true/)
    bringBack(home, `keys/${round}`)
    bringBack(home, 'ballot-box')
    const outcome = { state: 'void', voidReason: 'restored', second: 'not_issuing', cast: 'notOpen' }
    expect(await attack(home)).toEqual(outcome)
  },
)

test.runIf(canCopy)(
  'without the key of the ledger nobody can draw either, and the first start with it ends the round',
  async () => {
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
  },
)

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

test.runIf(engine === 'sqlite')('control: without what lies beside the keys it gives out a second token', async () => {
  const home = await turnedBack()
  rmSync(join(home.DATA_DIR!, 'keys', round, 'issued'))
  expect(await attack(home)).toMatchObject({ state: 'open', second: 'given', cast: 'accepted' })
})
