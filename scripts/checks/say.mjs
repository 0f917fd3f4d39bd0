// How the scripts speak: short plain lines, and one sentence with the command that mends it.

/** Tells what is being done. */
export const say = line => process.stdout.write(`${line}\n`)

/** Something a person can mend: one sentence and the command. Shown without a stack. */
export class Obstacle extends Error {
  constructor(sentence, command) {
    super(command ? `${sentence}\n\n  ${command}\n` : sentence)
  }
}

/** Runs a script; an obstacle ends it with its sentence, anything else with its stack. */
export async function run(script) {
  try {
    await script()
  } catch (fault) {
    process.stderr.write(`\n${fault instanceof Obstacle ? fault.message : fault.stack}\n`)
    process.exit(1)
  }
}

/** Seconds since `start`, as people read them. */
export const secondsSince = start => `${((performance.now() - start) / 1000).toFixed(1)} s`
