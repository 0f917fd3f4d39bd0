import { join } from 'node:path'
import { expect } from '@playwright/test'
import Database from 'better-sqlite3'
import type { House } from './house'
import { type Entering, type Somebody, somebodyIn } from './story'

// What those who talk do on several pages, in as few steps as these allow.

/** Finds a team lead of the demo who reads Dutch and never made an own key; a visitor's lead has one. */
export function leadWithoutKey({ dataDir }: House): string {
  const stored = new Database(join(dataDir, 'app.db'), { readonly: true })
  const sql = `select p.id from persons p join person_roles r on r.person_id = p.id and r.role = 'teamLead'
    where p.language is null and p.id not in (select person_id from own_keys)
      and (select count(*) from persons c where c.team_id = p.team_id) > 5 order by p.email`
  const id = stored.prepare(sql).pluck().get() as string
  stored.close()
  return id
}

/** Signs somebody in with a one-time link of the keeper of the staff list. */
export async function somebodyByLink(keeper: Somebody, personId: string, entering: Entering) {
  const headers = { origin: entering.baseURL! }
  const made = await keeper.page.request.post(`/app/people/${personId}/link`, { headers })
  const person = await somebodyIn(entering)
  await person.page.request.post(/\/app\/sign-in\/[\w-]{20,}/.exec(await made.text())![0], { headers })
  return person
}

/** Makes an own key with a passphrase, on the page that asks for it. */
export async function makesKey(person: Somebody, passphrase: string) {
  const field = (part: string) => person.page.locator(`#field-own-key-${part}`)
  await field('passphrase').fill(passphrase)
  await field('again').fill(passphrase)
  await person.press('recordKey.make.submit')
  await expect(field('passphrase')).toBeHidden()
}

/** Opens the own key, where a page asks for the passphrase. */
export async function opensKey(person: Somebody, passphrase: string) {
  await person.page.locator('#field-own-key-words').fill(passphrase)
  await person.press('recordKey.open.submit')
  await expect(person.page.locator('#field-own-key-words')).toBeHidden()
}

/** Holds pages against WCAG 2.2 AA in every language; a page that is sealed is opened first. */
export async function findsNoBarrierIn(person: Somebody, pages: readonly string[], open = async () => {}) {
  for (const page of pages) {
    for (const language of ['nl', 'en', 'fr']) {
      await person.page.goto(`${page}${page.includes('?') ? '&' : '?'}lang=${language}`)
      await expect(person.page.locator('html')).toHaveAttribute('lang', language)
      await open()
      await person.findsNoBarrier()
    }
  }
}

/** Returns everything a browser sends, for as long as it is open. */
export function sentBy({ page }: Somebody): string[] {
  const sent: string[] = []
  page.on('request', asked => sent.push(`${asked.url()} ${asked.postData() ?? ''}`))
  return sent
}

/** Returns where a page is, as part of an address. */
export const pathOf = ({ page }: Somebody) => new URL(page.url()).pathname
