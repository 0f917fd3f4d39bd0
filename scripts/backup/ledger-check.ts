import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { hear } from '../checks/child.mjs'
import { engineOf } from '../checks/freshness.mjs'
import { Obstacle } from '../checks/say.mjs'
import type { Contents } from './contents'

/** Writes the ledger of a copy into the folder `ledger` beside it. @returns how it stood; nothing before the first entry */
export async function writeLedger(folder: string): Promise<Contents['ledger']> {
  const conditions = engineOf(process.env) === 'postgres' ? ['--conditions=postgres'] : []
  const args = [...conditions, '--import', 'tsx', 'scripts/backup/ledger-files.ts', join(folder, 'ledger')]
  const { ok, output } = await hear(process.execPath, args, { env: { ...process.env, DATA_DIR: folder } })
  if (!ok) throw new Obstacle(`The ledger could not be read from the copy:\n${output}`)
  const path = join(folder, 'ledger', 'checkpoint')
  if (!existsSync(path)) return null
  const [name, size, root] = readFileSync(path, 'utf8').split('\n') as [string, string, string]
  return { name, size: Number(size), root }
}

/** Verifies the ledger of a backup with the verifier that anybody can download. @returns whether it is sound, and what the verifier says */
export async function verifyLedger(folder: string): Promise<{ isSound: boolean; said: string }> {
  if (!existsSync(join(folder, 'ledger'))) return { isSound: true, said: 'There was no ledger yet.' }
  const args = ['app/ledger/verify.mjs', join(folder, 'ledger'), '--lang', 'en']
  const { ok, output } = await hear(process.execPath, args)
  return { isSound: ok, said: output.trim() }
}
