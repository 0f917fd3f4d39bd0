import { type ChildProcess, fork } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A process that was started for measuring. */
export type Worker = {
  /** What it said when it was ready. */
  ready: Record<string, unknown>
  /** Gives it one piece of work and returns what came of it. */
  ask<Answer>(work: unknown): Promise<Answer>
  stop(): Promise<void>
}

type Start = { file: string; args?: string[]; env?: Record<string, string> }

let home: string | undefined
const children = new Set<ChildProcess>()

/** Returns an empty folder that goes when the measuring ends. */
export function freshFolder(name: string): string {
  home ??= mkdtempSync(join(tmpdir(), 'inspraak-bench-'))
  return mkdtempSync(join(home, `${name}-`))
}

/** Settings of a process that must not see any real data. */
export const settingsFor = (dataDir: string) => ({
  DATA_DIR: dataDir,
  LOG_LEVEL: 'error',
  DEMO: '0',
  KEY_ENCRYPTION_KEY: 'only-for-measuring-'.repeat(2),
})

/** Starts a TypeScript file as a process of its own and waits until it says that it is ready. */
export async function startWorker(start: Start): Promise<Worker> {
  const child = launch(start)
  const { file } = start
  const ready = (await nextMessage(child, file)) as Worker['ready']
  return {
    ready,
    ask<Answer>(work: unknown) {
      const answer = nextMessage(child, file)
      child.send(work as object)
      return answer as Promise<Answer>
    },
    stop: () => stop(child),
  }
}

/** Starts a server that does not say when it is ready; returns what stops it. */
export function startServer(file: string, env: Record<string, string>) {
  const child = launch({ file, env })
  return () => stop(child)
}

/** Runs a TypeScript file that says one thing and ends; returns what it said. */
export async function runWorker<Answer>(start: Start): Promise<Answer> {
  const worker = await startWorker(start)
  await worker.stop()
  return worker.ready as Answer
}

/** Stops what still runs and removes every folder. */
export async function clearAway() {
  await Promise.all([...children].map(stop))
  if (home) rmSync(home, { recursive: true, force: true })
}

function launch({ file, args = [], env = {} }: Start): ChildProcess {
  const child = fork(file, args, {
    env: { PATH: process.env.PATH, NODE_ENV: 'production', ...env },
    execArgv: [...(env.DATABASE_URL ? ['--conditions=postgres'] : []), '--import', 'tsx'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  children.add(child)
  child.once('exit', () => children.delete(child))
  return child
}

function nextMessage(child: ChildProcess, file: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const onExit = (code: number | null) => reject(new Error(`${file} stopped with code ${code}`))
    child.once('exit', onExit)
    child.once('message', message => {
      child.off('exit', onExit)
      resolve(message)
    })
  })
}

/** Milliseconds a process gets to end by itself. */
const patience = 3000

function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise(resolve => {
    const timer = setTimeout(() => child.kill('SIGKILL'), patience)
    child.once('exit', () => {
      clearTimeout(timer)
      resolve()
    })
    child.kill('SIGTERM')
  })
}
