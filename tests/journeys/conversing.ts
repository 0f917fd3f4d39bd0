import { expect } from '@playwright/test'
import type { Somebody } from './story'

// What those who talk do on several pages, in as few steps as these allow.

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
