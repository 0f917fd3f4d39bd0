import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { type RunningBox, serveBox } from '~/ballot-box/serving.server'
import { makeSlipPages } from '~/ballot-box/slips/pages.server'
import { slipCode, slipHash } from '~/ballot-box/slips/slip-code'
import { setSlips } from '~/ballot-box/slips/store.server'
import { announceRound, type Box, openBox, setRoundState } from '~/ballot-box/store.server'
import { freshFolder, type Round } from './round'

export type SlipHouse = { box: Box; path: string; running: RunningBox; ask: Ask; post: Post }
type Ask = (path: string, options?: RequestInit) => Promise<Response>
type Post = (
  path: string,
  fields: Record<string, string>,
) => Promise<{ status: number; text: string; headers: Headers }>

const pages = {
  policy: "default-src 'none'",
  refusalPage: (code: string) => `<p>${code}`,
  answeringPage: () => '<p>',
  file: () => undefined,
  slips: makeSlipPages({ style: 'p{}', script: { slip: '1', kiosk: '2' } }),
}

/** Makes codes as a browser does. */
export const freshCodes = (count: number) => Array.from({ length: count }, () => slipCode(randomBytes(10)))

/** Tells the box of the slips of a unit, as the app does. */
export async function bringSlips(box: Box, round: string, unit: string, codes: readonly string[]) {
  return setSlips(box, round, unit, await Promise.all(codes.map(code => slipHash(round, code))))
}

/** Serves a box with a round in which `codes` are the slips of U1, open unless it is said otherwise. */
export async function openSlipHouse(round: Round, codes: readonly string[], state: 'issuing' | 'open' = 'open') {
  const path = join(freshFolder(), 'box.db')
  const running = await serveBox(path, 0, pages)
  const box = openBox(path)
  announceRound(box, round.bytes)
  await bringSlips(box, round.manifest.round, 'U1', codes)
  if (state === 'open') setRoundState(box, round.manifest.round, 'open')
  const ask: Ask = (at, options = {}) => fetch(`http://127.0.0.1:${running.port}${at}`, options)
  const post: Post = async (at, fields) => {
    const answer = await ask(at, { method: 'POST', body: new URLSearchParams(fields) })
    return { status: answer.status, text: await answer.text(), headers: answer.headers }
  }
  return { box, path, running, ask, post } satisfies SlipHouse
}
