import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { freePort } from '../../scripts/checks/port.mjs'
import { openHouse } from '../journeys/house'

/** `npm test` builds first; without a build these tests have nothing to start. */
const built = existsSync('build/sqlite/sources.sha256')
const quiet = { DEMO: '0', DATABASE_URL: '', TEST_POSTGRES: '', LOG_LEVEL: 'info' }

describe.runIf(built)('the built server', () => {
  test('says that all its parts are well, and lets go of everything within two seconds', async () => {
    const house = await openHouse(quiet)
    const health = await fetch(`${house.address}/healthz`)
    expect(await health.json()).toMatchObject({ status: 'ok', engine: 'sqlite', ballotBox: 'ok' })
    const page = await fetch(`${house.address}/?token=secret-in-a-url`)
    expect([page.status, page.headers.get('content-security-policy')]).toEqual([200, expect.stringContaining('nonce-')])
    expect((await fetch(`${house.address}/nowhere/secret-in-a-url`)).status).toBe(404)

    const start = performance.now()
    await house.close()
    expect(performance.now() - start).toBeLessThan(2000)
    await expect(fetch(house.address)).rejects.toThrow()
    expect(house.said()).toContain('"web.stopped"')
    expect(house.said()).not.toMatch(/secret|nowhere/)
  })

  test('lists what is wrong with its settings in words, without their values', async () => {
    const { said, code } = await run('scripts/serve.ts', {
      ...quiet,
      LOG_LEVEL: 'shouting',
      KEY_ENCRYPTION_KEY: 'hush',
    })
    expect(code).toBe(1)
    expect(said).toMatch(/These settings are not right:[\s\S]*KEY_ENCRYPTION_KEY[\s\S]*LOG_LEVEL/)
    expect(said).not.toMatch(/shouting|hush|\.js:\d/)
  })

  test('says in one sentence that its port is taken, and how to take another', async () => {
    const port = await freePort()
    const other = createServer()
    await new Promise<void>(resolve => other.listen(port, '127.0.0.1', resolve))
    const { checkPortIsFree } = await import('../../scripts/checks/port.mjs')
    const settings = { ...process.env, PORT: String(port), HOST: '127.0.0.1' }
    await expect(checkPortIsFree(settings)).rejects.toThrow(`PORT=${port + 1} npm start`)
    await new Promise(resolve => other.close(resolve))
    await expect(checkPortIsFree(settings)).resolves.toBeUndefined()
  })
})

function run(script: string, settings: Record<string, string>) {
  const env = {
    ...process.env,
    NODE_ENV: 'production' as const,
    ...settings,
    DATA_DIR: mkdtempSync(join(tmpdir(), 'inspraak-')),
  }
  const child = spawn(process.execPath, ['--import', 'tsx', script], { env })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', chunk => {
      said += chunk
    })
  return new Promise<{ said: string; code: number | null }>(resolve =>
    child.once('close', code => resolve({ said, code })),
  )
}
