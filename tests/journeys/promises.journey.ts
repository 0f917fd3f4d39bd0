import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Browser } from '@playwright/test'
import { expect, test } from './house'
import { somebodyAs, somebodyIn } from './story'

// One promise from its first word to its verdict, by management, the works council and a reader nobody knows.

const run = promisify(execFile)
const words = {
  text: 'Elk team krijgt zo snel mogelijk training.',
  why: 'Dat vroegen jullie in de laatste ronde.',
  scope: 'Alle teams',
  exclusions: 'Geen diploma.',
  measure: 'Per team een lijst met gevolgde uren.',
}
const better = 'Elk team krijgt 8 uur training, in werktijd.'
const note = 'Alle 214 mensen hebben 8 uur gevolgd.'
const doubt = 'De avonddienst kreeg 4 uur.'
let address = ''

const enter = (browser: Browser, baseURL?: string) => ({ browser, baseURL, language: 'nl' as const })

test.describe.configure({ mode: 'serial' })

test('a director promises: is asked back, sees it as staff will, and publishes it for good', async ({
  browser,
  baseURL,
}) => {
  const director = await somebodyAs(enter(browser, baseURL), 'executive')
  await director.page.goto('/app/promises/new')
  await director.findsNoBarrier()
  await director.press('promises.new.preview')
  await expect(director.page.locator('[aria-invalid="true"]').first()).toBeFocused()
  await director.findsNoBarrier()

  for (const [name, text] of Object.entries(words)) await director.writes(name, text)
  await director.writes('dueOn', '2099-06-30')
  await director.press('promises.new.preview')
  await director.sees('promises.doubt.vague', { word: 'zo snel mogelijk' })
  await director.sees('promises.new.forGood')
  await director.findsNoBarrier()
  await director.press('promises.new.publish')
  await expect(director.page).toHaveURL(/\/app\/promises\/P-\d+$/)
  address = new URL(director.page.url()).pathname
  await director.findsNoBarrier()
  await director.page.context().close()
})

test('new words stand beside the first ones, and evidence and a claim join them', async ({ browser, baseURL }) => {
  const director = await somebodyAs(enter(browser, baseURL), 'executive')
  await director.page.goto(address)
  await director.press('promises.acts.amend')
  await director.findsNoBarrier()
  await director.writes('text', better)
  await director.writes('reason', 'Jullie vroegen hoeveel, en wanneer.')
  await director.press('promises.amend.submit')
  await director.sees('promises.page.difference')
  await expect(director.page.locator('.difference ins').first()).toBeVisible()
  await expect(director.page.getByText(words.text, { exact: true })).toBeVisible()
  await director.findsNoBarrier()

  await director.press('promises.acts.evidence')
  await director.findsNoBarrier()
  await director.writes('note', note)
  const csv = { name: 'uren.csv', mimeType: 'text/csv', buffer: Buffer.from('team;uren\nZwolle 1;8\nZwolle 2;8\n') }
  await director.page.locator('input[type="file"]').setInputFiles(csv)
  await director.press('evidence.preview')
  await director.sees('evidence.left.csv')
  await director.findsNoBarrier()
  await director.press('evidence.publish')
  await expect(director.page.getByRole('link', { name: 'uren.csv' })).toBeVisible()

  await director.moves('claimKept', note)
  await director.sees('promises.page.waits')
  await director.findsNoBarrier()
  await director.page.context().close()
})

test('the works council disputes it, and counter-signs what management says next', async ({ browser, baseURL }) => {
  const council = await somebodyAs(enter(browser, baseURL), 'worksCouncil')
  await council.page.goto(address)
  await council.findsNoBarrier()
  await council.moves('dispute', doubt)
  await council.sees('promises.page.readings')
  await council.findsNoBarrier()

  const director = await somebodyAs(enter(browser, baseURL), 'executive')
  await director.page.goto(address)
  await director.moves('claimPartly', 'De avonddienst krijgt de rest in januari.')
  await council.page.goto(address)
  await council.moves('confirm', 'Zo is het.')
  await expect(council.page.locator('main')).toContainText(council.say('promises.status.partly'))
  await council.findsNoBarrier()
  for (const person of [council, director]) await person.page.context().close()
})

test('a reader nobody knows finds it on a phone, with everything that was said about it', async ({
  browser,
  baseURL,
}) => {
  const reader = await somebodyIn(enter(browser, baseURL))
  await reader.page.goto('/promises')
  await reader.findsNoBarrier()
  await reader.page.locator('select[name="status"]').selectOption('partly')
  await reader.page.locator('input[name="q"]').fill('werktijd')
  await reader.press('promises.filter.submit')
  await reader.findsNoBarrier()
  await reader.page.getByRole('link', { name: better }).click()
  await expect(reader.page).toHaveURL(new RegExp(`${address.replace('/app', '')}`))
  for (const said of [words.text, better, note, doubt]) await expect(reader.page.getByText(said).first()).toBeVisible()
  await reader.findsNoBarrier()
  expect(await reader.page.context().cookies()).toEqual([])
  await reader.page.context().close()
})

test('that reader checks the ledger in the browser, and again on an own computer with what was downloaded', async ({
  browser,
  baseURL,
}, { outputDir }) => {
  const reader = await somebodyIn(enter(browser, baseURL))
  await reader.page.goto('/ledger')
  await reader.findsNoBarrier()
  await reader.press('ledger.checking.now')
  await reader.sees('ledger.checking.first')
  await reader.findsNoBarrier()
  await reader.press('ledger.checking.again')
  await expect(reader.page.getByText(/begint nog precies/)).toBeVisible()

  const names = await reader.page.locator('a[download]').evaluateAll(links => links.map(link => link.textContent ?? ''))
  expect(names).toContain('verify.mjs')
  for (const name of names) {
    const [download] = await Promise.all([
      reader.page.waitForEvent('download'),
      reader.page.locator(`a[download="${name}"]`).click(),
    ])
    await download.saveAs(join(outputDir, name))
  }
  const { stdout } = await run(process.execPath, ['verify.mjs', '.'], { cwd: outputDir })
  expect(stdout).toMatch(/^In orde\./)
  expect(await reader.page.context().cookies()).toEqual([])
  await reader.page.context().close()
})
