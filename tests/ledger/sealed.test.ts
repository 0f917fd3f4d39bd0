import { describe, expect, test } from 'vitest'
import { verify } from '../../app/ledger/verify.mjs'
import { hashOf, noon, PaperLog, signer } from './log-builder'

// What management says of itself stands in the ledger before staff answer, and is read with their result.

const unit = { id: 'U1', issue_key: hashOf('a'), roster: 14 }
const opened = { round: 'R1', rules: 'K7c2.v1', manifest: hashOf('b'), box_key: hashOf('c'), units: [unit] }
const published = { round: 'R1', results: hashOf('d'), receipts: hashOf('e'), totals: { roster: 14, rejected: 0 } }
const day = '2026-01-06'

type Step = 'opened' | 'handedIn' | 'closed' | 'published'

/** A ledger in which these things happened, in this order. */
function ledgerOf(...steps: Step[]) {
  const paper = new PaperLog(signer('inspraak.voorbeeld.nl/ledger'))
  paper.open('2026-01-05')
  const write: Record<Step, () => unknown> = {
    opened: () => paper.add(day, 'round.opened', opened),
    handedIn: () => paper.add(day, 'self_check.handed_in', { round: 'R1' }, { answers: '{"trust.1":4}' }),
    closed: () => paper.add(day, 'round.closed', { round: 'R1' }),
    published: () => paper.add(day, 'results.published', published),
  }
  for (const step of steps) write[step]()
  return paper
}

const codesOf = async (paper: PaperLog) =>
  (await verify(paper.files(), { now: noon(day).getTime() / 1000 })).problems.map(({ code }) => code)

const seal = (paper: PaperLog) => {
  paper.openings = {}
  return paper
}

describe('the answers of management', () => {
  test('may be handed in for a draft or while tokens are drawn, and stay sealed until the result', async () => {
    expect(await codesOf(seal(ledgerOf('handedIn')))).toEqual([])
    expect(await codesOf(seal(ledgerOf('handedIn', 'opened', 'closed')))).toEqual([])
    expect(await codesOf(ledgerOf('opened', 'handedIn', 'closed', 'published'))).toEqual([])
  })

  test('control: after the result they must be there, and be the same', async () => {
    const paper = ledgerOf('opened', 'handedIn', 'closed', 'published')
    paper.openings['2.answers']!.text = '{"trust.1":1}'
    expect(await codesOf(paper)).toEqual(['textChanged'])
    expect(await codesOf(seal(paper))).toEqual(['textGone'])
  })

  test('control: answers that come after the closing, or a second time, are found', async () => {
    expect(await codesOf(ledgerOf('opened', 'closed', 'handedIn', 'published'))).toEqual(['reference'])
    expect(await codesOf(ledgerOf('opened', 'handedIn', 'handedIn'))).toEqual(['reference'])
  })

  test('control: no other words may stay away', async () => {
    const paper = ledgerOf('opened')
    paper.add(day, 'response.published', { round: 'R1' }, { heard: 'a', will_do: 'b', will_not_do: 'c' })
    expect(await codesOf(seal(paper))).toEqual(['textGone', 'textGone', 'textGone'])
  })
})
