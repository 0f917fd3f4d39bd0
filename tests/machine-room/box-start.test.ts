import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { openBoxProcess, startBallotBox } from '../../scripts/web/ballot-box'
import { freshFolder } from '../ballot-box/round'

// What somebody on the machine can make the process of the ballot box give away: its memory and its surroundings.

/** `npm test` builds first; without its pages the box does not start. */
const built = existsSync('build/ballot-box/page.css')
const onLinux = built && existsSync('/proc/self/limits')
const started: ChildProcess[] = []
afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL')
})

/** Settings that the web process has and the box must not. */
const secrets = {
  KEY_ENCRYPTION_KEY: 'lock-of-all-keys-'.repeat(3),
  SMTP_URL: 'smtp://post:secret-word@mail.example',
  DATABASE_URL: 'postgres://inspraak:secret-word@db.example/inspraak',
  NODE_OPTIONS: '--heapsnapshot-signal=SIGUSR2 --report-on-signal',
}

async function realBox(): Promise<ChildProcess> {
  const before = { ...process.env }
  Object.assign(process.env, secrets)
  const box = openBoxProcess(join(freshFolder(), 'box.db'), 0)
  for (const name of Object.keys(secrets)) process.env[name] = before[name] ?? ''
  started.push(box)
  await once(box, 'message')
  return box
}

/** Node as anybody starts it, with all that the web process was told: the control. */
async function plainNode(): Promise<ChildProcess> {
  const script = 'setInterval(() => {}, 1000); console.log("up")'
  const env = { PATH: process.env.PATH, NODE_ENV: 'test' as const, ...secrets, NODE_OPTIONS: '--inspect-port=0' }
  const child = spawn(process.execPath, ['-e', script], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  started.push(child)
  await once(child.stdout, 'data')
  return child
}

const about = (child: ChildProcess, what: string) => readFileSync(`/proc/${child.pid}/${what}`, 'utf8')
const coreLimits = (child: ChildProcess) =>
  /^Max core file size\s+(\S+)\s+(\S+)/m.exec(about(child, 'limits'))!.slice(1)

/** Names the ports of one process that listen, by the sockets it holds. */
function listening(child: ChildProcess): number[] {
  const table = `${about(child, 'net/tcp')}\n${about(child, 'net/tcp6')}`
  const open = [...table.matchAll(/^\s*\d+: \S+:([\dA-F]{4}) \S+ 0A .*? \d+ +\d+ +\d+ (\d+) /gm)]
  const own = spawnedSockets(child)
  return open.filter(([, , socket]) => own.has(socket!)).map(([, port]) => Number.parseInt(port!, 16))
}

function spawnedSockets(child: ChildProcess): Set<string> {
  const folder = `/proc/${child.pid}/fd`
  const links = readdirSync(folder).map(name => {
    try {
      return readlinkSync(join(folder, name))
    } catch {
      return ''
    }
  })
  return new Set(links.flatMap(link => /^socket:\[(\d+)\]$/.exec(link)?.[1] ?? []))
}

/** Asks a process for its debugger, as `node inspect` does, and gives it a second to open one. */
async function portsAfterAsking(child: ChildProcess): Promise<[number, number]> {
  const before = listening(child).length
  child.kill('SIGUSR1')
  await new Promise(resolve => setTimeout(resolve, 1000))
  return [before, listening(child).length]
}

describe.runIf(onLinux)('the process of the ballot box', () => {
  test('leaves no core behind when it falls; control: a plain process may', async () => {
    const box = await realBox()
    expect(coreLimits(box)).toEqual(['0', '0'])
    expect(about(box, 'coredump_filter').trim()).toBe('00000000')
    const plain = await plainNode()
    expect(about(plain, 'coredump_filter').trim()).not.toBe('00000000')
  })

  test('knows none of the settings of the house; control: a plain process knows them all', async () => {
    const kept = about(await realBox(), 'environ')
      .split('\0')
      .filter(Boolean)
    expect(kept.map(one => one.split('=')[0]).filter(name => !mayKnow.includes(name!))).toEqual([])
    expect(about(await plainNode(), 'environ')).toContain('secret-word')
  })

  test('opens no debugger to whoever is on the machine; control: a plain process does', async () => {
    expect(await portsAfterAsking(await realBox())).toEqual([1, 1])
    expect(await portsAfterAsking(await plainNode())).toEqual([0, 1])
  })

  test('is given no flag with which memory or reports are written to disk', async () => {
    const said = about(await realBox(), 'cmdline')
      .split('\0')
      .join(' ')
    expect(said).not.toMatch(/--(heap|cpu-prof|report|inspect|abort|diagnostic|trace)/)
  })
})

/** The shell adds where it is; the channel is how the box tells its port. */
const mayKnow = [
  'PATH',
  'NODE_ENV',
  'NODE_CHANNEL_FD',
  'NODE_CHANNEL_SERIALIZATION_MODE',
  'PWD',
  'OLDPWD',
  'SHLVL',
  '_',
]

test.runIf(built)('it starts, tells its port and stops as before', async () => {
  const box = await startBallotBox({ dataDir: freshFolder(), port: 0, log: () => {} })
  const health = await fetch(`http://127.0.0.1:${box.port()}/healthz`)
  expect(health.status).toBe(200)
  await box.stop()
  await expect(fetch(`http://127.0.0.1:${box.port()}/healthz`)).rejects.toThrow()
})
