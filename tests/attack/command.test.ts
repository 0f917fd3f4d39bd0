import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import type { AttackReport } from '~/ledger/attacks/rules'

const attack = (...words: string[]) =>
  spawnSync(process.execPath, ['--import', 'tsx', 'scripts/attack.ts', ...words], { encoding: 'utf8' })

test('the command tells how each attack and each control ended, and prints a report for programs', () => {
  const { status, stdout, stderr } = attack('insiders', '--json')
  expect(status).toBe(0)
  expect(stderr).toMatch(/insiders, 0 of 1507 succeeded[\s\S]*control threeInsiders: 64 of 2901 succeeded/)
  const report: AttackReport = JSON.parse(stdout)
  expect(report.attacks).toMatchObject([{ id: 'insiders', tried: 1507, broken: 0 }])
  expect(report.sources).toMatch(/^[0-9a-f]{64}$/)
})

test('the command fails when nothing was attacked', () => {
  const { status, stderr } = attack('nothing-is-called-this')
  expect(status).toBe(1)
  expect(stderr).toContain('No attack is called nothing-is-called-this')
})
