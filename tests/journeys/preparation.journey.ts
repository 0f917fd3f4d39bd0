import { expect, test } from './house'
import { atLaptop, onPhone, somebodyAs } from './story'

// One sheet for a talk, after a year of rounds: on paper one page, on a wall one part at a time.

const languages = ['nl', 'en', 'fr'] as const

for (const language of languages)
  test(`a team lead prints one page and shows it in ${language}`, async ({ browser, baseURL }) => {
    const lead = await somebodyAs({ ...atLaptop({ browser, baseURL }), language }, 'teamLead')
    await lead.page.goto('/app/team-talks/prepare')
    await expect(lead.page.locator('.prepared-part')).toHaveCount(9)
    await lead.findsNoBarrier()
    const pages = (await lead.page.pdf({ format: 'A4' })).toString('latin1').match(/\/Type \/Page\b/g)
    expect(pages).toHaveLength(1)
    await lead.press('preparation.present')
    await expect(lead.page.locator('#screen-1')).toBeInViewport()
    await lead.page.keyboard.press('ArrowRight')
    await expect(lead.page.locator('#screen-2')).toBeFocused()
    await expect(lead.page.locator('#screen-2')).toBeInViewport()
    await lead.page.keyboard.press('ArrowLeft')
    await expect(lead.page.locator('#screen-1')).toBeFocused()
    await lead.findsNoBarrier()
  })

test('control: a sheet that is printed in the letters of the screen is more than one page', async ({
  browser,
  baseURL,
}) => {
  const lead = await somebodyAs(atLaptop({ browser, baseURL }), 'teamLead')
  await lead.page.goto('/app/team-talks/prepare')
  await lead.page.locator('.prepared').evaluate(sheet => sheet.classList.remove('prepared'))
  const pages = (await lead.page.pdf({ format: 'A4' })).toString('latin1').match(/\/Type \/Page\b/g)
  expect(pages!.length).toBeGreaterThan(1)
})

test('in the hand of the lead all parts are on the phone, also what is not for the wall', async ({
  browser,
  baseURL,
}) => {
  const lead = await somebodyAs(onPhone({ browser, baseURL }), 'teamLead')
  await lead.page.goto('/app/team-talks/prepare?view=presenter')
  await expect(lead.page.getByRole('heading', { name: lead.say('guides.part.avoid') })).toHaveCount(0)
  await lead.page.goto('/app/team-talks/prepare?view=presenter&for=me')
  await expect(lead.page.getByRole('heading', { name: lead.say('guides.part.avoid') })).toHaveCount(1)
  expect(await lead.page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
  await lead.findsNoBarrier()
})

test('a director says on the board what is not known yet, and everybody reads it', async ({ browser, baseURL }) => {
  const director = await somebodyAs(atLaptop({ browser, baseURL }), 'executive')
  await director.page.goto('/app/board/new')
  await director.page.getByLabel(director.say('board.part.unknown')).check()
  await director.writes('line', 'Of de proef langer duurt.')
  await director.press('board.form.preview')
  await expect(director.page.locator('.field-error')).toHaveCount(2)
  await director.findsNoBarrier()
  await director.writes('because', 'We wachten op de cijfers.')
  await director.writes('untilOn', new Date(Date.now() + 9 * 86_400_000).toISOString().slice(0, 10))
  await director.press('board.form.preview')
  await director.sees('shell.preview.caption')
  await director.findsNoBarrier()
  await director.press('board.form.publish')
  await expect(director.page).toHaveURL(/\/app\/board$/)
  const agent = await somebodyAs(onPhone({ browser, baseURL }), 'agent')
  await agent.page.goto('/app/board')
  await expect(agent.page.getByText('Of de proef langer duurt.')).toBeVisible()
  await expect(agent.page.getByRole('link', { name: agent.say('board.add') })).toHaveCount(0)
  await agent.findsNoBarrier()
})
