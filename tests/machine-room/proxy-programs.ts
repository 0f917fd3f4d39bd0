import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { freePort } from '../../scripts/checks/port.mjs'
import { freshFolderOutside } from './commands'

/** Where a proxy must send people on to, and whether it writes its logs after all (the control). */
export type Behind = { app: number; box: number; talkative?: boolean }
export type RunningProxy = { port: number; folder: string; said: () => string; stop: () => Promise<void> }
export type ProxyName = 'nginx' | 'caddy'

/** Whether this machine has the real program. */
export const has = (program: string) => !spawnSync(program, ['--help']).error

/** Starts the real program with the site file that people copy; only its name, its ports and its certificate are others. */
export const start: Record<ProxyName, (behind: Behind) => Promise<RunningProxy>> = {
  async nginx(behind) {
    const [port, plain, folder] = [await freePort(), await freePort(), freshFolderOutside()]
    const site = readFileSync('scripts/proxies/nginx.conf', 'utf8')
      .replace('listen 443 ssl;', `listen 127.0.0.1:${port};`)
      .replace('listen 80;', `listen 127.0.0.1:${plain};`)
      .replaceAll(/^\s*(listen \[::\]|ssl_).*$/gm, '')
    const logs = `access_log ${folder}/access.log; error_log ${folder}/error.log;`
    const told = toPorts(site, behind)
    const loud = behind.talkative ? told.replaceAll(/access_log off;\s*error_log .*;/g, logs) : told
    writeFileSync(join(folder, 'site.conf'), loud)
    writeFileSync(join(folder, 'nginx.conf'), aroundSite(folder))
    return running(spawn('nginx', ['-p', folder, '-c', join(folder, 'nginx.conf')]), port, folder)
  },

  async caddy(behind) {
    const [port, folder] = [await freePort(), freshFolderOutside()]
    const told = toPorts(readFileSync('scripts/proxies/caddy.caddyfile', 'utf8'), behind)
      .replace(
        'inspraak.example.org {',
        `http://inspraak.example.org:${port} {\n\tbind 127.0.0.1${behind.talkative ? logTo(folder) : ''}`,
      )
      .replace(/^\{$/m, '{\n\tadmin off')
    const loud = behind.talkative ? told.replace(/^.*exclude http\.log.*$/m, '') : told
    writeFileSync(join(folder, 'Caddyfile'), loud)
    const env = { PATH: process.env.PATH, HOME: folder, NODE_ENV: 'test' as const }
    const config = ['run', '--config', join(folder, 'Caddyfile'), '--adapter', 'caddyfile']
    return running(spawn('caddy', config, { env, cwd: folder }), port, folder)
  },
}

const toPorts = (site: string, { app, box }: Behind) =>
  site.replaceAll('127.0.0.1:3000', `127.0.0.1:${app}`).replaceAll('127.0.0.1:3001', `127.0.0.1:${box}`)

const logTo = (folder: string) => `\n\tlog {\n\t\toutput file ${folder}/access.log\n\t}`

/** What stands around a site on Debian: a log of its own for all that the site does not turn off. */
function aroundSite(folder: string): string {
  const kinds = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
  for (const kind of kinds) mkdirSync(join(folder, kind), { recursive: true })
  const temporary = kinds.map(kind => `${kind}_temp_path ${folder}/${kind};`).join('\n')
  const user = process.getuid?.() === 0 ? 'user root;' : ''
  return `daemon off; ${user} pid ${folder}/nginx.pid; error_log ${folder}/main-error.log;
events {}
http {
${temporary}
access_log ${folder}/main-access.log;
include ${folder}/site.conf;
}
`
}

async function running(child: ChildProcess, port: number, folder: string): Promise<RunningProxy> {
  let said = ''
  for (const stream of [child.stdout!, child.stderr!]) {
    stream.on('data', chunk => {
      said += chunk
    })
  }
  const gone = new Promise<void>(resolve => child.once('close', () => resolve()))
  for (let time = 0; !(await listens(port)); time++) {
    if (time > 200 || child.exitCode !== null) throw new Error(`The proxy did not start:\n${said}`)
    await new Promise(resolve => setTimeout(resolve, 50))
  }
  const stop = () => {
    child.kill('SIGTERM')
    return gone
  }
  return { port, folder, said: () => said, stop }
}

const listens = (port: number) =>
  new Promise<boolean>(resolve => {
    const socket = connect(port, '127.0.0.1')
    socket.once('error', () => resolve(false))
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
  })

/** Everything in a folder as one text, byte by byte, each file under its name; `leaveOut` is for files that are ours. */
export function everythingIn(folder: string, leaveOut: RegExp): string {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile())
  const kept = files.map(file => join(file.parentPath, file.name)).filter(path => !leaveOut.test(path))
  return kept.map(path => `${path}\n${readFileSync(path, 'latin1')}`).join('\n')
}
