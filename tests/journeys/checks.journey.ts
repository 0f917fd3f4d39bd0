import type { Page } from '@playwright/test'
import QRCode from 'qrcode'
import { type MovingToken, writeMoving } from '../../app/ballot-box/moving/rules'
import { demoRound, expect, test } from './house'
import { type Somebody, somebodyAs, somebodyIn } from './story'

test.describe.configure({ mode: 'serial' })

/** What a camera would read from the screen; held against the picture itself. */
async function scanned(page: Page, round: string): Promise<string> {
  const token = await page.evaluate(
    round =>
      new Promise<Record<string, unknown>>(resolve => {
        const opening = indexedDB.open('inspraak')
        opening.onsuccess = () => {
          const asked = opening.result.transaction('tokens').objectStore('tokens').get(round)
          asked.onsuccess = () => {
            const { input, signature, drawnAt, ...rest } = asked.result
            resolve({ ...rest, input: [...input], signature: [...signature], drawnAt: drawnAt.getTime() })
          }
        }
      }),
    round,
  )
  const { input, signature, drawnAt, ...rest } = token
  const moving = {
    ...(rest as object),
    input: Uint8Array.from(input as number[]),
    signature: Uint8Array.from(signature as number[]),
    drawnAt: new Date(drawnAt as number),
  } as MovingToken
  const link = `${new URL(page.url()).origin}/ballot/${round}/move#${writeMoving(moving)}`
  const { data } = QRCode.create(link, { errorCorrectionLevel: 'L' }).modules
  const drawn = await page.locator('[data-qr] path').nth(1).getAttribute('d')
  expect(drawn?.match(/M/g)).toHaveLength(Array.from(data).filter(Boolean).length)
  return link
}

/** Draws the token on this device, by visiting any page. */
async function drawsToken(person: Somebody) {
  await person.page.goto('/app/checks')
  await expect(person.page.locator('#token-status')).toHaveAttribute('data-state', /drawn|elsewhere/)
}

test('a token moves by a code to a phone that never signs in, and that phone answers and finds its ballot', async ({
  browser,
  baseURL,
}) => {
  const enter = { browser, baseURL, language: 'nl' as const }
  const desk = await somebodyAs(enter, 'agent')
  await drawsToken(desk)
  await desk.sees('checks.drawn.token')
  await desk.press('checks.list.look')
  await expect(desk.page.locator('.notice[data-kind="done"]')).toBeVisible()
  await desk.findsNoBarrier()

  await desk.page.goto(`/ballot/${demoRound(12)}/move`)
  await desk.sees('ballot.move.lost')
  await desk.findsNoBarrier()
  await desk.press('ballot.move.give.show')
  const link = await scanned(desk.page, demoRound(12))
  await desk.findsNoBarrier()

  const phone = await somebodyIn(enter)
  const asked: string[] = []
  phone.page.on('request', request => asked.push(request.url()))
  await phone.page.goto(link)
  await phone.sees('ballot.move.take.own')
  expect(new URL(phone.page.url()).hash).toBe('')
  expect(asked.filter(url => url.includes(link.split('#')[1]!.slice(5, 40)))).toEqual([])
  await phone.findsNoBarrier()
  await phone.press('ballot.move.take.yes')
  await phone.sees('ballot.move.taken.heading')
  await phone.findsNoBarrier()

  await desk.press('ballot.move.shown.done')
  await desk.sees('ballot.move.moved.heading')
  await desk.page.goto(`/ballot/${demoRound(12)}`)
  await desk.sees('ballot.notice.elsewhere.heading')

  await phone.press('ballot.move.toQuestions')
  await phone.answers(2)
  const download = await phone.page.locator('[data-save]').getAttribute('href')
  const saved = decodeURIComponent(download!.split(',')[1]!)
  await phone.page.goto(`/ballot/${demoRound(12)}/move`)
  await phone.sees('ballot.move.used.heading')

  const lead = await somebodyAs(enter, 'projectLead')
  await lead.page.goto(`/app/rounds/${demoRound(12)}/close`)
  await lead.press('pulses.rounds.deed.close.submit')
  await expect(lead.page.getByRole('link', { name: lead.say('pulses.rounds.toResult') })).toBeVisible({
    timeout: 60_000,
  })

  await phone.page.goto(`/ballot/${demoRound(12)}`)
  await phone.sees('ballot.find.found')
  await phone.findsNoBarrier()

  const other = await somebodyIn(enter)
  await other.page.goto(`/ballot/${demoRound(12)}`)
  const looksUp = async (typed: string, finding: string) => {
    await other.page.locator('[data-typed]').fill(typed)
    await other.press('ballot.find.look')
    await other.sees(finding)
    await other.findsNoBarrier()
  }
  await looksUp(saved, 'ballot.find.found')
  await looksUp('geheim', 'ballot.find.noReceipt')
  await looksUp(`${'0'.repeat(63)}1`, 'ballot.find.missing')
  // Whoever keeps the box cannot leave a ballot out: the list no longer fits the ledger.
  await other.page.route('**/receipts.txt', async route => {
    const list = await (await route.fetch()).text()
    await route.fulfill({ body: list.split('\n').slice(1).join('\n') })
  })
  await looksUp(saved, 'ballot.find.listDiffers')
  for (const person of [desk, phone, lead, other]) await person.page.context().close()
})

test('nine words move a token to a browser without a camera', async ({ browser, baseURL }) => {
  const enter = { browser, baseURL, language: 'nl' as const }
  const [phone, desk] = [await somebodyAs(enter, 'teamLead'), await somebodyAs(enter, 'teamLead')]
  await drawsToken(phone)
  await drawsToken(desk)
  await phone.page.goto(`/ballot/${demoRound(13)}/move`)
  await phone.press('ballot.move.give.show')
  const words = await phone.page.locator('[data-place="words"]').textContent()
  expect(words?.split(' ')).toHaveLength(9)
  await desk.page.goto('/app/checks')
  await desk.page.getByText(desk.say('checks.words.question')).first().click()
  await desk.writes('words', 'lusab babad')
  await desk.press('checks.words.take')
  await desk.sees('checks.words.wordsWrong')
  await desk.findsNoBarrier()
  await desk.writes('words', words!.toUpperCase())
  await desk.press('checks.words.take')
  await desk.sees('checks.words.drawn')
  for (const person of [phone, desk]) await person.page.context().close()
})

test('the works council looks at the lists and confirms them', async ({ browser, baseURL }) => {
  const member = await somebodyAs({ browser, baseURL, language: 'nl' }, 'worksCouncil')
  await member.page.goto('/app/checks')
  await member.press('checks.roster.go', { number: 13 })
  await member.page.locator('details summary').first().click()
  await member.findsNoBarrier()
  await member.press('checks.roster.confirm')
  await expect(member.page.locator('.notice[data-kind="done"]')).toBeVisible()
  await member.findsNoBarrier()
  await member.page.context().close()
})
