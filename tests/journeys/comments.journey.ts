import { demoRound, expect, test } from './house'
import { closesAndCounts } from './running'
import { type Somebody, somebodyAs, somebodyIn } from './story'

// A remark with a name in it: the phone warns, a confidant takes the name out, management answers, everybody reads it.

const remark = 'Vraag het maar aan Karin Bakkerink, die doet het allang.'
const reply = 'Dank je. Vanaf maandag doen wij het overal zo.'
let agent: Somebody

test.describe.configure({ mode: 'serial', timeout: 240_000 })

test('the works council names a confidant, and cannot name who leads the project', async ({
  browser,
  baseURL,
  house,
}) => {
  const addressOf = (role: string) => new RegExp(`${role} +(\\S+@\\S+)`).exec(house.said())![1]!
  const council = await somebodyAs({ browser, baseURL, language: 'nl' }, 'worksCouncil')
  await council.page.goto('/app/comments/confidants')
  await council.sees('comments.confidants.none')
  await council.findsNoBarrier()
  await council.writes('email', addressOf('projectLead'))
  await council.press('comments.confidants.submit')
  await council.sees('comments.refused.hasOwnInterest')
  await council.findsNoBarrier()
  await council.writes('email', addressOf('workgroupMember'))
  await council.press('comments.confidants.submit')
  await council.sees('comments.confidants.since')
  await council.findsNoBarrier()
  await council.page.context().close()
})

test('whoever types a name is warned, on the phone itself, and may leave it', async ({ browser, baseURL }) => {
  agent = await somebodyAs({ browser, baseURL, language: 'nl' }, 'agent')
  await agent.sees('pulses.home.token.drawn')
  await agent.page.goto(`/ballot/${demoRound(12)}`)
  await agent.fillsIn(3)
  const asked: string[] = []
  agent.page.on('request', request => asked.push(request.url()))
  const warning = agent.page.getByText(agent.say('ballot.telling.name'))
  await expect(warning).toBeHidden()
  await agent.page.getByRole('textbox').pressSequentially(remark)
  await expect(warning).toBeVisible()
  await agent.sees('ballot.telling.mayStay')
  expect(asked).toEqual([])
  await agent.sends(remark)
})

test('comments wait for the confidant, who takes the name out; how many is public, which is gone', async ({
  browser,
  baseURL,
}) => {
  const enter = { browser, baseURL, language: 'nl' as const }
  await closesAndCounts(await somebodyAs(enter, 'projectLead'), demoRound(12))
  await agent.page.goto(`/app/results/${demoRound(12)}`)
  await expect(agent.page.getByText(/^Toelichtingen volgen uiterlijk/)).toBeVisible()
  await expect(agent.page.getByText('Bakkerink')).toHaveCount(0)
  expect((await agent.page.request.get(`/app/comments/${demoRound(12)}`)).status()).toBe(403)

  const confidant = await somebodyAs(enter, 'workgroupMember')
  await confidant.press('pulses.home.commentsWait.go')
  const comment = confidant.page.locator('.comments li', { hasText: remark })
  await expect(comment).toBeVisible()
  await confidant.findsNoBarrier()
  await comment.getByRole('link').click()
  for (const word of ['Karin', 'Bakkerink']) await confidant.page.getByLabel(word, { exact: true }).check()
  await confidant.findsNoBarrier()
  await confidant.press('comments.blanking.preview')
  await confidant.sees('comments.blanking.noWayBack')
  await confidant.findsNoBarrier()
  await confidant.press('comments.blanking.blank')
  await confidant.sees('comments.blanking.soFar_one', { count: 1 })
  await confidant.page.getByRole('button', { name: /^Geef alle \d+ toelichtingen vrij$/ }).click()
  await expect(confidant.page).toHaveURL(new RegExp(`/app/results/${demoRound(12)}$`))
  await confidant.sees('comments.blanked_one', { count: 1 })
  expect((await confidant.page.request.get(`/app/comments/${demoRound(12)}`)).status()).toBe(404)

  const visitor = await somebodyIn(enter)
  await visitor.page.goto('/ledger/entries')
  await visitor.sees('ledger.entry.commentsReleased', { round: 12, blanked: 1 })
})

test('management answers under the comment, and everybody reads it there', async ({ browser, baseURL }) => {
  const director = await somebodyAs({ browser, baseURL, language: 'nl' }, 'executive')
  await director.page.goto(`/app/results/${demoRound(12)}`)
  const theirs = (person: Somebody) => person.page.locator('.comments li', { hasText: 'die doet het allang.' })
  await theirs(director)
    .getByRole('link', { name: director.say('comments.reply.as.management') })
    .click()
  await director.sees('comments.reply.lead')
  await director.findsNoBarrier()
  await director.writes('body', reply)
  await director.press('comments.reply.preview')
  await director.sees('comments.reply.writer')
  await director.findsNoBarrier()
  await director.press('comments.reply.publish')
  await expect(theirs(director)).toContainText(reply)

  await agent.page.goto(`/app/results/${demoRound(12)}`)
  await expect(theirs(agent)).toContainText(reply)
  await expect(theirs(agent)).toContainText(agent.say('comments.reply.from.management'))
  await expect(theirs(agent)).not.toContainText('Bakkerink')
  await expect(theirs(agent).getByRole('link')).toHaveCount(0)
  await agent.findsNoBarrier()
})
