import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bodyOf, signedNote } from '~/ledger/note'
import { report, say, verify } from '../../app/ledger/verify.mjs'
import { council, hashOf, honestLog, type PaperLog, seconds, signer } from './log-builder'

const now = seconds('2026-03-15')
type Files = ReturnType<PaperLog['files']>
type Memory = ReturnType<PaperLog['remembered']>
const codesOf = async (files: Files, known: { remembered?: Memory; now?: number } = {}) => [
  ...new Set((await verify(files, { now, ...known })).problems.map((said: { code: string }) => said.code)),
]

const resign = (paper: PaperLog, key = paper.log) => {
  paper.checkpoints = paper.checkpoints.map(note => signedNote(bodyOf(note), key))
}
const withNote = (paper: PaperLog, at: number, change: (note: string) => string) => {
  paper.checkpoints[at] = change(paper.checkpoints[at]!)
  return paper.files()
}

test('an honest log is sound, also for whoever remembers any part of it', async () => {
  const paper = honestLog()
  expect(await codesOf(paper.files())).toEqual([])
  for (let size = 0; size <= paper.lines.length; size++)
    expect(await codesOf(paper.files(), { remembered: paper.remembered(size) })).toEqual([])
})

describe('the eleven attacks are caught', () => {
  test('1. a due date edited in place', async () => {
    const files = honestLog().files()
    expect(await codesOf({ ...files, log: files.log.replace('2026-06-30', '2026-12-31') })).toContain('root')
  })

  test('2. the words of a promise softened', async () => {
    const files = honestLog().files()
    const openings = files.openings.replace('twee extra mensen', 'misschien iemand')
    expect(await codesOf({ ...files, openings })).toEqual(['textChanged'])
  })

  test('3. an entry deleted', async () => {
    const files = honestLog().files()
    const log = files.log
      .split('\n')
      .filter((_, at) => at !== 5)
      .join('\n')
    expect(await codesOf({ ...files, log })).toEqual(expect.arrayContaining(['place', 'root']))
  })

  test('4. the newest entries cut off together with their checkpoints, for whoever remembers', async () => {
    const paper = honestLog()
    const remembered = paper.remembered()
    paper.lines.pop()
    paper.checkpoints.pop()
    delete paper.openings['7.note']
    expect(await codesOf(paper.files())).toEqual([])
    expect(await codesOf(paper.files(), { remembered })).toEqual(['fewer'])
  })

  test('5. everything rewritten and signed again with the key of the log, for whoever remembers', async () => {
    const paper = honestLog()
    const rewritten = honestLog(paper.log, { due: '2026-12-31' })
    resign(rewritten)
    expect(await codesOf(rewritten.files(), { remembered: paper.remembered(5) })).toContain('rewritten')
  })

  test('6. the same for whoever remembers nothing: no witness signs it', async () => {
    const rewritten = honestLog(undefined, { due: '2026-12-31' })
    resign(rewritten)
    expect(await codesOf(rewritten.files())).toEqual(['unwitnessed'])
  })

  test('7. an entry with a day long before anyone saw it', async () => {
    const paper = honestLog()
    paper.add('2026-03-10', 'promise.status', { id: 'P-1', status: 'claimedKept' })
    paper.cosign('2026-04-20', council)
    expect(await codesOf(paper.files(), { now: seconds('2026-04-21') })).toEqual(['backdated'])
  })

  test('8. an entry with a day before a checkpoint that does not hold it', async () => {
    const paper = honestLog()
    paper.add('2026-03-10', 'promise.status', { id: 'P-1', status: 'claimedKept' })
    paper.cosign('2026-03-13', council)
    expect(await codesOf(paper.files())).toEqual([])
    paper.add('2026-02-01', 'promise.status', { id: 'P-1', status: 'disputed' })
    paper.cosign('2026-03-14', council)
    expect(await codesOf(paper.files())).toEqual(['dayBack', 'backdated'])
  })

  test('9. the words of a promise dropped in silence', async () => {
    const paper = honestLog()
    delete paper.openings['4.text']
    expect(await codesOf(paper.files())).toEqual(['textGone'])
  })

  test('10. a checkpoint signed with another key', async () => {
    const paper = honestLog()
    const other = signer(paper.log.name)
    expect(await codesOf(withNote(paper, 3, note => signedNote(bodyOf(note), other)))).toContain('signature')
    expect(await codesOf(paper.files(signedNote(paper.body(), other)))).toContain('signature')
  })

  test('11. the line of a witness broken', async () => {
    const paper = honestLog()
    const broken = withNote(paper, 3, note =>
      note.replace(/(anna )(.)/, (_, name, one) => name + (one === 'A' ? 'B' : 'A')),
    )
    expect(await codesOf(broken)).toContain('signature')
  })
})

describe('also caught', () => {
  test('a kind of entry that does not exist, and a field too many', async () => {
    const paper = honestLog()
    paper.add('2026-03-12', 'promise.polished', { id: 'P-1' })
    paper.add('2026-03-12', 'promise.status', { id: 'P-1', status: 'underWay', person: 'J. Jansen' })
    expect(await codesOf(paper.files())).toEqual(['type'])
  })

  test('an entry about nothing, a round opened twice, words erased twice', async () => {
    const paper = honestLog()
    paper.add('2026-03-12', 'promise.status', { id: 'P-9', status: 'underWay' })
    paper.add('2026-03-12', 'results.published', {
      round: 'R9',
      results: hashOf('a'),
      receipts: hashOf('b'),
      totals: { roster: 8, rejected: 0 },
    })
    paper.redact('2026-03-12', 7, 'note')
    paper.redact('2026-03-12', 7, 'note')
    const { problems } = await verify(paper.files(), { now })
    expect(problems.map((said: { seq: number }) => said.seq)).toEqual([8, 9, 11])
  })

  test('words that were to be erased and are still served', async () => {
    const paper = honestLog()
    const left = paper.openings['7.note']!
    paper.redact('2026-03-12', 7, 'note')
    paper.openings['7.note'] = left
    expect(await codesOf(paper.files())).toEqual(['textStray'])
  })

  test('a new key that the old one did not hand over to', async () => {
    const paper = honestLog()
    const [next, thief] = [signer(paper.log.name), signer(paper.log.name)]
    paper.rotate('2026-03-12', next)
    expect(await codesOf(paper.files())).toEqual([])
    paper.rotate('2026-03-13', thief, thief)
    expect(await codesOf(paper.files())).toEqual(['reference'])
  })

  test('any single byte of the log, the checkpoint, the openings or the witnesses', async () => {
    const files = honestLog().files()
    const edit = fc.record({
      part: fc.constantFrom(...(Object.keys(files) as (keyof Files)[])),
      at: fc.nat(),
      to: fc.integer({ min: 9, max: 126 }),
    })
    await fc.assert(
      fc.asyncProperty(edit, async ({ part, at, to }) => {
        const bytes = Buffer.from(files[part])
        const place = at % bytes.length
        fc.pre(bytes[place] !== to && bytes[place]! < 128)
        bytes[place] = to
        expect(await codesOf({ ...files, [part]: bytes.toString() })).not.toEqual([])
      }),
      { numRuns: 400 },
    )
  })
})

test('a legal erasure passes, and the name is gone from everything that is served', async () => {
  const paper = honestLog()
  paper.redact('2026-03-12', 7, 'note')
  paper.cosign('2026-03-12', council)
  expect(await codesOf(paper.files())).toEqual([])
  expect(JSON.stringify(paper.files())).not.toContain('Jansen')
})

test('a verdict claims no more than was checked', async () => {
  const paper = honestLog()
  const told = report('en', await verify(paper.files(), { now })).join(' ')
  expect(told).toContain('signed up to and including entry 7')
  paper.checkpoints = []
  expect(report('en', await verify(paper.files())).join(' ')).toMatch(/no witness has signed yet/)
})

test('every verdict has words in every language', async () => {
  for (const language of ['nl', 'en', 'fr']) expect(say(language, { code: 'root', size: 5 })).toMatch(/5/)
})

test('twenty thousand entries are verified in seconds, not minutes', async () => {
  const paper = honestLog()
  for (let n = 0; n < 20_000; n++) paper.add('2026-03-12', 'promise.evidence', { id: 'P-1', bytes: n })
  expect((await verify(paper.files(), { now })).size).toBe(20_008)
})
