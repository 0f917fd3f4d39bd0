import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type AttackReport, type AttackResult, type Ending, endingOf, type Tried } from '~/ledger/attacks/rules'

/** Where the app reads the last run of this release from. */
export const reportPath = 'app/ledger/attacks/report.json'

/** Makes the report of a run on this very program. */
export function reportOf(attacks: readonly AttackResult[], at: Date): AttackReport {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }
  return { version, ranOn: at.toISOString().slice(0, 10), sources: hashOfSources(), attacks }
}

/** Keeps the report for the page that shows it. */
export function publish(report: AttackReport) {
  writeFileSync(reportPath, `${JSON.stringify(report, null, 2)}\n`)
}

/** Everything that was attacked, as one number: the files in order, each after its own path. */
export function hashOfSources(): string {
  const hash = createHash('sha256')
  for (const path of ['app', 'db', 'surveys'].flatMap(filesIn).sort()) hash.update(path).update(readFileSync(path))
  return hash.digest('hex')
}

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && !entry.name.endsWith('.md'))
    .map(entry => join(entry.parentPath, entry.name))
    .filter(path => path !== reportPath)
}

const words: Record<Ending, string> = {
  withstood: '✓ failed, as it should',
  broken: '✗ SUCCEEDED',
  cannotTell: '✗ CONTROL FAILED',
}

/** Writes how one attack ended, and under it each control, which must succeed. */
export function asLines(result: AttackResult): string {
  const line = `${words[endingOf(result)]}: ${result.id}, ${counts(result)}, ${[...result.engines, `${result.seconds} s`].join(', ')}`
  const controls = Object.entries(result.controls).map(([name, found]) => `    control ${name}: ${counts(found)}`)
  return [line, ...controls].join('\n')
}

const counts = ({ tried, broken }: Tried) => `${broken} of ${tried} succeeded`
