import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBuilt } from './build.mjs'
import { ensureChromium } from './chromium.mjs'
import { journeys, oneTest, vitest } from './counts.mjs'
import { startPostgres } from './postgres-cluster.mjs'
import { reachTheDatabase } from './reach.mjs'
import { say } from './say.mjs'
import { stepList } from './steps.mjs'

/** Tests run under the defaults: whatever is set for a real installation stays out. */
const env = withoutSettings(process.env)
const tsc = ['node_modules/typescript/bin/tsc', '--noEmit', '--pretty', 'false']

/** Runs every check, two at a time; returns whether all of them passed. */
export async function checkEverything({ withJourneys }) {
  const { step, close } = stepList()
  say('Checking everything; this takes a few minutes')
  await Promise.all([textAndStores(step), buildAndTests(step)])
  if (withJourneys) await step('browser journeys', walk)
  return close()
}

async function textAndStores(step) {
  const biome = ['node_modules/@biomejs/biome/bin/biome', 'ci', '--colors=off']
  await step('format and lint', () => oneTest(biome, { env }))
  await step('types on SQLite', () => types('sqlite'))
  await step('types on PostgreSQL', () => types('postgres', '--customConditions', 'postgres'))
  await step('stores on PostgreSQL', onPostgres)
}

/** What the compiler found out last time is kept, so that the second run takes seconds. */
function types(engine, ...conditions) {
  const memory = ['--incremental', '--tsBuildInfoFile', `.cache/types-${engine}.json`]
  return oneTest([...tsc, ...memory, ...conditions], { env, about: `types on ${engine}` })
}

async function buildAndTests(step) {
  await step('build', () => ensureBuilt(env).then(() => ({ passed: 1, failed: 0 })))
  await step('tests on SQLite', () => vitest([], { about: 'tests on SQLite', env }))
}

/** Runs every test that reaches the database once more, on a PostgreSQL that lives as long as this step. */
async function onPostgres() {
  const server = process.env.TEST_POSTGRES ? { address: process.env.TEST_POSTGRES } : await startPostgres()
  if (!server) return { passed: 0, failed: 0, skipped: 'no PostgreSQL on this machine (apt-get install postgresql)' }
  try {
    const postgres = { ...env, TEST_POSTGRES: server.address, DATABASE_URL: `${server.address}/postgres` }
    return await vitest(await testsThatReachTheDatabase(), { about: 'stores on PostgreSQL', env: postgres })
  } finally {
    await server.stop?.()
  }
}

async function walk() {
  const chromium = await ensureChromium()
  return journeys({ about: 'browser journeys', env: { ...env, CHROME_PATH: chromium } })
}

/** The rest knows no engine, and neither do laws and the ballot box, which keeps a file of its own. */
function testsThatReachTheDatabase() {
  const files = readdirSync('tests', { recursive: true }).filter(file => /\.test\.tsx?$/.test(file))
  return reachTheDatabase(files.filter(file => !/^(laws|journeys)/.test(file)).map(file => join('tests', file)))
}

function withoutSettings(environment) {
  const settings = readFileSync('.env.example', 'utf8').matchAll(/^#?\s?([A-Z][A-Z_]+)=/gm)
  const names = new Set([...settings].map(match => match[1]))
  const plain = process.stdout.isTTY ? {} : { NO_COLOR: '1', FORCE_COLOR: undefined }
  return { ...Object.fromEntries(Object.entries(environment).filter(([name]) => !names.has(name))), ...plain }
}
