import { type ChildProcess, fork } from 'node:child_process'
import { kindOf, type log as Log } from '../../app/log.server'

type Wish = { dataDir: string; port: number; log: typeof Log }

/** The environment the ballot box may see: no database, no keys, no mail. */
const boxEnvironment = (wish: Wish) => ({
  PATH: process.env.PATH,
  NODE_ENV: process.env.NODE_ENV,
  DATA_DIR: wish.dataDir,
  BALLOT_BOX_PORT: String(wish.port),
})

/**
 * Starts the ballot box as a process of its own and starts it again when it falls.
 * Nothing acknowledged is lost by a fall: the box answers only after its disk did.
 *
 * @returns the port it listens on at the moment, and a way to stop it for good.
 */
export async function startBallotBox(wish: Wish) {
  let box: ChildProcess | undefined
  let port = 0
  let falls = 0
  let stopping = false

  const start = () =>
    new Promise<void>((resolve, reject) => {
      box = fork('app/ballot-box/main.server.ts', {
        env: boxEnvironment({ ...wish, port: port || wish.port }),
        execArgv: ['--import', 'tsx', '--disable-proto=delete'],
        stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      })
      box.once('message', message => {
        port = (message as { port: number }).port
        wish.log('box.started', {})
        resolve()
      })
      box.once('error', fault => reject(new Error(`The ballot box did not start (${kindOf(fault)})`)))
      box.once('exit', code => {
        if (port === 0) return reject(new Error(`The ballot box stopped with code ${code} while starting`))
        if (stopping) return
        falls++
        wish.log('box.restarted', { times: falls })
        setTimeout(() => start().catch(() => {}), Math.min(100 * 2 ** Math.min(falls, 6), 5000))
      })
    })

  await start()
  return {
    port: () => port,
    stop: () =>
      new Promise<void>(resolve => {
        stopping = true
        if (!box || box.exitCode !== null) return resolve()
        box.once('exit', () => resolve())
        box.kill('SIGTERM')
      }),
  }
}
