import { createHash } from 'node:crypto'
import type { Language } from '~/people/rules'
import { type Assets, type RoundPage, refusalPage, roundPage } from './answering-page.server'
import type { ErrorCode } from './answers.server'
import { readManifest } from './manifest'
import type { BoxRound } from './store.server'

const sourceOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/** Writes what the page allows itself: its own script and style by their hash, talk with this origin, nothing else. */
export function policyFor({ script, style }: Assets): string {
  return [
    "default-src 'none'",
    `script-src ${sourceOf(script)}`,
    `style-src ${sourceOf(style)}`,
    "connect-src 'self'",
    'img-src data:',
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ')
}

type Printer = (facts: RoundPage, assets: Assets) => string

/** Makes the pages of one kind, from a script of their own. A page is written once per round, state and language. */
export function makeRoundPages(assets: Assets, print: Printer) {
  const written = new Map<string, string>()
  return {
    policy: policyFor(assets),
    page(round: BoxRound, language: Language): string {
      const hasReceipts = round.receipts !== null
      const name = [round.manifestSha256, round.state, hasReceipts, language].join()
      const facts = () => ({ manifest: readManifest(round.manifest), state: round.state, hasReceipts, language })
      const page = written.get(name) ?? print(facts(), assets)
      written.set(name, page)
      return page
    },
  }
}

/** Makes the pages of the box from the built script and style. */
export function makePages(assets: Assets) {
  const { policy, page } = makeRoundPages(assets, roundPage)
  return {
    policy,
    answeringPage: page,
    refusalPage: (code: ErrorCode, language: Language) => refusalPage(code, language, assets),
    file: () => undefined,
  }
}
