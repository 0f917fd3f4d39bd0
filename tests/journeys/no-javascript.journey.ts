import { demoRound, expect, test } from './house'
import { Somebody } from './story'

test.use({ javaScriptEnabled: false })

test('whoever plans rounds can do so without JavaScript, and loses nothing over a mistake', async ({ page }) => {
  const lead = new Somebody(page, 'nl')
  await lead.signInAs('projectLead')
  await page.goto('/app/rounds/new')
  const [issuing, opens, closes] = await page.locator('input[type="date"]').all()
  const planned = await closes!.inputValue()
  await opens!.fill(await issuing!.inputValue())
  await page.locator('main form').getByRole('button').first().click()
  await expect(page.locator('[aria-invalid="true"]')).toHaveCount(1)
  expect(await page.locator('input[type="date"]').nth(2).inputValue()).toBe(planned)
})

test('the questions say that they need JavaScript, and where paper is to be had', async ({ page }) => {
  await page.goto(`/ballot/${demoRound(12)}`)
  const advice = page.locator('noscript p')
  await expect(advice).toBeVisible()
  await expect(advice).toHaveText(new Somebody(page, 'nl').say('ballot.noScript'))
})
