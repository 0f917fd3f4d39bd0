import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Add, Written } from './group-commit.server'

export type Writer = { add: Add; stop: () => Promise<void> }

/** A thread does not inherit the reading of TypeScript from its process. */
const inTypeScript = `import('tsx/esm/api').then(({ register }) => {
  register()
  return import(${JSON.stringify(new URL('./writer.server.ts', import.meta.url).href)})
})`

/**
 * Starts a thread that puts ballots on disk, so that the next ballots are read and verified while the disk works.
 * A fault in the thread ends the whole box, which then starts again: nothing was acknowledged that is not on disk.
 */
export async function startWriter(path: string): Promise<Writer> {
  const thread = new Worker(inTypeScript, { eval: true, execArgv: [], workerData: path })
  await once(thread, 'message')
  const waiting: ((written: Written) => void)[] = []
  thread.on('message', (group: Written[]) => {
    for (const [at, resolve] of waiting.splice(0, group.length).entries()) resolve(group[at]!)
  })
  const add: Add = ballot => {
    thread.postMessage(ballot)
    return new Promise(resolve => waiting.push(resolve))
  }
  const stop = async () => {
    const ended = once(thread, 'exit')
    thread.postMessage('stop')
    await ended
  }
  return { add, stop }
}
