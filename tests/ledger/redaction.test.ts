import { questionAbout } from 'surveys/verdict/v1'
import { expect, test } from 'vitest'
import { erasedIn, mayStandInRound, placeOf, wordsParts } from '~/ledger/erasures/place'
import { askErasure, decideErasure, type ErasureAsked } from '~/ledger/erasures/redaction'
import { type Role, roles } from '~/people/rules'

const by = (role: Role, id: string = role) => ({ id, roles: [role] })
const asked: ErasureAsked = { words: 'Jan Jansen regelt het', isAskedAlready: false, reason: 'AVG artikel 17' }
const open = { state: 'requested', requestedBy: 'hr', isThere: true } as const

test('HR and the keeper of the platform ask, only the works council decides', () => {
  const may = (deed: (role: Role) => { ok: boolean }) => roles.filter(role => deed(role).ok)
  expect(may(role => askErasure(asked, by(role)))).toEqual(['hr', 'platformAdmin'])
  expect(may(role => decideErasure(open, 'granted', by(role, 'somebody')))).toEqual(['worksCouncil'])
  expect(may(role => decideErasure(open, 'refused', by(role, 'somebody')))).toEqual(['worksCouncil'])
})

const everybody = roles.flatMap(one => roles.map(other => ({ id: 'same', roles: [one, other] as Role[] })))
type Rules = { ask: typeof askErasure; decide: typeof decideErasure }
/** Lets everybody with any two roles ask and decide alone. @returns how many could. */
const aloneBy = ({ ask, decide }: Rules) =>
  everybody.filter(one => ask(asked, one).ok && decide({ ...open, requestedBy: one.id }, 'granted', one).ok).length

test('nobody can ask and decide alone, whatever two roles they have', () => {
  expect(aloneBy({ ask: askErasure, decide: decideErasure })).toBe(0)
})

test('control: a rule that looks at roles only lets one person do both', () => {
  const naive: Rules['decide'] = (request, verdict, one) =>
    decideErasure({ ...request, requestedBy: 'somebody else' }, verdict, one)
  expect(aloneBy({ ask: askErasure, decide: naive })).toBe(4)
})

test('a request is decided once, and words that are gone are not erased again', () => {
  const council = by('worksCouncil')
  for (const state of ['granted', 'refused'] as const)
    expect(decideErasure({ ...open, state }, 'granted', council)).toMatchObject({ because: 'alreadyDecided' })
  expect(decideErasure({ ...open, isThere: false }, 'granted', council)).toMatchObject({ because: 'alreadyGone' })
  expect(decideErasure({ ...open, isThere: false }, 'refused', council).ok).toBe(true)
  expect(askErasure({ ...asked, words: undefined }, by('hr'))).toMatchObject({ because: 'alreadyGone' })
  expect(askErasure({ ...asked, isAskedAlready: true }, by('hr'))).toMatchObject({ because: 'alreadyAsked' })
})

test.each([
  ['  ', 'reasonMissing'],
  ['x'.repeat(501), 'reasonTooLong'],
  ['Er stond: jan JANSEN, regelt het!', 'reasonRepeats'],
])('the reason stays for ever: %#', (reason, because) => {
  expect(askErasure({ ...asked, reason }, by('hr'))).toEqual({ ok: false, because })
})

test('a reason may be up to 500 characters, and share a word with what is erased', () => {
  expect(askErasure({ ...asked, reason: 'x'.repeat(500) }, by('hr')).ok).toBe(true)
  expect(askErasure({ ...asked, reason: ' Het is een naam. ' }, by('hr'))).toEqual({
    ok: true,
    value: 'Het is een naam.',
  })
})

test('the words of an entry stand in the promise, in its n-th event, or in a response', () => {
  const line = [{ seq: 3 }, { seq: 7 }, { seq: 9 }]
  const entry = (seq: number, type: string) => ({ seq, type, data: { id: 'P-1' } })
  const promise = { of: 'promise', id: 'P-1' }
  expect(placeOf(entry(3, 'promise.made'), 'owner', line)).toEqual({ ...promise, version: 1, part: 'ownerName' })
  expect(placeOf(entry(7, 'promise.amended'), 'reason', line)).toEqual({ ...promise, version: 2, part: 'note' })
  expect(placeOf(entry(9, 'promise.amended'), 'scope', line)).toEqual({ ...promise, version: 3, part: 'scope' })
  const response = { seq: 8, type: 'response.published', data: { round: 'R1' } }
  expect(placeOf(response, 'will_not_do', [])).toEqual({ of: 'response', id: 'R1', version: 1, part: 'willNotDo' })
  const others: [type: string, key: string][] = [
    ['round.closed', 'text'],
    ['self_check.handed_in', 'answers'],
    ['exam.answered', 'answers'],
  ]
  for (const [type, key] of others) expect(placeOf({ seq: 1, type, data: { round: 'R1' } }, key, [])).toBeUndefined()
})

test('of what was erased the latest counts, unless a version is named', () => {
  const one = { of: 'promise', id: 'P-1', part: 'text', erasedOn: '2026-01-01' } as const
  const erased = [
    { ...one, version: 4, reason: 'later' },
    { ...one, version: 1, reason: 'first' },
  ]
  expect([erasedIn(erased, 'text')?.reason, erasedIn(erased, 'text', 1)?.reason]).toEqual(['later', 'first'])
  expect([erasedIn(erased, 'why'), erasedIn(undefined, 'text')]).toEqual([undefined, undefined])
})

const places = (['promise', 'response'] as const).flatMap(of =>
  wordsParts.map(part => ({ of, id: 'P-1', version: 2, part })),
)
/** Returns the parts of a promise whose words a question to staff repeats. */
const repeated = () => {
  const words = Object.fromEntries(wordsParts.map(part => [part, `merkteken-${part}`])) as Record<string, string>
  const question = questionAbout({ id: 'P-1', words: words.text! }).nl
  return wordsParts.filter(part => question.includes(words[part]!))
}
type Warns = (place: (typeof places)[number]) => boolean
const warnedFor = (warns: Warns) => places.filter(warns).map(({ of, part }) => `${of} ${part}`)

test('that words stay in the questions of a round is said of what a promise says, in each version, and of nothing else', () => {
  expect(warnedFor(mayStandInRound)).toEqual(repeated().map(part => `promise ${part}`))
  expect([1, 2, 7].every(version => mayStandInRound({ of: 'promise', id: 'P-1', version, part: 'text' }))).toBe(true)
})

test('control: said of every part, or of none, it would be found', () => {
  for (const wrong of [() => true, () => false]) expect(warnedFor(wrong)).not.toEqual(warnedFor(mayStandInRound))
})
