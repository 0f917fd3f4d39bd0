import { spawn } from 'node:child_process'
import { say, secondsSince } from './say.mjs'

const running = new Set()
process.once('exit', () => {
  for (const child of running) child.kill('SIGTERM')
})

/**
 * Runs a program and keeps what it says.
 * While it runs, a line every 15 seconds tells that it is still at it.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{ about?: string } & import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<{ ok: boolean, output: string, missing: boolean }>}
 */
export function hear(command, args, { about = '', ...options } = {}) {
  const start = performance.now()
  const pulse = about && setInterval(() => say(`  … ${about}, ${secondsSince(start)}`), 15_000)
  return new Promise(resolve => {
    const end = answer => {
      clearInterval(pulse)
      running.delete(child)
      resolve(answer)
    }
    const heard = []
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options })
    running.add(child)
    child.stdout?.on('data', chunk => heard.push(chunk))
    child.stderr?.on('data', chunk => heard.push(chunk))
    child.once('error', fault => end({ ok: false, output: String(fault), missing: fault.code === 'ENOENT' }))
    child.once('close', code => end({ ok: code === 0, output: Buffer.concat(heard).toString(), missing: false }))
  })
}

/** Runs a program in this terminal, passes signals on to it and ends with its exit code. */
export function become(command, args, options = {}) {
  const child = spawn(command, args, { stdio: ['inherit', 'inherit', 'inherit', 'ipc'], ...options })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.once('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))
}
