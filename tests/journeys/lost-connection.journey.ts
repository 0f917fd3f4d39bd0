import { demoRound, expect, test } from './house'
import { Somebody } from './story'

test('a ballot whose receipt got lost on the way is sent again, with the same bytes, and counts once', async ({
  page,
}) => {
  const lead = new Somebody(page, 'nl')
  await lead.signInAs('teamLead')
  await lead.sees('pulses.home.token.drawn')
  const sent: (string | null)[] = []
  const answered: number[] = []
  await page.goto(`/ballot/${demoRound(12)}`)
  await page.route(`**/ballot/${demoRound(12)}/ballot`, async route => {
    const answer = await route.fetch()
    sent.push(route.request().postData())
    answered.push(answer.status())
    if (sent.length === 1) await route.abort('connectionreset')
    else await route.fulfill({ response: answer })
  })
  await lead.answers(2)
  expect(answered).toEqual([201, 200])
  expect(sent[1]).toBe(sent[0])

  await page.reload()
  await lead.sees('ballot.receipt.heading')
  expect(sent).toHaveLength(2)
})

test('control: whatever sets a cookie for the whole address is noticed by the ballot box, and the page says how to go on', async ({
  page,
  baseURL,
}) => {
  await page.context().addCookies([{ name: 'other', value: 'program', url: `${baseURL}/` }])
  const answer = await page.goto(`/ballot/${demoRound(12)}`)
  expect(answer?.status()).toBe(400)
  const visitor = new Somebody(page, 'nl')
  await visitor.sees('ballot.cookie.tell')
  await visitor.findsNoBarrier()
})

test('a browser that cannot keep a token says so, and names the way that is left', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL })
  await context.addInitScript(() => Object.defineProperty(window, 'indexedDB', { value: undefined }))
  const member = new Somebody(await context.newPage(), 'nl')
  await member.signInAs('workgroupMember')
  await member.sees('pulses.home.token.noStorage')
  await member.page.goto(`/ballot/${demoRound(12)}`)
  await member.sees('ballot.notice.noStorage.heading')
  await member.findsNoBarrier()
  await context.close()
})
