import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { findsNoBarrierIn, leadWithoutKey, makesKey, opensKey, pathOf, sentBy, somebodyByLink } from './conversing'
import { expect, test } from './house'
import { atLaptop, onPhone, type Somebody, somebodyAs } from './story'

// A one-to-one on the employee's terms: a lead on a laptop, an employee on a phone, and a record that comes and goes.

const words = {
  lead: 'zeven natte sokken aan de lijn',
  employee: 'vier koude vissen op zolder',
  hr: 'drie oude fietsen in de gang',
}
const first = 'Zij wil KANARIETRAINING, en dat vraagt hij na.'
const second = 'Hij vraagt het voor vrijdag na bij de KANARIEPLANNING.'
const own = 'Ik sprak hierover ook met de vakbond.'
let lead: Somebody
let employee: Somebody
let talk = ''
const sent: string[][] = []

const today = () => new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Amsterdam' })
const text = (person: Somebody) => person.page.locator('[name="record-text"]')

test.describe.configure({ mode: 'serial' })

test('a lead makes a key before inviting somebody of the team', async ({ browser, baseURL, house }) => {
  const keeper = await somebodyAs(atLaptop({ browser, baseURL }), 'platformAdmin')
  lead = await somebodyByLink(keeper, leadWithoutKey(house), atLaptop({ browser, baseURL }))
  sent.push(sentBy(lead))
  await lead.page.goto('/app/conversations')
  await lead.press('talks.landing.oneToOnesLead.link')
  await lead.page.locator('main a[href="/app/one-to-ones/new"]').click()
  await lead.press('talks.new.keyGo')
  await lead.sees('recordKey.lost.nobody')
  await makesKey(lead, words.lead)
  await expect(lead.page).toHaveURL(/\/app\/one-to-ones\/new$/)
  const colleague = lead.page.locator('main button[name="with"]').first()
  const personId = await colleague.getAttribute('value')
  await colleague.click()
  await expect(lead.page).toHaveURL(/\/app\/one-to-ones\/[\w-]{8,}$/)
  talk = pathOf(lead)
  await lead.findsNoBarrier()

  employee = await somebodyByLink(keeper, personId!, onPhone({ browser, baseURL }))
  sent.push(sentBy(employee))
  expect((await keeper.page.request.get(talk)).status()).toBe(404)
})

test('the employee reads that no is as good as yes, and accepts', async () => {
  await employee.page.goto('/app/home')
  await employee.press('talks.ask.talkInvited.go')
  await employee.sees('talks.page.decline.title')
  await employee.findsNoBarrier()
  await employee.writes('day', today())
  await employee.writes('time', '00:05')
  await employee.press('talks.page.plan.toAnswer.go')
  await employee.sees('talks.page.hold.title')
  await employee.findsNoBarrier()
  await employee.press('talks.page.hold.go')
  await employee.sees('talks.page.record.employee.none')
  await employee.findsNoBarrier()
})

test('there is a record only because the employee wants one; a word that does not belong is asked about', async () => {
  await lead.page.goto(`${talk}/record`)
  await lead.sees('record.none.title')
  await expect(lead.page.getByRole('button', { name: lead.say('record.begin.submit') })).toHaveCount(0)

  await employee.press('talks.page.record.employee.go')
  await employee.press('recordKey.none.make')
  await employee.findsNoBarrier()
  await makesKey(employee, words.employee)
  await employee.sees('record.none.title')
  await employee.findsNoBarrier()
  await employee.press('record.begin.submit')
  await employee.page.getByLabel(employee.say('record.topic.training')).check()
  await text(employee).fill(first)
  await employee.page.locator('[name="record-own"]').fill(own)
  await employee.press('record.write.save')
  await employee.sees('record.soft.stillSave')
  await employee.findsNoBarrier()
  await employee.press('record.write.saveAnyway')
  await expect(employee.page.getByText(first)).toBeVisible()
  await employee.findsNoBarrier()
})

test('both write at once: nothing is lost, and the employee brings the two together', async () => {
  await lead.page.goto(`${talk}/record`)
  await opensKey(lead, words.lead)
  await expect(lead.page.getByText(own)).toBeVisible()
  for (const person of [lead, employee]) await person.press('record.draft.change')
  await text(lead).fill(second)
  await lead.press('record.write.save')
  await expect(text(lead)).toHaveCount(0)
  await text(employee).fill(`${first} Snel.`)
  await employee.press('record.write.save')
  await employee.press('record.write.saveAnyway')
  await employee.sees('record.conflict.title')
  await expect(employee.page.getByText(second)).toBeVisible()
  await expect(text(employee)).toHaveValue(`${first} Snel.`)
  await employee.findsNoBarrier()
  await text(employee).fill(`${first} ${second}`)
  await employee.press('record.write.saveAnyway')
  await expect(text(employee)).toHaveCount(0)
})

test('the lead says that it is right, the employee says so last and shares it with HR', async ({
  browser,
  baseURL,
}) => {
  await expect(employee.page.getByText(`${first} ${second}`)).toBeVisible()
  await expect(employee.page.getByRole('button', { name: employee.say('record.agree.submit') })).toHaveCount(0)
  await lead.press('record.toConversation')
  await lead.press('talks.page.record.open')
  await expect(lead.page.getByText(`${first} ${second}`)).toBeVisible()
  await lead.press('record.agree.submit')
  await expect(lead.page.getByRole('button', { name: lead.say('record.agree.submit') })).toHaveCount(0)
  await lead.findsNoBarrier()

  const hr = await somebodyAs(atLaptop({ browser, baseURL }), 'hr')
  expect((await hr.page.request.get(`${talk}/record`)).status()).toBe(404)
  await hr.page.goto('/app/conversation-key')
  await makesKey(hr, words.hr)

  await employee.page.goto('/app/home')
  await employee.press('talks.ask.talkToAgree.go')
  await opensKey(employee, words.employee)
  await employee.press('record.agree.submit')
  await employee.sees('record.agreed.title')
  await employee.findsNoBarrier()
  await employee.page.getByText(employee.say('record.share.title')).click()
  const person = employee.page.locator('[name="record-with"]')
  const choice = person.locator('option', { hasText: employee.say('people.role.hr') }).first()
  await person.selectOption((await choice.getAttribute('value'))!)
  await employee.findsNoBarrier()
  await employee.press('record.share.submit')
  await expect(employee.page.locator('.notice[data-kind="done"]')).toBeVisible()

  await hr.page.goto(`${talk}/record`)
  await opensKey(hr, words.hr)
  await expect(hr.page.getByText(`${first} ${second}`)).toBeVisible()
  await hr.findsNoBarrier()
  await hr.page.context().close()
})

test('every page of it is for everybody, in three languages', async () => {
  await findsNoBarrierIn(lead, ['/app/one-to-ones', '/app/one-to-ones/new'])
  await findsNoBarrierIn(employee, ['/app/conversations', '/app/one-to-ones', talk, `${talk}/withdraw`, '/app/own'])
  await findsNoBarrierIn(employee, ['/app/conversation-key', '/app/plan'])
  await findsNoBarrierIn(employee, [`${talk}/record`], async () => {
    await employee.page.locator('#field-own-key-words').fill(words.employee)
    await employee.page.locator('#field-own-key-words').press('Enter')
    await expect(employee.page.getByText(second)).toBeVisible()
  })
})

test('the employee takes it back: it is gone, for the lead too, and no word of it was ever stored', async ({
  house,
}) => {
  await employee.page.goto(`${talk}/withdraw`)
  await employee.sees('record.withdraw.destroyed')
  await employee.press('record.withdraw.submit')
  await employee.sees('record.ended.mine')
  await employee.findsNoBarrier()
  await lead.page.goto(`${talk}/record`)
  await lead.sees('record.ended.theirs')
  await lead.findsNoBarrier()

  for (const all of sent) {
    expect(all.length).toBeGreaterThan(0)
    expect(all.filter(one => /KANARIE|vakbond/.test(one))).toEqual([])
    for (const passphrase of Object.values(words)) expect(all.join()).not.toContain(passphrase.split(' ').at(-1))
  }
  const files = readdirSync(house.dataDir, { recursive: true, withFileTypes: true }).filter(file => file.isFile())
  const holding = files.filter(file => readFileSync(join(file.parentPath, file.name)).includes('KANARIE'))
  expect(holding.map(file => file.name)).toEqual([])
})
