import type { Browser, Request } from '@playwright/test'
import type { Language, Role } from '../../app/people/rules'
import { demoRound, expect, test } from './house'
import { somebodyAs, somebodyIn } from './story'

// The main job, end to end, on a phone: from the sign-in page to a result with the answer of management on top.
// The demo has one round open (12) and one issuing (13): Dutch readers live through the first, French ones the second.

type Life = { round: number; language: Language; role: Role; browser: Browser; baseURL: string | undefined }

/** Lives one round: answer, close, respond, read. */
async function liveThrough({ round, language, role, browser, baseURL }: Life) {
  const enter = { browser, baseURL, language }
  const agent = await somebodyAs(enter, role)
  await agent.sees('pulses.home.token.drawn')
  await agent.findsNoBarrier()

  const lead = await somebodyAs(enter, 'projectLead')
  await lead.page.goto(`/app/rounds/${demoRound(round)}`)
  await lead.findsNoBarrier()
  if (await lead.page.getByRole('link', { name: lead.say('pulses.rounds.deed.open.go') }).count()) {
    await lead.press('pulses.rounds.deed.open.go')
    await lead.findsNoBarrier()
    await lead.press('pulses.rounds.deed.open.submit')
    await lead.sees('pulses.rounds.deed.close.go')
  }

  const sent: Request[] = []
  agent.page.on('request', request => sent.push(request))
  await agent.page.goto(`/ballot/${demoRound(round)}`)
  await agent.findsNoBarrier()
  await agent.answers(3, 'In deze test schrijft iemand een zin zonder namen.')
  await expectUnnamed(sent)

  await lead.press('pulses.rounds.deed.close.go')
  await lead.findsNoBarrier()
  await lead.press('pulses.rounds.deed.close.submit')
  await expect(lead.page.getByRole('link', { name: lead.say('pulses.rounds.toResult') })).toBeVisible({
    timeout: 60_000,
  })

  const director = await somebodyAs(enter, 'executive')
  await director.page.goto(`/app/rounds/${demoRound(round)}/response`)
  await director.findsNoBarrier()
  await director.press('pulses.response.page.preview')
  await expect(director.page.locator('[aria-invalid="true"]').first()).toBeFocused()
  const [heard, willDo, willNotDo] = await director.page.getByRole('textbox').all()
  await heard!.fill('Wij hoorden dat het te snel gaat.')
  await willDo!.fill('Wij wachten een maand.')
  await willNotDo!.fill('Wij stoppen niet, omdat de proef iets leert.')
  await director.press('pulses.response.page.preview')
  await director.findsNoBarrier()
  await director.press('pulses.response.page.publish')
  await expect(director.page).toHaveURL(new RegExp(`/app/results/${demoRound(round)}$`))

  await agent.page.goto(`/app/results/${demoRound(round)}`)
  await expect(agent.page.getByText('Wij wachten een maand.')).toBeVisible()
  await agent.findsNoBarrier()
  for (const person of [agent, lead, director]) await person.page.context().close()
}

/** Nothing that leaves the answering page says who is asking: no cookie, no login, no page it came from. */
async function expectUnnamed(requests: Request[]) {
  expect(requests.some(request => request.method() === 'POST')).toBe(true)
  for (const request of requests) {
    const headers = await request.allHeaders()
    expect([headers.cookie, headers.authorization]).toEqual([undefined, undefined])
    if (request.resourceType() === 'fetch') expect(headers.referer).toBeUndefined()
    expect(new URL(request.url()).pathname).toMatch(/^\/(ballot|ledger)\//)
  }
}

test.describe.configure({ mode: 'serial' })

test('anybody reads the public pages without a cookie', async ({ browser, baseURL }) => {
  const visitor = await somebodyIn({ browser, baseURL, language: 'nl' })
  for (const path of [
    '/',
    '/app/sign-in',
    `/ballot/${demoRound(12)}`,
    `/ballot/${demoRound(13)}`,
    `/ballot/${demoRound(11)}`,
    '/ballot/nowhere',
    '/nowhere',
  ]) {
    await visitor.page.goto(path)
    await visitor.findsNoBarrier()
  }
  expect(await visitor.page.context().cookies()).toEqual([])
})

test('the next round does not open before management has answered the last one', async ({ browser, baseURL }) => {
  const lead = await somebodyAs({ browser, baseURL, language: 'nl' }, 'projectLead')
  await lead.page.goto(`/app/rounds/${demoRound(13)}/open`)
  await expect(lead.page.getByRole('button', { name: lead.say('pulses.rounds.deed.open.submit') })).toHaveCount(0)
  await lead.findsNoBarrier()
})

test('a Dutch-speaking agent answers, the round closes, and the answer of management stands on top', async ({
  browser,
  baseURL,
}) => liveThrough({ round: 12, language: 'nl', role: 'agent', browser, baseURL }))

test('after that answer the next round opens, for a French-speaking agent too', async ({ browser, baseURL }) =>
  liveThrough({ round: 13, language: 'fr', role: 'worksCouncil', browser, baseURL }))
