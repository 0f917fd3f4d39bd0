import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Figure, figure, type Measured } from './figure'
import { startPhone } from './phone'
import { isBuilt, notBuilt, startWeb } from './web'
import { freshFolder, runWorker, settingsFor } from './workshop'

const ballots = 2000
const name = `close.council-${ballots}`

/** Milliseconds after which the count counts as failed. */
const patience = 120_000

type Prepared = { round: string; file: string; passphrase: string; council: string }

/** Measures what a member of the works council waits for: from the tap on "count" to the totals, in a browser. */
export async function measureCouncil(): Promise<Measured> {
  if (!isBuilt()) return { figures: [], skipped: { [name]: notBuilt } }
  const folder = freshFolder('council')
  const prepared = await runWorker<Prepared>({
    file: 'scripts/bench/council-preparation.ts',
    args: [String(ballots)],
    env: settingsFor(folder),
  })
  const { port, stop } = await startWeb(folder)
  try {
    return { figures: [await countIn(`http://localhost:${port}`, prepared)], skipped: {} }
  } finally {
    await stop()
  }
}

async function countIn(baseURL: string, { round, file, passphrase, council }: Prepared): Promise<Figure> {
  const browser = await startPhone()
  try {
    const context = await browser.newContext({ baseURL, locale: 'nl-NL' })
    const [cookie = '', value = ''] = council.split('=')
    await context.addCookies([{ name: cookie, value, url: baseURL }])
    const page = await context.newPage()
    const keyFile = join(freshFolder('key'), 'key.json')
    writeFileSync(keyFile, file)
    await page.goto(`/app/rounds/${round}/count`)
    await page.locator('#field-council-key').setInputFiles(keyFile)
    await page.locator('#field-council-words').fill(passphrase)
    const start = performance.now()
    await page.locator('form:has(#field-council-key) button').click()
    await page.locator('.preview').waitFor({ timeout: patience })
    const seconds = (performance.now() - start) / 1000
    return figure(name, seconds, 's', { target: { of: 'value', is: '<', bound: 30 } })
  } finally {
    await browser.close()
  }
}
