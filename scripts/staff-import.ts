// npm run staff:import -- <file.csv or .xlsx> [--dry-run] [--many-may-leave]: shows the difference, then applies it as a whole.
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { closeDatabase, migrate } from '#db'
import { translatorOn } from '~/language/catalogues.server'
import { type Difference, type DifferenceLine, differenceOf } from '~/people/staff/difference'
import { applyStaffFile, lookAtStaffFile } from '~/people/staff/store.server'

const t = translatorOn('en')
const say = (line: string) => process.stdout.write(`${line}\n`)
const wishes = process.argv.slice(2)
const file = wishes.find(word => !word.startsWith('--'))
const manyMayLeave = wishes.includes('--many-may-leave')

/** npm runs scripts in the project's folder; the file is where the person who typed the command is. */
async function importFrom(path: string): Promise<number> {
  const bytes = readFileSync(resolve(process.env.INIT_CWD ?? '.', path))
  await migrate()
  const { text, preview } = await lookAtStaffFile(bytes)
  const difference = differenceOf(preview)
  const code = difference.problemCount > 0 ? refuseList(difference) : await apply(text, difference)
  await closeDatabase()
  return code
}

async function apply(text: string, difference: Difference): Promise<number> {
  showDifference(difference)
  if (wishes.includes('--dry-run')) return done('Dry run: nothing has changed.', 0)
  if (difference.manyLeave && !manyMayLeave) {
    return done(`${t('people.import.manyLeave')} If so, add --many-may-leave. Nothing has changed.`, 1)
  }
  const decision = await applyStaffFile(text, { version: difference.version, manyMayLeave }, new Date())
  return decision.ok ? done('Done.', 0) : done(`Not applied: ${decision.because}. Nothing has changed.`, 1)
}

function showDifference({ groups, newTeams, newSites, changesNothing }: Difference) {
  if (changesNothing) say(t('people.import.nothing'))
  if (newSites.length > 0) say(t('people.import.newSites', { names: newSites.join(', ') }))
  if (newTeams.length > 0) say(t('people.import.newTeams', { names: newTeams.join(', ') }))
  for (const { kind, count, lines } of groups) {
    say(t(`people.import.${kind}`, { count }))
    for (const line of lines) say(`  ${inWords(line)}`)
    if (count > lines.length) say(`  ${t('people.import.more', { count: count - lines.length })}`)
  }
}

const inWords = ({ name, email, team, fromTeam }: DifferenceLine) =>
  `${name} <${email}>, ${fromTeam === '' ? team : t('people.import.fromTo', { from: fromTeam, to: team })}`

function refuseList({ problems, problemCount }: Difference): number {
  for (const { line, column, reason } of problems) {
    const place = line === 0 ? t('people.import.wholeList') : `${t('people.import.line')} ${line}`
    say(`${place}${column ? `, ${t(`people.column.${column}`)}` : ''}: ${t(`people.staffProblem.${reason}`)}`)
  }
  return done(t('people.import.problemsLead', { count: problemCount }), 1)
}

function usage(): number {
  process.stderr.write('Give a staff list: npm run staff:import -- people.csv [--dry-run] [--many-may-leave]\n')
  return 1
}

function done(sentence: string, code: number): number {
  say(sentence)
  return code
}

process.exitCode = file ? await importFrom(file) : usage()
