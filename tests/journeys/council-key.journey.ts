import { readFileSync } from 'node:fs'
import { type Colleague, crowdAnswers, crowdOf } from './colleagues'
import { expect, test } from './house'
import { closes, makesRoom, plans } from './running'
import { atLaptop, onPhone, type Somebody, somebodyAs, somebodyIn } from './story'

// A round that only the works council can open: staff on a phone or with a card, the council on a laptop.

const passphrase = 'vier gewone woorden samen'
let round = ''
let keyFile = ''
let card = ''
let crowd: Colleague[] = []
let agent: Somebody

test.describe.configure({ mode: 'serial', timeout: 240_000 })

test('the project lead plans a round of which the works council holds the key, and waits for it', async ({
  browser,
  baseURL,
}) => {
  const lead = await somebodyAs(atLaptop({ browser, baseURL }), 'projectLead')
  await makesRoom(lead, await somebodyAs(atLaptop({ browser, baseURL }), 'executive'))
  await lead.page.goto('/app/rounds/new')
  await lead.page.getByLabel(lead.say('councilKey.choice.label')).check()
  await lead.findsNoBarrier()
  round = await plans(lead)
  await lead.sees('pulses.refused.councilKeyMissing')
  await lead.sees('councilKey.way.tell')
  await expect(lead.page.getByRole('link', { name: lead.say('pulses.rounds.deed.issue.go') })).toHaveCount(0)
  await lead.findsNoBarrier()
})

test('a council member makes the key, saves the locked file, and only its public half is sent', async ({
  browser,
  baseURL,
}, { outputDir }) => {
  const member = await somebodyAs(atLaptop({ browser, baseURL }), 'worksCouncil')
  const sent: string[] = []
  member.page.on('request', asked => sent.push(asked.postData() ?? ''))
  await member.sees('councilKey.ask.makeKey.title', { number: 14 })
  await member.press('councilKey.way.key')
  await member.sees('councilKey.key.lostText')
  await member.findsNoBarrier()
  await member.page.locator('#field-council-passphrase').fill('te kort')
  await member.press('councilKey.key.makeSubmit')
  await member.sees('councilKey.key.tooShort', { count: 12 })
  await member.findsNoBarrier()

  await member.page.locator('#field-council-passphrase').fill(passphrase)
  await member.page.locator('#field-council-again').fill(passphrase)
  await member.press('councilKey.key.makeSubmit')
  const download = member.page.waitForEvent('download')
  await member.press('councilKey.kept.save')
  keyFile = `${outputDir}-${(await download).suggestedFilename()}`
  await (await download).saveAs(keyFile)
  // Whoever finds the file needs as long for every guess.
  expect(JSON.parse(readFileSync(keyFile, 'utf8')).kdf.iterations).toBeGreaterThanOrEqual(600_000)
  await member.page.locator('#field-council-file').setInputFiles(keyFile)
  await member.sees('councilKey.kept.works')
  await member.findsNoBarrier()
  await member.page.getByLabel(member.say('councilKey.kept.shared')).check()
  await member.press('councilKey.kept.send')
  await member.sees('councilKey.key.madeText')
  await member.findsNoBarrier()
  expect(sent.join('')).not.toContain(passphrase.split(' ')[1])
})

test('tokens go out, the council sees its own key in the ledger and confirms the lists, and makes cards', async ({
  browser,
  baseURL,
}) => {
  const lead = await somebodyAs(atLaptop({ browser, baseURL }), 'projectLead')
  await lead.page.goto(`/app/rounds/${round}`)
  await lead.press('pulses.rounds.deed.issue.go')
  await lead.findsNoBarrier()
  await lead.press('pulses.rounds.deed.issue.submit')
  await expect(lead.page).toHaveURL(new RegExp(`/app/rounds/${round}$`))

  const member = await somebodyAs(atLaptop({ browser, baseURL }), 'worksCouncil')
  await member.page.goto(`/app/rounds/${round}/key`)
  await member.page.locator('#field-council-check').setInputFiles(keyFile)
  await member.press('councilKey.check.submit')
  await member.sees('councilKey.check.sameText')
  await member.findsNoBarrier()
  await member.page.goto(`/app/rounds/${round}/roster`)
  await member.press('checks.roster.confirm')
  await expect(member.page.locator('.notice[data-kind="done"]')).toBeVisible()

  await member.page.goto(`/app/rounds/${round}/slips`)
  await member.press('slips.make.submit')
  await expect(member.page.locator('.slip-card')).toHaveCount(8)
  card = (await member.page.locator('.slip-card-code').first().textContent())!
  await member.press('slips.make.clear')
  await member.press('slips.handOut.go')
  const people = member.page.getByRole('link', { name: member.say('slips.handOut.give') })
  await people.last().click()
  await member.page.locator('main form[method="post"] button').click()
  await member.sees('slips.handOut.done')
})

test('staff draw their tokens, some answer with a phone and one with a card', async ({ browser, baseURL }) => {
  const keeper = await somebodyAs(atLaptop({ browser, baseURL }), 'platformAdmin')
  crowd = await crowdOf(keeper, { team: 'Ochtend A', people: 14, round })
  agent = await somebodyAs(onPhone({ browser, baseURL }), 'agent')
  await agent.sees('pulses.home.token.drawn')

  const lead = await somebodyAs(atLaptop({ browser, baseURL }), 'projectLead')
  await lead.page.goto(`/app/rounds/${round}/open`)
  await lead.press('pulses.rounds.deed.open.submit')
  await lead.sees('pulses.rounds.deed.close.go')
  await agent.page.goto(`/ballot/${round}`)
  await agent.fillsIn(3)
  await agent.sends('Het gaat te snel.')
  // So far from what was shown before that nobody who came or left could have done it alone.
  await crowdAnswers(baseURL!, round, crowd, 1)
})

test('a card works once, and only as it is printed, on a phone without JavaScript', async ({ browser, baseURL }) => {
  const person = await somebodyIn({ ...onPhone({ browser, baseURL }), device: { javaScriptEnabled: false } })
  await person.page.goto(`/ballot/${round}/slip`)
  await person.writes('code', `${card.slice(0, -1)}${card.endsWith('Z') ? 'Y' : 'Z'}`)
  await person.page.locator('fieldset').first().locator('label').nth(2).click()
  await person.press('ballot.comment.send')
  await person.sees('ballot.slip.problem.codeMistyped')
  await person.writes('code', card)
  await person.press('ballot.comment.send')
  await person.sees('ballot.receipt.heading')
  await person.sees('ballot.slip.done')

  await person.page.goto(`/ballot/${round}/slip`)
  await person.writes('code', card)
  await person.page.locator('fieldset').first().locator('label').nth(2).click()
  await person.press('ballot.comment.send')
  await person.sees('ballot.slip.problem.codeUsed')
})

test('the round closes and waits; the council opens the file, counts in its browser and hands in', async ({
  browser,
  baseURL,
}) => {
  const lead = await somebodyAs(atLaptop({ browser, baseURL }), 'projectLead')
  await closes(lead, round)
  await lead.sees('councilKey.waiting.title')
  await lead.sees('councilKey.way.tell')
  await lead.findsNoBarrier()

  const member = await somebodyAs(atLaptop({ browser, baseURL }), 'worksCouncil')
  const sent: string[] = []
  member.page.on('request', asked => sent.push(asked.postData() ?? ''))
  await member.sees('councilKey.ask.count.title', { number: 14 })
  await member.press('councilKey.way.count')
  await member.sees('councilKey.count.lead')
  await member.findsNoBarrier()
  await member.page.locator('#field-council-key').setInputFiles(keyFile)
  await member.page.locator('#field-council-words').fill('vijf gewone woorden samen')
  await member.press('councilKey.count.submit')
  await member.sees('councilKey.trouble.wrongPassphrase')
  await member.findsNoBarrier()
  await member.page.locator('#field-council-words').fill(passphrase)
  await member.press('councilKey.count.submit')
  await member.sees('councilKey.found.title')
  await member.sees('councilKey.found.counted_other', { count: crowd.length + 2 })
  await member.findsNoBarrier()
  await member.press('councilKey.found.send')
  await member.sees('councilKey.found.doneText')
  await member.findsNoBarrier()
  expect(sent.join('')).not.toContain(passphrase.split(' ')[1])
})

test('everybody reads the result, the ledger has the signed count, and whoever answered finds their ballot', async ({
  browser,
  baseURL,
}) => {
  await agent.page.goto('/app/checks')
  await agent.sees('checks.counted.title', { number: 14 })
  await agent.findsNoBarrier()
  await agent.press('checks.counted.numbers')
  await expect(agent.page).toHaveURL(new RegExp(`/app/results/${round}#check$`))
  await expect(agent.page.getByText(agent.say('checks.counts.title'))).toHaveCount(0)
  await agent.findsNoBarrier()
  await agent.page.goto(`/ballot/${round}`)
  await agent.sees('ballot.find.found')
  const { figures } = await (await agent.page.request.get(`/app/results/${round}.json`)).json()
  expect(figures).toContainEqual(expect.objectContaining({ cell: crowd[0]!.token.unit, n: crowd.length }))

  const visitor = await somebodyIn(onPhone({ browser, baseURL }))
  await visitor.page.goto('/ledger/entries')
  await visitor.sees('ledger.entry.tallySubmitted', { round: 14 })
  await visitor.page.goto('/ledger')
  await visitor.press('ledger.checking.now')
  await expect(visitor.page.getByText(/In orde/)).toBeVisible()
})
