// npm run attack [-- --json] [-- --publish] [-- <name prefix>]: attacks the product as its adversaries would, each
// attack beside controls that must succeed. Ends with 0 only if every attack fails and every control succeeds.

import { type AttackResult, allWithstood } from '~/ledger/attacks/rules'
import { carryOut } from './attack/attack'
import { asLines, publish, reportOf, reportPath } from './attack/report'
import { stopEngines } from './attack/stage/engines'
import { suite } from './attack/suite'
import { clearAway } from './bench/workshop'

const wishes = process.argv.slice(2).filter(word => word !== '--')
const isAsked = (option: string) => wishes.includes(option)
const prefix = wishes.find(word => !word.startsWith('--')) ?? ''
const chosen = suite.filter(({ id }) => id.startsWith(prefix))
const tell = (line: string) => process.stderr.write(`${line}\n`)

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => clearAway().then(() => process.exit(1)))

const found: AttackResult[] = []
try {
  for (const attack of chosen) {
    const result = await carryOut(attack)
    found.push(result)
    tell(asLines(result))
  }
} finally {
  await stopEngines()
  await clearAway()
}
const report = reportOf(found, new Date())
const seconds = Math.round(found.reduce((sum, result) => sum + result.seconds, 0))
const isSound = allWithstood(found)
if (isAsked('--json')) process.stdout.write(`${JSON.stringify(report, null, 2)}\n`)
if (chosen.length === 0) tell(`No attack is called ${prefix}; there is: ${suite.map(({ id }) => id).join(', ')}`)
else
  tell(
    `\n${isSound ? 'Every attack failed and every control succeeded' : 'NOT SOUND'}: ${found.length} attacks, ${seconds} s`,
  )
if (isAsked('--publish') && isSound && chosen.length === suite.length) {
  publish(report)
  tell(`Written to ${reportPath}`)
}
process.exitCode = isSound ? 0 : 1
