import { addDays } from '../../app/calendar'
import { findsNoBarrierIn, pathOf } from './conversing'
import { expect, test } from './house'
import { atLaptop, onPhone, type Somebody, somebodyAs } from './story'

// A team lead with ten minutes and a phone: a sheet, a talk with the team, an agreement, and a promise that comes of it.

const action = 'Elke ploeg krijgt twee uur om te oefenen met de nieuwe assistent.'
const today = new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Amsterdam' })
let lead: Somebody
let talk = ''
let agreement = ''

test.describe.configure({ mode: 'serial' })

test('the sheet for the talk is about the team, fits on one page and goes on a wall', async ({ browser, baseURL }) => {
  lead = await somebodyAs(onPhone({ browser, baseURL }), 'teamLead')
  await lead.page.goto('/app/conversations')
  await lead.press('talks.landing.sheet.link')
  await expect(lead.page.locator('.prepared-part').first()).toBeVisible()
  await lead.sees('preparation.part.promises')
  await lead.findsNoBarrier()
  const pages = (await lead.page.pdf({ preferCSSPageSize: true })).toString('latin1').match(/\/Type \/Page\b/g)
  expect(pages?.length).toBe(1)

  await lead.press('preparation.present')
  await expect(lead.page.locator('.presenter-screen').nth(1)).toBeVisible()
  await lead.findsNoBarrier()
  await lead.page.keyboard.press('ArrowRight')
  await expect(lead.page.locator('#screen-2')).toBeInViewport()
  await lead.page
    .locator('#screen-2')
    .getByRole('link', { name: lead.say('preparation.screen.stop') })
    .click()
  await lead.press('preparation.plan')
})

test('the talk is planned, held, and ends in who does what by when', async () => {
  await lead.findsNoBarrier()
  await lead.writes('plannedOn', today)
  await lead.writes('time', '09:30')
  await lead.press('teamTalks.new.submit')
  await expect(lead.page).toHaveURL(/\/app\/team-talks\/[\w-]{8,}$/)
  talk = pathOf(lead)
  await lead.findsNoBarrier()
  const calendar = await lead.page.request.get(`${talk}.ics`)
  expect(await calendar.text()).toContain('BEGIN:VEVENT')

  await lead.press('teamTalks.talk.hold')
  await lead.sees('teamTalks.talk.nothingAgreed')
  await lead.findsNoBarrier()
  const form = { action: 'Collega Jansen vraagt het na.', dueOn: addDays(today, 30) }
  for (const [name, text] of Object.entries(form)) await lead.writes(name, text)
  await lead.page.getByLabel(lead.say('teamTalks.owner.management')).check()
  await lead.press('teamTalks.agreement.submit')
  await lead.sees('teamTalks.names.title')
  await lead.findsNoBarrier()
  await lead.writes('action', action)
  await lead.page.locator('main button[name="step"][value="agree"]').click()
  const row = lead.page.getByRole('row', { name: action })
  await expect(row).toBeVisible()
  await lead.findsNoBarrier()

  await row.getByRole('link', { name: lead.say('teamTalks.agreement.other') }).click()
  agreement = pathOf(lead)
  await lead.findsNoBarrier()
  await lead.press('teamTalks.ask.submit')
  await expect(lead.page).toHaveURL(/\/app\/team-talks$/)
  await expect(lead.page.getByRole('row', { name: action })).toBeVisible()
  await lead.findsNoBarrier()
})

test('a director makes a promise of it, and the team reads which', async ({ browser, baseURL }) => {
  const director = await somebodyAs(atLaptop({ browser, baseURL }), 'executive')
  await director.page.goto('/app/cycle')
  await director.findsNoBarrier()
  await director.page.goto('/app/home')
  await director.page.locator('main').getByRole('link', { name: action }).click()
  await expect(director.page.locator('[name="text"]')).toHaveValue(action)
  await director.writes('exclusions', 'Geen toets.')
  await director.writes('measure', 'Per ploeg 2 uur in het rooster, voor elk van de 9 ploegen.')
  await director.press('promises.new.preview')
  await director.findsNoBarrier()
  await director.press('promises.new.publish')
  await expect(director.page).toHaveURL(/\/app\/promises\/P-\d+$/)
  const promise = pathOf(director).split('/').at(-1)!
  await director.page.context().close()

  await lead.page.goto(talk)
  await expect(lead.page.getByRole('row', { name: action }).getByRole('link', { name: promise })).toBeVisible()
  await lead.page.goto('/app/cycle')
  await lead.sees('cycle.caption')
})

test('every page of it is for everybody, in three languages', async ({ browser, baseURL }) => {
  const sheet = '/app/team-talks/prepare'
  await findsNoBarrierIn(lead, [sheet, `${sheet}?view=presenter`, '/app/team-talks', '/app/team-talks/new', talk])
  await findsNoBarrierIn(lead, [agreement, '/app/cycle', '/app/board', '/app/talk-figures'])
  const hr = await somebodyAs(onPhone({ browser, baseURL }), 'hr')
  await findsNoBarrierIn(hr, ['/app/board/new'])
})
