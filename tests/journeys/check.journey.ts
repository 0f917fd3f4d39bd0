import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { addDays } from '../../app/calendar'
import { type Asked, type Colleague, crowdAnswers, crowdOf } from './colleagues'
import { endsEmbargo, expect, test } from './house'
import { closesAndCounts, makesRoom, plans, writesLines } from './running'
import { atLaptop, onPhone, type Somebody, somebodyAs } from './story'

// A five-barrier check with the mirror, from its plan to the wall of the canteen; the works council reads it first.

const worry = 'Ik kom niet meer mee'
let round = ''
let headline = ''
let agent: Somebody
const crowd: Colleague[] = []

/** The crowd cannot keep up, which hardly anybody said before, meets no other barrier, and finds nothing good in management. */
const darkly = ({ barrier, key }: Asked) => (barrier && (barrier === 'too_old') === (key === 'D') ? 5 : 1)

test.describe.configure({ mode: 'serial', timeout: 240_000 })

test('the project lead plans a check with mirror, which the works council will read first', async ({
  browser,
  baseURL,
}) => {
  const lead = await somebodyAs(atLaptop({ browser, baseURL }), 'projectLead')
  await makesRoom(lead, await somebodyAs(atLaptop({ browser, baseURL }), 'executive'))
  await lead.page.goto('/app/rounds/new')
  await lead.page.getByLabel(lead.say('pulses.rounds.form.kind.checkWithMirror')).check()
  const closesOn = await lead.page.locator('[name="closesOn"]').inputValue()
  await lead.writes('embargoUntil', addDays(closesOn, 5))
  await lead.findsNoBarrier()
  round = await plans(lead)
  await lead.findsNoBarrier()
})

test('management answers first: HR drafts a line, a director fills in the rest and hands in for good', async ({
  browser,
  baseURL,
}) => {
  const hr = await somebodyAs(atLaptop({ browser, baseURL }), 'hr')
  await hr.press('readiness.ask.selfCheck.go')
  await writesLines(hr, 1)
  await hr.press('readiness.selfCheck.preview')
  await hr.sees('readiness.selfCheck.onlyExecutive')
  await expect(hr.page.getByRole('button', { name: hr.say('readiness.selfCheck.handIn') })).toHaveCount(0)

  const director = await somebodyAs(atLaptop({ browser, baseURL }), 'executive')
  await director.press('readiness.ask.selfCheck.go')
  await expect(director.page.locator('.self-check-line [role="status"]:not(:empty)')).toHaveCount(1)
  await director.findsNoBarrier()
  await writesLines(director)
  await director.press('readiness.selfCheck.preview')
  await director.sees('readiness.selfCheck.forGood')
  await director.findsNoBarrier()
  await director.press('readiness.selfCheck.handIn')
  await expect(director.page.locator('.notice[data-kind="done"]')).toBeVisible()
  await expect(director.page.locator('main form')).toHaveCount(0)
  await director.findsNoBarrier()
})

test('a team lead writes down what to expect, until the check opens', async ({ browser, baseURL }) => {
  const teamLead = await somebodyAs(onPhone({ browser, baseURL }), 'teamLead')
  await teamLead.press('readiness.ask.expectation.go')
  const choices = teamLead.page.locator('main select')
  await expect(choices).toHaveCount(5)
  for (const choice of await choices.all()) await choice.selectOption('3')
  await teamLead.findsNoBarrier()
  await teamLead.press('readiness.expectation.keep')
  await teamLead.sees('readiness.expectation.kept')
  await teamLead.findsNoBarrier()

  const lead = await somebodyAs(atLaptop({ browser, baseURL }), 'projectLead')
  await lead.page.goto(`/app/rounds/${round}/issue`)
  await lead.press('pulses.rounds.deed.issue.submit')
  await expect(lead.page).toHaveURL(new RegExp(`/app/rounds/${round}$`))
  agent = await somebodyAs(onPhone({ browser, baseURL }), 'agent')
  await agent.sees('pulses.home.token.drawn')
  const keeper = await somebodyAs(atLaptop({ browser, baseURL }), 'platformAdmin')
  crowd.push(...(await crowdOf(keeper, { team: 'Ochtend A', people: 14, round })))
  crowd.push(...(await crowdOf(keeper, { team: 'Webcare', people: 9, round })))
  await lead.page.goto(`/app/rounds/${round}/open`)
  await lead.press('pulses.rounds.deed.open.submit')
  await lead.sees('pulses.rounds.deed.close.go')

  await teamLead.page.goto(`/app/readiness/expectation/${round}`)
  await teamLead.sees('readiness.expectation.refused.expectationTooLate')
  await teamLead.findsNoBarrier()
  const director = await somebodyAs(atLaptop({ browser, baseURL }), 'executive')
  const again = { headers: { origin: baseURL! }, form: { step: 'handIn', seen: '' } }
  expect((await director.page.request.post(`/app/readiness/self-check/${round}`, again)).status()).toBe(409)
})

test('an agent answers thirty cards on a phone, one of them with "weet ik niet"; colleagues answer too', async ({
  baseURL,
}) => {
  await agent.page.goto(`/ballot/${round}`)
  let cards = 0
  await agent.fillsIn(
    () => (cards === 30 ? 5 : 3),
    async () => {
      cards += 1
      if (cards === 30) await expect(agent.page.getByText('weet ik niet').last()).toBeVisible()
      if (cards === 1 || cards === 30) await agent.findsNoBarrier()
    },
  )
  expect(cards).toBe(30)
  await agent.sends('')
  await crowdAnswers(baseURL!, round, crowd, darkly)
})

test('the works council reads the result first; everybody else hears from which day they can', async ({
  browser,
  baseURL,
}) => {
  const lead = await somebodyAs(atLaptop({ browser, baseURL }), 'projectLead')
  await closesAndCounts(lead, round)
  for (const reader of [lead, agent, await somebodyAs(atLaptop({ browser, baseURL }), 'executive')]) {
    await reader.page.goto(`/app/results/${round}`)
    await reader.sees('results.kept.why')
    await expect(reader.page.getByText(worry)).toHaveCount(0)
    expect((await reader.page.request.get(`/app/results/${round}.xlsx`)).status()).toBe(404)
    expect(await (await reader.page.request.get(`/app/results/${round}/sheet`)).text()).not.toContain(worry)
  }
  await lead.findsNoBarrier()
  const council = await somebodyAs(onPhone({ browser, baseURL }), 'worksCouncil')
  await council.page.goto(`/app/results/${round}`)
  headline = await council.page.locator('.headline').innerText()
  expect(headline).toMatch(/drempel|eerdere ronde/)
  await council.findsNoBarrier()
})

test('from that day on everybody reads it: what stands out, group by group, the mirror, and what people need', async ({
  browser,
  baseURL,
  house,
}) => {
  endsEmbargo(house, round)
  await agent.page.goto(`/app/results/${round}`)
  await expect(agent.page.locator('.headline')).toHaveText(headline)
  await agent.sees('results.reading.noTest')
  const group = agent.page.locator('.heat-map tbody tr', { hasText: 'Ochtend A' }).first()
  await expect(group.locator('[data-about="most"]')).toHaveCount(1)
  await expect(agent.page.locator('svg.dumbbell')).toBeVisible()
  await expect(agent.page.locator('#mirror .picture-reading')).toHaveText(/kloof/)
  await expect(agent.page.locator('#expected')).toContainText(/er is niets veranderd/)
  await agent.findsNoBarrier()

  const director = await somebodyAs(atLaptop({ browser, baseURL }), 'executive')
  await director.page.goto(`/app/results/${round}`)
  await director.findsNoBarrier()
  const teamLead = await somebodyAs(onPhone({ browser, baseURL }), 'teamLead')
  await teamLead.page.goto(`/app/results/${round}`)
  await teamLead.findsNoBarrier()
  const own = (reader: Somebody) => reader.page.getByRole('table', { name: reader.say('readiness.mirror.ownCaption') })
  await expect(own(teamLead)).toContainText('Webcare')
  for (const reader of [agent, director]) await expect(own(reader)).toHaveCount(0)

  const need = director.page.locator('.need').first()
  if ((await need.getAttribute('open')) === null) await need.locator('summary').click()
  const start = need.getByRole('link', { name: director.say('readiness.needs.startPromise') })
  const barrier = new URL((await start.getAttribute('href'))!, baseURL).searchParams.get('barrier')!
  await start.click()
  await expect(director.page.locator('select[name="barrier"]')).toHaveValue(barrier)
  await director.findsNoBarrier()
})

test('the result goes to a spreadsheet, into a presentation and onto the wall', async ({ browser, baseURL }, {
  outputDir,
}) => {
  const lead = await somebodyAs(atLaptop({ browser, baseURL }), 'projectLead')
  await lead.page.goto(`/app/results/${round}`)
  const saves = async (press: () => Promise<void>) => {
    const [download] = await Promise.all([lead.page.waitForEvent('download'), press()])
    const path = join(outputDir, download.suggestedFilename())
    await download.saveAs(path)
    return readFileSync(path)
  }
  const sheet = await saves(() => lead.page.locator('a[href$=".xlsx"]').click())
  expect(sheet.subarray(0, 2).toString()).toBe('PK')
  const mirror = lead.page.locator('#mirror')
  const picture = (key: string) => mirror.getByRole('button', { name: lead.say(key) })
  expect((await saves(() => picture('shell.picture.svg').click())).toString()).toMatch(/^<svg/)
  expect((await saves(() => picture('shell.picture.png').click())).subarray(1, 4).toString()).toBe('PNG')

  await lead.press('results.wall.link')
  await expect(lead.page.locator('.headline')).toHaveText(headline)
  await lead.findsNoBarrier()
  const pages = (await lead.page.pdf({ preferCSSPageSize: true })).toString('latin1').match(/\/Type \/Page\b/g)
  expect(pages?.length).toBeLessThanOrEqual(2)
})
