import { join } from 'node:path'
import { expect, request } from '@playwright/test'
import Database from 'better-sqlite3'
import type { Choice } from '../../app/workgroups/votes/rules'
import type { House } from './house'
import type { Somebody } from './story'

// What a working group does with a vote, in as few steps as its pages allow.

/** Whoever of the demo sits in a group, by the address they sign in with. In the demo few have a password; here each has the same. */
function membersIn({ dataDir }: House, groupId: string): string[] {
  const stored = new Database(join(dataDir, 'app.db'))
  const seated = 'select person_id from group_seats where workgroup_id = ? and left_on is null'
  const known = "select password_hash from persons where email like 'jelle.amrani@%'"
  stored.prepare(`update persons set password_hash = (${known}) where id in (${seated})`).run(groupId)
  const rows = stored.prepare(`select email from persons where id in (${seated})`).all(groupId) as { email: string }[]
  stored.close()
  return rows.map(({ email }) => email)
}

/** Opens the vote on a proposal that somebody stands before, until the day that the page suggests. */
export async function opensVote(member: Somebody): Promise<string> {
  await expect(member.page).toHaveURL(/\/app\/proposals\/V-[0-9a-f]+$/)
  const proposal = new URL(member.page.url()).pathname
  await member.page.goto(`${proposal}/opening`)
  await member.findsNoBarrier()
  await member.press('votes.opening.preview')
  await member.sees('votes.opening.fixed')
  await member.findsNoBarrier()
  await member.press('votes.opening.publish')
  await member.sees('votes.vote.title')
  await member.findsNoBarrier()
  return proposal
}

/** Votes with the button of a page. */
export async function votes(member: Somebody, choice: Choice) {
  await member.page.locator(`button[name="choice"][value="${choice}"]`).click()
}

type Others = { house: House; groupId: string; but: string; most: number }

/** Lets other members vote too, as browsers without JavaScript do. */
export async function othersConsent(proposal: string, { house, groupId, but, most }: Others) {
  const others = membersIn(house, groupId).filter(email => !email.startsWith(but))
  for (const email of others.slice(0, most)) {
    const headers = { Origin: house.address }
    const browser = await request.newContext({ baseURL: house.address, extraHTTPHeaders: headers })
    await browser.post('/app/sign-in', { form: { email, password: 'inspraak-demo' } })
    const sent = await browser.post(proposal, { form: { step: 'vote', choice: 'consent', reason: '' } })
    expect(new URL(sent.url()).pathname).toBe(proposal)
    await browser.dispose()
  }
}
