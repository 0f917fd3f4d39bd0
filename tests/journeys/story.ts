import AxeBuilder from '@axe-core/playwright'
import { type Browser, type BrowserContextOptions, expect, type Page } from '@playwright/test'
import type { Language, Role } from '../../app/people/rules'
import type { PromiseMove } from '../../app/promises/rules'
import { wordsOf } from './words'

const locales: Record<Language, string> = { nl: 'nl-NL', en: 'en-GB', fr: 'fr-FR' }

/** Where somebody comes in, what they read, and what they have before them when it is no phone. */
export type Entering = {
  browser: Browser
  baseURL: string | undefined
  language: Language
  device?: BrowserContextOptions
}

/** A laptop, as a works council or a project lead has on the table. */
const laptop: BrowserContextOptions = { viewport: { width: 1280, height: 800 }, hasTouch: false }

type Place = Pick<Entering, 'browser' | 'baseURL'>

/** Where somebody comes in who reads Dutch on a phone, as most do here. */
export const onPhone = (place: Place): Entering => ({ ...place, language: 'nl' })

/** Where somebody comes in who reads Dutch on a laptop. */
export const atLaptop = (place: Place): Entering => ({ ...onPhone(place), device: laptop })

/** Gives somebody a browser of their own. */
export async function somebodyIn({ browser, baseURL, language, device }: Entering) {
  const context = await browser.newContext({ baseURL, locale: locales[language], ...device })
  return new Somebody(await context.newPage(), language)
}

/** Gives somebody a browser of their own, and signs them in. */
export async function somebodyAs(entering: Entering, role: Role) {
  const person = await somebodyIn(entering)
  await person.signInAs(role)
  return person
}

/** Somebody with a phone of their own, who reads `language`. */
export class Somebody {
  readonly say: ReturnType<typeof wordsOf>

  constructor(
    readonly page: Page,
    language: Language,
  ) {
    this.say = wordsOf(language)
  }

  /** Signs in as one of the invented people, with one tap. */
  async signInAs(role: Role) {
    await this.page.goto('/app/sign-in')
    const name = this.say('people.signIn.demoAs', { role: this.say(`people.role.${role}`) })
    await this.page.getByRole('button', { name, exact: true }).click()
    await expect(this.page).toHaveURL(/\/app\/home/)
  }

  /** Presses a button or follows a link by its words. */
  async press(key: string, values?: Record<string, string | number>) {
    const name = this.say(key, values)
    await this.page.getByRole('button', { name }).or(this.page.getByRole('link', { name })).first().click()
  }

  /** Fills in a field by the name that the server knows it by. */
  async writes(name: string, text: string) {
    await this.page.locator(`[name="${name}"]`).fill(text)
  }

  /** Takes a promise a step further, with the reason for it; stands on its page before and after. */
  async moves(move: PromiseMove, note: string) {
    const home = this.page.url()
    await this.press(`promises.move.${move}.title`)
    await this.sees(`promises.move.${move}.effect`)
    await this.findsNoBarrier()
    await this.writes('note', note)
    await this.page.getByRole('button', { name: this.say(`promises.move.${move}.title`) }).click()
    await expect(this.page).toHaveURL(home)
    await expect(this.page.getByText(note).first()).toBeVisible()
  }

  async sees(key: string, values?: Record<string, string | number>) {
    await expect(this.page.getByText(this.say(key, values)).first()).toBeVisible()
  }

  /** Holds the page against WCAG 2.2 AA. */
  async findsNoBarrier() {
    // Our pages have no frames, so the findings need no empty page of their own to be put together in.
    const { violations } = await new AxeBuilder({ page: this.page })
      .setLegacyMode()
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .analyze()
    expect(violations.map(found => `${found.id}: ${found.nodes[0]?.html}`)).toEqual([])
  }

  /** Answers every question with the same step of its scale, and sends the ballot at once. */
  async answers(step: number, remark = '') {
    await this.fillsIn(step, () => this.findsNoBarrier())
    await this.sends(remark)
  }

  /** Answers every question with the same step of its scale, or the one that `step` says, up to the one for a remark. */
  async fillsIn(step: number | (() => number), lookAt = async () => {}) {
    await this.page.locator('[data-do="begin"]').click()
    for (;;) {
      const card = this.page.locator('[data-card]:not([hidden])')
      await expect(card).toBeVisible()
      if (await card.getByRole('textbox').count()) break
      await lookAt()
      const id = await card.getAttribute('data-card')
      await card
        .locator('label', { has: this.page.locator('input') })
        .nth(typeof step === 'number' ? step : step())
        .click()
      await expect(this.page.locator(`[data-card="${id}"]`)).toBeHidden()
    }
  }

  /** Sends a ballot that was filled in, at once. */
  async sends(remark: string) {
    await this.page.getByRole('textbox').fill(remark)
    await this.findsNoBarrier()
    await this.page.locator('[data-do="finish"]').click()
    await this.findsNoBarrier()
    await this.page.locator('[data-do="sendNow"]:visible').click()
    await this.sees('ballot.receipt.heading')
    await this.findsNoBarrier()
  }
}
