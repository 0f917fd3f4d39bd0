import { expect } from '@playwright/test'
import { demoRound } from './house'
import type { Somebody } from './story'

// What those who run rounds do between two questions, in as few steps as their pages allow.

/** Closes a round by hand, before its last day. */
export async function closes(lead: Somebody, round: string) {
  await lead.page.goto(`/app/rounds/${round}/close`)
  await lead.press('pulses.rounds.deed.close.submit')
}

/** Closes a round that the server counts by itself, and waits for the result. */
export async function closesAndCounts(lead: Somebody, round: string) {
  await closes(lead, round)
  const result = lead.page.getByRole('link', { name: lead.say('pulses.rounds.toResult') })
  await expect(result).toBeVisible({ timeout: 60_000 })
}

/** Answers a published round in public, so that the next one may open. */
export async function respondsTo(director: Somebody, round: string) {
  await director.page.goto(`/app/rounds/${round}/response`)
  for (const field of await director.page.getByRole('textbox').all()) await field.fill('Wij lazen het.')
  await director.press('pulses.response.page.preview')
  await director.press('pulses.response.page.publish')
  await expect(director.page).toHaveURL(new RegExp(`/app/results/${round}`))
}

/** Ends the round that is issuing, so that another one can take its place. */
export async function ends(lead: Somebody, round: string) {
  await lead.page.goto(`/app/rounds/${round}/void`)
  await lead.press('pulses.rounds.deed.void.submit')
  await expect(lead.page).toHaveURL(new RegExp(`/app/rounds/${round}$`))
}

/** Plans the round that is filled in, the fourteenth of the demo, and returns what it is called in addresses. */
export async function plans(lead: Somebody): Promise<string> {
  await lead.press('pulses.rounds.form.submitPlan')
  await expect(lead.page).toHaveURL(/\/app\/rounds\/R14-\w+$/)
  return new URL(lead.page.url()).pathname.split('/').at(-1)!
}

/** Makes room for another round in the year of the demo: the one that is open gets a result and an answer, the next one ends. */
export async function makesRoom(lead: Somebody, director: Somebody) {
  await closesAndCounts(lead, demoRound(12))
  await respondsTo(director, demoRound(12))
  await ends(lead, demoRound(13))
}

/** Writes lines of the self-check, for a management that agrees with all of it and expects little trouble. */
export async function writesLines(writer: Somebody, most?: number) {
  const lines = writer.page.locator('.self-check-line')
  await expect(lines).toHaveCount(15)
  for (const line of (await lines.all()).slice(0, most)) {
    const own = line.locator('[name="answer"]')
    if (await own.count()) await own.selectOption('5')
    await line.locator('[name="expectation"]').selectOption('2')
    await line.getByRole('button').click()
    await expect(line.getByRole('status')).toHaveText(writer.say('readiness.selfCheck.saved'))
  }
}
