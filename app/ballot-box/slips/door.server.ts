import type { IncomingMessage } from 'node:http'
import type { Decision } from '~/decision'
import type { Language } from '~/people/rules'
import { type Answer, page } from '../answers.server'
import { readBody } from '../body.server'
import { type Manifest, readManifest } from '../manifest'
import type { BoxRound } from '../store.server'
import type { SlipDesk, SlipRefusal } from './casting.server'
import { answersOf, nothingTyped, problemsIn, readSlipForm, type SlipProblem, type SlipTyped } from './form.server'
import type { SlipManner } from './page.server'
import type { SlipPages } from './pages.server'

export type SlipHouse = { desk: SlipDesk; pages: SlipPages }
export type SlipVisit = { manner: SlipManner; language: Language; round: BoxRound }
type Stand = SlipHouse & SlipVisit & { manifest: Manifest }

const problemOf: Record<Exclude<SlipRefusal, 'not_open'>, SlipProblem> = {
  malformed: 'codeMistyped',
  slip_refused: 'codeUnknown',
  already_cast: 'codeUsed',
  unavailable: 'unavailable',
}

const statusOf: Partial<Record<SlipProblem, number>> = { codeUnknown: 403, codeUsed: 409, unavailable: 503 }

/** Shows the page of a slip, or the first page of a shared tablet. */
export function showSlipPage(house: SlipHouse, visit: SlipVisit): Answer {
  const stand = standOf(house, visit)
  if (visit.round.state !== 'open') return closed(stand, 200)
  return visit.manner === 'kiosk' ? start(stand, nothingTyped, []) : form(stand, nothingTyped, [])
}

/**
 * Takes a filled-in page. A shared tablet asks for the code first: then no refusal ever has to show the answers again,
 * which the next person could call back with the browser's own button.
 *
 * @returns nothing when the form is too large to be one of ours
 */
export async function takeSlip(
  house: SlipHouse,
  visit: SlipVisit,
  request: IncomingMessage,
): Promise<Answer | undefined> {
  const body = await readBody(request)
  if (!body) return undefined
  const stand = standOf(house, visit)
  if (visit.round.state !== 'open') return closed(stand, 410)
  const typed = readSlipForm(body, stand.manifest.questions)
  const isFirstStep = visit.manner === 'kiosk' && !typed.isSent
  return isFirstStep ? begin(stand, typed) : cast(stand, typed)
}

async function begin(stand: Stand, typed: SlipTyped): Promise<Answer> {
  if (typed.code.trim() === '') return start(stand, typed, ['codeMissing'])
  const looked = await stand.desk.look(stand.round.round, typed.code)
  if (looked.ok) return form(stand, { ...nothingTyped, code: looked.value }, [])
  return refused(stand, typed, looked.because)
}

/**
 * Casts, and clears a device that others use. Somebody's own phone keeps what it has of this site: the token of another
 * round, receipts, and what it remembers of the ledger. The page of a slip leaves nothing there.
 */
async function cast(stand: Stand, typed: SlipTyped): Promise<Answer> {
  const problems = problemsIn(typed, stand.manifest.questions)
  if (problems.length > 0) return form(stand, typed, problems)
  const done: Decision<string, SlipRefusal> = await stand.desk.cast(stand.round.round, typed.code, answersOf(typed))
  if (!done.ok) return refused(stand, typed, done.because)
  const forgets = stand.manner === 'kiosk' || typed.isShared
  return { ...answered(stand, 201, stand.pages.sent(stand, { receipt: done.value, forgets })), forgets }
}

/** Keeps what was typed beside the problem; on a shared tablet only the code. */
function refused(stand: Stand, typed: SlipTyped, because: SlipRefusal): Answer {
  if (because === 'not_open') return closed(stand, 410)
  const problem = problemOf[because]
  const mayComeBack = stand.manner === 'slip' || because === 'unavailable'
  return typed.isSent && mayComeBack
    ? form(stand, typed, [problem])
    : start(stand, { ...nothingTyped, code: typed.code }, [problem])
}

const form = (stand: Stand, typed: SlipTyped, problems: SlipProblem[]) =>
  answered(stand, statusFor(problems), stand.pages.form(stand, { typed, problems }))

const start = (stand: Stand, typed: SlipTyped, problems: SlipProblem[]) =>
  answered(stand, statusFor(problems), stand.pages.start(stand, { typed, problems }))

const closed = (stand: Stand, status: number) => answered(stand, status, stand.pages.closed(stand, stand.round.state))

const answered = ({ pages, manner }: Stand, status: number, text: string) => page(status, text, pages.policy[manner])

function statusFor([first]: SlipProblem[]): number {
  return first === undefined ? 200 : (statusOf[first] ?? 400)
}

/** The manifests of rounds by their hash: what is behind a hash never changes, and reading one takes a while. */
const manifests = new Map<string, Manifest>()

function standOf(house: SlipHouse, visit: SlipVisit): Stand {
  const { manifest, manifestSha256 } = visit.round
  const known = manifests.get(manifestSha256) ?? readManifest(manifest)
  manifests.set(manifestSha256, known)
  return { ...house, ...visit, manifest: known }
}
