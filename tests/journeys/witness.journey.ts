import { demoRound, expect, test } from './house'
import { type Somebody, somebodyAs } from './story'

// The works council gets a witness, and from then on nobody draws a token before that witness has looked.

const name = 'or.voorbeeld.nl/anna'
const passphrase = 'vier gewone woorden samen'
let keyFile = ''
let fingerprint = ''

/** Plans the next round and starts issuing at once; a round that is still issuing ends first. */
async function issuesNextRound(lead: Somebody): Promise<string> {
  await lead.page.goto(`/app/rounds/${demoRound(13)}`)
  if (await lead.page.getByRole('link', { name: lead.say('pulses.rounds.deed.void.go') }).count()) {
    await lead.press('pulses.rounds.deed.void.go')
    await expect(lead.page).toHaveURL(/\/void$/)
    await lead.press('pulses.rounds.deed.void.submit')
    await expect(lead.page).toHaveURL(new RegExp(`/app/rounds/${demoRound(13)}$`))
  }
  await lead.page.goto('/app/rounds/new')
  await lead.page.locator('main form').getByRole('button').first().click()
  await expect(lead.page).toHaveURL(/\/app\/rounds\/R14-\w+$/)
  const planned = new URL(lead.page.url()).pathname
  await lead.press('pulses.rounds.deed.issue.go')
  await lead.press('pulses.rounds.deed.issue.submit')
  await expect(lead.page).toHaveURL(new RegExp(`${planned}$`))
  return planned.split('/').at(-1)!
}

test.describe.configure({ mode: 'serial' })

test('a council member makes a key in the browser, saves it, tries the file and proposes the public half', async ({
  browser,
  baseURL,
}, { outputDir }) => {
  const council = await somebodyAs({ browser, baseURL, language: 'nl' }, 'worksCouncil')
  const sent: string[] = []
  council.page.on('request', request => sent.push(request.postData() ?? ''))
  await council.page.goto('/app/witnesses')
  await council.findsNoBarrier()
  await council.press('witness.next.go.propose')
  await council.page.locator('#field-witness-name').fill(name)
  await council.page.locator('#field-witness-passphrase').fill('kort')
  await council.press('witness.new.makeSubmit')
  await council.sees('witness.new.tooShort', { count: 12 })
  await council.findsNoBarrier()

  await council.page.locator('#field-witness-passphrase').fill(passphrase)
  await council.page.locator('#field-witness-again').fill(passphrase)
  await council.press('witness.new.makeSubmit')
  const download = council.page.waitForEvent('download')
  await council.press('witness.kept.save')
  keyFile = `${outputDir}-${(await download).suggestedFilename()}`
  await (await download).saveAs(keyFile)
  await council.page.locator('#field-witness-file').setInputFiles(keyFile)
  await council.sees('witness.kept.works')
  await council.findsNoBarrier()
  await council.press('witness.new.send')
  await expect(council.page).toHaveURL(/\/app\/witnesses\/proposals\//)
  await council.findsNoBarrier()
  fingerprint = (await council.page.locator('dd code').first().textContent()) ?? ''
  expect(sent.join('')).not.toContain(passphrase.split(' ')[0])
  await council.page.context().close()
})

test('the administrator registers the key, and the council compares and confirms it', async ({ browser, baseURL }) => {
  const admin = await somebodyAs({ browser, baseURL, language: 'nl' }, 'platformAdmin')
  await admin.page.goto('/app/witnesses')
  await admin.press('witness.next.go.register')
  await admin.findsNoBarrier()
  await admin.press('witness.proposal.register')
  await expect(admin.page).toHaveURL(/\/app\/witnesses$/)
  await admin.findsNoBarrier()

  const council = await somebodyAs({ browser, baseURL, language: 'nl' }, 'worksCouncil')
  await council.page.goto('/app/witnesses')
  await council.press('witness.next.go.confirm')
  await expect(council.page.getByText(fingerprint).first()).toBeVisible()
  await council.findsNoBarrier()
  await council.press('witness.proposal.confirm')
  await council.sees('witness.list.present')
  await council.findsNoBarrier()
  for (const person of [admin, council]) await person.page.context().close()
})

test('the next round waits for the witness, and goes on after it has signed', async ({ browser, baseURL }) => {
  const lead = await somebodyAs({ browser, baseURL, language: 'nl' }, 'projectLead')
  const roundId = await issuesNextRound(lead)
  await lead.findsNoBarrier()
  const colleague = await somebodyAs({ browser, baseURL, language: 'nl' }, 'hr')
  await colleague.sees('pulses.home.token.awaitingWitness')
  await colleague.findsNoBarrier()

  const council = await somebodyAs({ browser, baseURL, language: 'nl' }, 'worksCouncil')
  await council.page.goto('/app/witnesses/cosign')
  await council.findsNoBarrier()
  await council.page.locator('#field-cosign-key').setInputFiles(keyFile)
  await council.page.locator('#field-cosign-passphrase').fill('een verkeerde wachtzin')
  await council.press('witness.cosign.submit')
  await council.sees('witness.cosign.problem.wrongPassphrase')
  await council.findsNoBarrier()
  await council.page.locator('#field-cosign-passphrase').fill(passphrase)
  await council.press('witness.cosign.submit')
  await council.sees('witness.cosign.firstNotSaid')
  await council.findsNoBarrier()
  await council.page.locator('#field-cosign-first').check()
  await council.press('witness.cosign.submit')
  await council.sees('witness.cosign.notComparedText')
  await council.sees('witness.cosign.done')
  await council.findsNoBarrier()

  await colleague.page.goto('/app/home')
  await expect(colleague.page.locator('#token-status')).toHaveAttribute('data-state', /^drawn( drawn)*$/)
  await colleague.page.goto('/ledger')
  await expect(colleague.page.getByRole('table').filter({ hasText: name })).toBeVisible()
  await colleague.press('ledger.checking.now')
  await expect(colleague.page.getByText(/^Een getuige tekende mee tot en met regel/)).toBeVisible()
  await colleague.findsNoBarrier()
  expect(roundId).toMatch(/^R14-/)
  for (const person of [lead, colleague, council]) await person.page.context().close()
})
