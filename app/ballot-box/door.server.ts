import type { IncomingMessage, RequestListener } from 'node:http'
import { chooseLanguage } from '~/language/choice'
import type { Language } from '~/people/rules'
import { type Answer, type ErrorCode, json, page, problem, send } from './answers.server'
import { readBody } from './body.server'
import type { Intake } from './intake.server'
import { type SlipHouse, showSlipPage, takeSlip } from './slips/door.server'
import type { SlipManner } from './slips/page.server'
import { type Box, type BoxRound, roundOf, stateOf } from './store.server'

/** A page of a round with a script of its own, and what that page may load and run. */
export type RoundPages = { policy: string; page(round: BoxRound, language: Language): string }

/** What the box shows to people; made elsewhere, so that the door knows nothing of how it looks. */
export type Pages = {
  /** What the pages may load and run (Content-Security-Policy). */
  policy: string
  /** Returns an error as HTML, for someone who followed a link. */
  refusalPage(code: ErrorCode, language: Language): string
  /** Returns the answering page of a round as HTML. */
  answeringPage(round: BoxRound, language: Language): string
  /** Where a token goes to another device; and a round that is over. Missing only where a box is tried out. */
  moving?: RoundPages
  after?: RoundPages
  /** Returns a file that the page needs, by its whole path under `/ballot/`. */
  file(path: string): { type: string; body: string | Buffer } | undefined
}

/** `slips` is missing only where a box is tried out without its pages for slips. */
export type House = { box: Box; intake: Intake; pages: Pages; slips?: SlipHouse }
type Visit = { path: string; method: string; language: Language; wantsPage: boolean; takesGzip: boolean }

const roundAddress = /^\/ballot\/([A-Za-z0-9_-]{1,64})(?:\/(manifest\.json|ballot|receipts\.txt|slip|kiosk|move))?$/

/** Makes the door of the ballot box. It reads no address and no name of a browser, and turns away whoever shows a cookie. */
export function openDoor(house: House): RequestListener {
  return async (request, response) => {
    const visit = visitOf(request)
    try {
      send(response, await answer(house, visit, request), visit.takesGzip)
    } catch {
      if (!response.headersSent) send(response, { ...refuse(house, visit, 500, 'fault'), close: true })
    }
  }
}

async function answer(house: House, visit: Visit, request: IncomingMessage): Promise<Answer> {
  if (visit.path === '/healthz') return health(house.box)
  if (showsIdentity(request)) return { ...refuse(house, visit, 400, 'cookie_refused'), close: true }
  const [, round, part] = roundAddress.exec(visit.path) ?? []
  if (part === 'ballot')
    return visit.method === 'POST' ? cast(house, visit, request, round!) : wrongMethod(house, visit)
  if (house.slips && (part === 'slip' || part === 'kiosk')) return slip(house, visit, request, { round: round!, part })
  if (visit.method !== 'GET' && visit.method !== 'HEAD') return wrongMethod(house, visit)
  const file = house.pages.file(visit.path)
  if (file) return { status: 200, ...file }
  const known = round === undefined ? undefined : roundOf(house.box, round)
  return (known && show(house, visit, known, part)) ?? refuse(house, visit, 404, 'not_found')
}

function show({ pages }: House, { language }: Visit, round: BoxRound, part: string | undefined): Answer | undefined {
  if (part === 'manifest.json') return { status: 200, type: 'application/json', body: round.manifest }
  if (part === 'receipts.txt') return receipts(round)
  if (part === 'move') return pages.moving && page(200, pages.moving.page(round, language), pages.moving.policy)
  if (pages.after && isOver(round)) return page(200, pages.after.page(round, language), pages.after.policy)
  return page(200, pages.answeringPage(round, language), pages.policy)
}

const isOver = ({ state }: BoxRound) => state === 'closed' || state === 'void'

function receipts({ receipts }: BoxRound): Answer | undefined {
  return receipts === null ? undefined : { status: 200, type: 'text/plain; charset=utf-8', body: receipts }
}

async function cast(house: House, visit: Visit, request: IncomingMessage, round: string): Promise<Answer> {
  const body = await readBody(request)
  if (!body) return { ...refuse(house, visit, 413, 'too_large'), close: true }
  const answer = await house.intake.cast(round, body)
  return 'receipt' in answer
    ? json(answer.status, { receipt: answer.receipt })
    : problem(answer.status, answer.code, visit.language)
}

type SlipAddress = { round: string; part: SlipManner }

async function slip(house: House, visit: Visit, request: IncomingMessage, at: SlipAddress): Promise<Answer> {
  const round = roundOf(house.box, at.round)
  if (!round) return refuse(house, { ...visit, wantsPage: true }, 404, 'not_found')
  const asked = { manner: at.part, language: visit.language, round }
  if (visit.method === 'GET' || visit.method === 'HEAD') return showSlipPage(house.slips!, asked)
  if (visit.method !== 'POST') return wrongMethod(house, visit)
  const answer = await takeSlip(house.slips!, asked, request)
  return answer ?? { ...refuse(house, { ...visit, wantsPage: true }, 413, 'too_large'), close: true }
}

function health(box: Box): Answer {
  stateOf(box, '')
  return json(200, { status: 'ok' })
}

function showsIdentity({ headers }: IncomingMessage): boolean {
  return headers.cookie !== undefined || headers.authorization !== undefined
}

const wrongMethod = (house: House, visit: Visit): Answer => ({
  ...refuse(house, visit, 405, 'method_not_allowed'),
  close: true,
})

function refuse({ pages }: House, { wantsPage, language }: Visit, status: number, code: ErrorCode): Answer {
  if (!wantsPage) return problem(status, code, language)
  return page(status, pages.refusalPage(code, language), pages.policy)
}

function visitOf({ url = '/', method = 'GET', headers }: IncomingMessage): Visit {
  const [path = '/', query = ''] = url.split('?')
  const asked = /(?:^|&)lang=([a-z]{2})(?:&|$)/.exec(query)?.[1] ?? null
  const language = chooseLanguage(asked, null, headers['accept-language'] ?? null)
  const wantsPage = method === 'GET' && (headers.accept ?? '').includes('text/html')
  return { path, method, language, wantsPage, takesGzip: /\bgzip\b/.test(String(headers['accept-encoding'])) }
}
