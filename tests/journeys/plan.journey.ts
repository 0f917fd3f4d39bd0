import { readFile } from 'node:fs/promises'
import { findsNoBarrierIn, makesKey, opensKey } from './conversing'
import { expect, test } from './house'
import { onPhone, type Somebody, somebodyAs } from './story'

// A development plan on a phone: written under seal, read again with the passphrase only, taken along, and destroyed.

const passphrase = 'acht blauwe fietsen in de regen'
const canary = 'Ik wil KANARIETRAINER worden.'
let employee: Somebody

test.describe.configure({ mode: 'serial' })

const unlock = async () => {
  const asked = employee.page.locator('#field-own-key-words')
  await expect(asked.or(employee.page.locator('.enclosed [tabindex="-1"]')).first()).toBeVisible()
  if (!(await asked.isVisible())) return
  await asked.fill(passphrase)
  await asked.press('Enter')
  await expect(asked).toBeHidden()
}

test('somebody without a key makes one on the way to a plan, and no word of it is sent', async ({
  browser,
  baseURL,
}) => {
  employee = await somebodyAs(onPhone({ browser, baseURL }), 'projectLead')
  const sent: string[] = []
  employee.page.on('request', asked => sent.push(`${asked.url()} ${asked.postData() ?? ''}`))
  await employee.page.goto('/app/plan')
  await employee.press('recordKey.none.make')
  await employee.findsNoBarrier()
  await makesKey(employee, passphrase)
  await expect(employee.page).toHaveURL(/\/app\/plan$/)
  await employee.page.locator('#field-plan-learn').fill(canary)
  await employee.press('plan.step.add')
  await employee.press('plan.save.submit')
  await employee.sees('plan.problem.required')
  await employee.page.locator('#field-plan-steps-0-text').fill('Meelopen met de KANARIETRAINER')
  await employee.page.locator('#field-plan-steps-0-hours').fill('8')
  await employee.findsNoBarrier()
  await employee.press('plan.save.submit')
  await employee.sees('plan.save.done')
  expect(sent.join()).not.toMatch(/KANARIE|fietsen/)
})

test('after the page is loaded anew only the right passphrase opens it, and nothing typed is lost', async () => {
  await employee.page.goto('/app/plan')
  const asked = employee.page.locator('#field-own-key-words')
  await asked.fill('acht blauwe fietsen in de zon')
  await employee.press('recordKey.open.submit')
  await employee.sees('recordKey.open.wrong')
  await expect(asked).toHaveValue('acht blauwe fietsen in de zon')
  await opensKey(employee, passphrase)
  await expect(employee.page.getByText(canary)).toBeVisible()
})

test('all that is held is told; the file has the words once they are open', async () => {
  await employee.page.goto('/app/own')
  await opensKey(employee, passphrase)
  const download = employee.page.waitForEvent('download')
  await employee.press('own.file.saveWithWords')
  const file = JSON.parse(await readFile(await (await download).path(), 'utf8'))
  expect(file.developmentPlan.words.learn).toBe(canary)
  const plain = await (await employee.page.request.get('/app/own.json')).text()
  expect(JSON.parse(plain).developmentPlan.words).toContain('sealed')
  expect(plain).not.toContain('KANARIE')
})

test('its pages hold no barrier in any language', async () => {
  const pages = ['/app/conversation-key', '/app/conversation-key/relock', '/app/conversation-key/replace']
  await findsNoBarrierIn(employee, [...pages, '/app/plan/destroy', '/app/own', '/app/own/records'])
  await findsNoBarrierIn(employee, ['/app/plan'], unlock)
})

test('a plan is destroyed, and the page is empty again', async () => {
  await employee.page.goto('/app/plan/destroy?lang=nl')
  await employee.press('plan.destroy.submit')
  await expect(employee.page).toHaveURL(/\/app\/plan$/)
  await expect(employee.page.getByText(canary)).toHaveCount(0)
  const told = JSON.parse(await (await employee.page.request.get('/app/own.json')).text())
  expect(told.developmentPlan).toBeNull()
})
