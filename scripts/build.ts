// Builds the pages (Remix) and the answering page with its token drawer (ballot box) for the engine of this environment.
import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { engineOf, fingerprintOfSources, stampOf } from './checks/freshness.mjs'
import { buildBallotAssets } from './web/ballot-assets'
import { packFiles } from './web/packing'

const stamp = stampOf(engineOf(process.env))
const fingerprint = fingerprintOfSources()
rmSync(stamp, { force: true })

const remix = ['node_modules/@remix-run/dev/dist/cli.js', 'vite:build', '--config', 'remix.config.js']
const built = spawnSync(process.execPath, remix, { stdio: 'inherit' })
if (built.status !== 0) process.exit(built.status ?? 1)
await buildBallotAssets()
packFiles(`build/${engineOf(process.env)}/client`)

mkdirSync(dirname(stamp), { recursive: true })
writeFileSync(stamp, fingerprint)
