import type { Browser } from '@playwright/test'
import { demoRound, expect, test } from './house'
import { Somebody, somebodyAs } from './story'

// Paper, end to end: the council makes cards in its browser and ticks who draws one; they answer without JavaScript.
// The demo issues round 13, which opens once round 12 is closed and answered.

test.setTimeout(300_000)

async function withoutScript(browser: Browser, baseURL: string | undefined) {
  const context = await browser.newContext({ baseURL, locale: 'nl-NL', javaScriptEnabled: false })
  return new Somebody(await context.newPage(), 'nl')
}

/** Makes one sheet of cards and returns their codes as they are printed. */
async function makeCards(council: Somebody) {
  await council.page.goto('/app/slips')
  await council.findsNoBarrier()
  await council.press('slips.make.go')
  await council.findsNoBarrier()
  await council.press('slips.make.submit')
  await expect(council.page.locator('.slip-card')).toHaveCount(8)
  await council.findsNoBarrier()
  const codes = await council.page.locator('.slip-card-code').allTextContents()
  await council.press('slips.make.clear')
  await expect(council.page.locator('.slip-card')).toHaveCount(0)
  return codes
}

/** Ticks the first person who has no slip yet. */
async function handOne(council: Somebody) {
  await council.page.goto(`/app/rounds/${demoRound(13)}/slips/hand-out`)
  const give = council.page.getByRole('link', { name: council.say('slips.handOut.give') })
  const people = await give.count()
  for (let at = 0; at < people; at++) {
    await give.nth(at).click()
    await council.page.locator('main form[method="post"] button').click()
    await expect(council.page.locator('main .notice').first()).toBeVisible()
    const done = await council.page.getByText(council.say('slips.handOut.done')).count()
    if (done) return council.findsNoBarrier()
    await council.sees('slips.refused.voteIssued')
    await council.page.goto(`/app/rounds/${demoRound(13)}/slips/hand-out`)
  }
  throw new Error('nobody could get a slip')
}

/** Closes round 12 and answers it, so that round 13 may open. */
async function openNext(browser: Browser, baseURL: string | undefined) {
  const enter = { browser, baseURL, language: 'nl' as const }
  const lead = await somebodyAs(enter, 'projectLead')
  await lead.page.goto(`/app/rounds/${demoRound(12)}/close`)
  await lead.press('pulses.rounds.deed.close.submit')
  await expect(lead.page.getByRole('link', { name: lead.say('pulses.rounds.toResult') })).toBeVisible({
    timeout: 90_000,
  })
  const director = await somebodyAs(enter, 'executive')
  await director.page.goto(`/app/rounds/${demoRound(12)}/response`)
  for (const field of await director.page.getByRole('textbox').all()) await field.fill('Wij lazen het.')
  await director.press('pulses.response.page.preview')
  await director.press('pulses.response.page.publish')
  await expect(director.page).toHaveURL(/results/)
  await lead.page.goto(`/app/rounds/${demoRound(13)}/open`)
  await lead.press('pulses.rounds.deed.open.submit')
  await lead.sees('pulses.rounds.deed.close.go')
  return lead
}

/** Answers at a shared tablet that nobody touches for a while, twice; it begins anew by itself. */
async function useTablet(browser: Browser, baseURL: string | undefined, code: string) {
  const context = await browser.newContext({ baseURL, locale: 'nl-NL', viewport: { width: 1024, height: 768 } })
  const tablet = new Somebody(await context.newPage(), 'nl')
  await tablet.page.clock.install()
  const begin = async () => {
    await tablet.writes('code', code)
    await tablet.page.locator('main form button').click()
    await tablet.writes('remark', 'Alleen van mij.')
  }
  await tablet.page.goto(`/ballot/${demoRound(13)}/kiosk`)
  await tablet.sees('ballot.kiosk.neverSignIn')
  await tablet.findsNoBarrier()
  await begin()
  await tablet.page.clock.runFor(61_000)
  await tablet.sees('ballot.kiosk.still')
  await tablet.findsNoBarrier()
  await tablet.press('ballot.kiosk.stay')
  await expect(tablet.page.locator('[name="remark"]')).toHaveValue('Alleen van mij.')
  await tablet.page.clock.runFor(81_000)
  await tablet.sees('ballot.kiosk.heading')
  await begin()
  await tablet.press('ballot.comment.send')
  await tablet.sees('ballot.receipt.heading')
  await tablet.findsNoBarrier()
  await tablet.page.clock.runFor(11_000)
  await tablet.sees('ballot.kiosk.heading')
  await expect(tablet.page.getByText('Alleen van mij.')).toHaveCount(0)
}

test('a card from the bowl is answered without JavaScript, once, and counted', async ({ browser, baseURL }) => {
  const council = await somebodyAs({ browser, baseURL, language: 'nl' }, 'worksCouncil')
  const [card, other] = await makeCards(council)
  await handOne(council)
  const lead = await openNext(browser, baseURL)

  const person = await withoutScript(browser, baseURL)
  await person.page.goto(`/ballot/${demoRound(13)}/slip`)
  const first = person.page.locator('fieldset').first().locator('label')
  await person.writes('code', `${card!.slice(0, -1)}${card!.endsWith('Z') ? 'Y' : 'Z'}`)
  await first.nth(3).click()
  await person.writes('remark', 'Dit blijft staan.')
  await person.press('ballot.comment.send')
  await person.sees('ballot.slip.problem.codeMistyped')
  await expect(person.page.locator('[name="remark"]')).toHaveValue('Dit blijft staan.')
  await expect(first.nth(3).locator('input')).toBeChecked()
  await person.writes('code', card!.toLowerCase().replaceAll('-', ' '))
  await person.press('ballot.comment.send')
  await person.sees('ballot.receipt.heading')
  const receipt = (await person.page.locator('.code').textContent())!.replaceAll('-', '').toLowerCase()

  await person.page.goto(`/ballot/${demoRound(13)}/kiosk`)
  await person.writes('code', card!)
  await person.page.locator('main form button').click()
  await person.sees('ballot.slip.problem.codeUsed')

  await useTablet(browser, baseURL, other!)

  await lead.page.goto(`/app/rounds/${demoRound(13)}`)
  await lead.press('pulses.rounds.deed.close.go')
  await lead.press('pulses.rounds.deed.close.submit')
  await expect(lead.page.getByRole('link', { name: lead.say('pulses.rounds.toResult') })).toBeVisible({
    timeout: 90_000,
  })
  expect(await (await person.page.request.get(`/ballot/${demoRound(13)}/receipts.txt`)).text()).toContain(receipt)
  await person.page.goto(`/ballot/${demoRound(13)}/slip`)
  await person.sees('ballot.slip.closed')
})
