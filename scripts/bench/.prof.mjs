import { fork, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'

const env = {
  ...process.env,
  DATA_DIR: '/tmp/bp/data',
  LOG_LEVEL: 'error',
  DEMO: '0',
  KEY_ENCRYPTION_KEY: 'only-for-measuring-'.repeat(2),
  NODE_ENV: 'production',
  PORT: '4177',
}
if (process.argv[2] === 'prep') {
  const c = fork('scripts/bench/issuing-preparation.ts', ['3000', '/tmp/bp/req'], {
    env,
    execArgv: ['--import', 'tsx'],
  })
  await new Promise(r => c.once('exit', r))
  process.exit()
}
const s = spawn(
  process.execPath,
  ['--cpu-prof', '--cpu-prof-dir=/tmp/bp/prof', '--import', 'tsx', 'scripts/serve.ts'],
  { env, stdio: 'inherit' },
)
for (;;) {
  try {
    if ((await fetch('http://127.0.0.1:4177/healthz')).ok) break
  } catch {}
  await new Promise(r => setTimeout(r, 200))
}
const cpu = () => {
  const f = readFileSync(`/proc/${s.pid}/stat`, 'utf8').split(') ')[1].split(' ')
  return (+f[11] + +f[12]) * 10
}
const l = fork('scripts/bench/load.ts', ['/tmp/bp/req/issue.bin'], { execArgv: ['--import', 'tsx'] })
await new Promise(r => l.once('message', r))
const c0 = cpu(),
  t0 = Date.now()
l.send({ port: 4177, count: 1500, connections: 50, unmeasured: 300 })
const r = await new Promise(r => l.once('message', r))
console.log(r, 'cpu ms', cpu() - c0, 'wall', Date.now() - t0, 'per request', (cpu() - c0) / r.sent)
l.kill()
s.kill('SIGTERM')
