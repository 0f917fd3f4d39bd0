import { say, secondsSince } from './say.mjs'

/**
 * The list of what is checked. Each step answers with what passed and failed;
 * a step that throws has failed, and the others go on.
 */
export function stepList() {
  const done = []

  /** Runs one step and says at once how it went. */
  async function step(name, work) {
    const start = performance.now()
    const result = await work().catch(fault => ({ passed: 0, failed: 1, said: fault.stack }))
    const seconds = secondsSince(start)
    done.push({ name, seconds, ...result })
    if (result.failed > 0) say(`\n✗ ${name}\n${result.said ?? ''}\n`)
    say(`${markOf(result)} ${name}, ${seconds}${result.note ? ` (${result.note})` : ''}`)
    return result.failed === 0
  }

  /** Prints the table and the closing line; returns whether everything passed. */
  function close() {
    const passed = sum(done, 'passed')
    const failed = sum(done, 'failed')
    say('')
    for (const { name, seconds, ...result } of done)
      say(`${markOf(result)} ${name.padEnd(30)} ${seconds.padStart(8)}  ${wordsFor(result)}`)
    say(`\ntests: ${passed} passed, ${failed} failed`)
    return failed === 0
  }

  return { step, close }
}

const markOf = ({ failed, skipped }) => (failed > 0 ? '✗' : skipped ? '–' : '✓')
const sum = (steps, part) => steps.reduce((total, step) => total + step[part], 0)
const wordsFor = ({ passed, failed, skipped }) =>
  skipped ? `not run: ${skipped}` : `${passed} passed, ${failed} failed`
