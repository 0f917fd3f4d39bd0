import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { log as Log } from '../../app/log.server'
import { guardedNode } from '../checks/guarded-node.mjs'

type Wish = { dataDir: string; port: number; log: typeof Log }

/** The environment the ballot box may see: no database, no keys, no mail, and no wishes for Node that open or dump its memory. */
const boxEnvironment = () => ({ PATH: process.env.PATH, NODE_ENV: process.env.NODE_ENV })

/** Starts the process of the box on this file and port, with dumps and debugger off; it tells its port by message. */
export function openBoxProcess(path: string, port: number): ChildProcess {
  const { command, args } = guardedNode(['--import', 'tsx', 'app/ballot-box/main.server.ts', path, String(port)])
  return spawn(command, args, { env: boxEnvironment(), stdio: ['inherit', 'inherit', 'inherit', 'ipc'] })
}

/**
 * Starts the ballot box as a process of its own and starts it again when it falls.
 * Nothing acknowledged is lost by a fall: the box answers only after its disk did.
 *
 * @returns the port it listens on at the moment, and a way to stop it for good.
 */
export async function startBallotBox({ dataDir, port: wishedPort, log }: Wish) {
  const folder = join(dataDir, 'ballot-box')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  let box: ChildProcess
  let port = 0
  let falls = 0
  let stopping = false

  const start = () =>
    new Promise<void>((resolve, reject) => {
      box = openBoxProcess(join(folder, 'box.db'), falls > 3 ? wishedPort : port || wishedPort)
      box.once('message', message => {
        port = (message as { port: number }).port
        log('box.started', {})
        resolve()
      })
      box.once('error', reject)
      box.once('exit', code => {
        if (port === 0) return reject(new Error(`The ballot box stopped with code ${code} while starting`))
        if (!stopping) startAgain()
      })
    })

  const startAgain = () => {
    falls++
    log('box.restarted', { times: falls })
    setTimeout(() => stopping || start().catch(startAgain), Math.min(50 * 2 ** Math.min(falls, 6), 3000))
  }

  const stop = () =>
    new Promise<void>(resolve => {
      stopping = true
      if (box.exitCode !== null || box.signalCode !== null) return resolve()
      box.once('exit', () => resolve())
      box.kill('SIGTERM')
    })

  await start()
  return { port: () => port, stop }
}
