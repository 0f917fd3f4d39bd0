import { existsSync } from 'node:fs'

const shell = '/bin/sh'

/**
 * What the shell does before it becomes Node: no core file, and where the machine hands cores to a program of
 * its own, which no limit stops, nothing of the memory in them.
 */
const withoutCores = 'ulimit -c 0; { echo 0 > /proc/self/coredump_filter; } 2>/dev/null; exec "$@"'

/** Node opens a debugger to everyone on this machine when it gets this signal, unless somebody listens to it. */
const withoutDebugger = process.allowedNodeEnvironmentFlags.has('--disable-sigusr1')
  ? ['--disable-sigusr1']
  : ['--import', 'data:text/javascript,process.on("SIGUSR1",()=>{})']

/**
 * Returns how Node is started when its memory is nobody's business: nothing of it reaches a disk when it
 * falls, and no debugger opens on it. Only where there is a shell can cores be turned off.
 *
 * @param {string[]} args what Node is given
 * @returns {{ command: string, args: string[] }}
 */
export function guardedNode(args) {
  const guarded = [...withoutDebugger, ...args]
  if (!existsSync(shell)) return { command: process.execPath, args: guarded }
  return { command: shell, args: ['-c', withoutCores, shell, process.execPath, ...guarded] }
}
