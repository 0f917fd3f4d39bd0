import { existsSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { hear } from './child.mjs'

const node = process.execPath

/** Runs one program that is right or wrong as a whole: it counts as one test. */
export async function oneTest(args, options) {
  const { ok, output } = await hear(node, args, options)
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, said: output }
}

/** Runs Vitest and counts its tests; a file that cannot even be loaded counts as one failure. */
export async function vitest(args, { about, env }) {
  const report = join(tmpdir(), `inspraak-vitest-${process.pid}-${Math.random().toString(36).slice(2)}.json`)
  const command = ['node_modules/vitest/vitest.mjs', 'run', '--config', 'remix.config.js', ...args]
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const { ok, output } = await hear(node, [...command, ...reporters], { about, env })
  const told = takeReport(report)
  const unloaded =
    told?.testResults.filter(file => file.status === 'failed' && file.assertionResults.length === 0) ?? []
  return atLeastOneFailureUnless(ok, told?.numPassedTests, (told?.numFailedTests ?? 0) + unloaded.length, output)
}

/** Runs the browser journeys and counts them. */
export async function journeys({ about, env }) {
  const report = join(tmpdir(), `inspraak-journeys-${process.pid}.json`)
  const command = ['node_modules/@playwright/test/cli.js', 'test', '--config', 'tests/journeys/playwright.config.ts']
  const environment = { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: report }
  const asked = [...command, '--pass-with-no-tests', '--reporter=list,json']
  const { ok, output } = await hear(node, asked, { about, env: environment })
  const stats = takeReport(report)?.stats
  return atLeastOneFailureUnless(ok, (stats?.expected ?? 0) + (stats?.flaky ?? 0), stats?.unexpected ?? 0, output)
}

function atLeastOneFailureUnless(ok, passed = 0, failed = 0, said = '') {
  return { passed, failed: ok ? failed : Math.max(failed, 1), said }
}

function takeReport(path) {
  if (!existsSync(path)) return undefined
  const report = JSON.parse(readFileSync(path, 'utf8'))
  rmSync(path)
  return report
}
