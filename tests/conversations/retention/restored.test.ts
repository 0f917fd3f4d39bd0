import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { engine, migrate } from '#db'
import { config } from '~/config.server'
import { listName } from '~/conversations/retention/destroyed-list.server'
import { withdraw } from '~/conversations/retention/destroying.server'
import { openLedger } from '~/ledger/store.server'
import { closeBallotBox } from '~/pulses/ballot-box.server'
import { canCopy, emptyHome, freshPlace, runScript } from '../../machine-room/commands'
import { agreed, held, keep, threeWithKeys } from './talks'

// Each test starts commands, and a busy machine takes seconds for that.
vi.setConfig({ testTimeout: 120_000 })

const backup = freshPlace('backup')
const heldOn = new Date().toISOString().slice(0, 10)

beforeAll(async () => {
  if (!canCopy) return
  await migrate()
  await threeWithKeys()
  await openLedger(new Date())
  await keep(held({ heldOn }), [agreed()])
  await keep(held({ id: 'stays', heldOn }), [agreed()], [{ personId: 'ho', endsOn: '2099-01-01' }])
  await keep(held({ id: 'no', state: 'declined', invitedOn: heldOn, heldOn: null }), [])
  await keep(held({ id: 'early', heldOn }), [agreed()])
  await withdraw('early', { id: 'em' }, new Date())
  await runScript('scripts/backup.ts', [backup])
  await withdraw('c1', { id: 'em' }, new Date())
})
afterAll(closeBallotBox)

async function startedFromBackup(withList: boolean) {
  const home = await emptyHome()
  const { code, said } = await runScript('scripts/restore.ts', [backup], home)
  expect([code, said]).toEqual([0, expect.stringContaining(`Copy ${listName} of the old data folder`)])
  if (withList) copyFileSync(join(config.dataDir, listName), join(home.DATA_DIR!, listName))
  const started = await runScript('tests/conversations/retention/start-again.ts', [], home)
  return JSON.parse(/^OUTCOME (.*)$/m.exec(started.said)?.[1] ?? JSON.stringify(started))
}

test.runIf(canCopy)('a backup of before the withdrawal, with the list beside it, brings no record back', async () => {
  const states = { c1: 'withdrawn', early: 'withdrawn', stays: 'held', no: 'invited' }
  expect(await startedFromBackup(true)).toEqual({ records: ['stays'], states, shares: 0 })
})

test.runIf(canCopy)('control: without the list it is back, as the readme says', async () => {
  const states = { c1: 'held', early: 'withdrawn', stays: 'held', no: 'invited' }
  expect(await startedFromBackup(false)).toEqual({ records: ['c1', 'stays'], states, shares: 0 })
})

test.runIf(engine === 'sqlite')('a backup does not tell who said no; control: the house itself knows', () => {
  const declined = (path: string) => {
    const file = new Database(path, { readonly: true })
    const { rows } = file.prepare("select count(*) as rows from conversations where state = 'declined'").get() as {
      rows: number
    }
    file.close()
    return rows
  }
  expect([join(config.dataDir, 'app.db'), join(backup, 'app.db')].map(declined)).toEqual([1, 0])
})
