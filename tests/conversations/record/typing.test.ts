import { describe, expect, test } from 'vitest'
import { followUp, shareUntil, usualShareEnd } from '~/conversations/record/days'
import { cleaned, cleanedLine } from '~/conversations/record/pasted'
import { softKinds } from '~/conversations/record/soft-word-lists'
import { softWordsIn } from '~/conversations/record/soft-words'
import { asShared, most, nothingWritten, problemsIn } from '~/conversations/record/words'

describe('what comes along when somebody pastes', () => {
  test.each([
    ['Word, spaties', 'Twee\u00a0woorden\u202fen\u2009meer', 'Twee woorden en meer'],
    ['regels van Windows en van Word', 'een\r\ntwee\rdrie\vvier\u2028vijf', 'een\ntwee\ndrie\nvier\nvijf'],
    ['zachte koppeltekens en onzichtbare tekens', 'ge\u00adsprek\u200b \ufeffhier\u200e', 'gesprek hier'],
    ['stuurtekens', 'a\u0000b\u0007c\u009fd', 'abcd'],
    ['een halve letter', 'a\ud83db', 'ab'],
    ['losse accenten', 'cafe\u0301', 'café'],
    ['kromme aanhalingstekens blijven', '‘ja’ – “nee” …', '‘ja’ – “nee” …'],
    ['een gezin blijft een gezin', '👩‍👩‍👧 en a\u200db', '👩‍👩‍👧 en ab'],
    ['een tab', 'a\tb', 'a b'],
  ])('%s', (_what, pasted, clean) => expect(cleaned(pasted)).toBe(clean))

  test('an agreement is one line', () => expect(cleanedLine('bel \r\n  HR\n')).toBe('bel HR '))
  test('control: what is clean stays as it is', () => {
    const text = 'Eén zin, met é en €.\nEn nog een: 🙂👍🏽'
    expect(cleaned(text)).toBe(text)
  })
})

describe('words that have no place in a record', () => {
  test.each([
    ['Ze is al weken ziek.', 'health', 'ziek'],
    ['Burn-out ligt op de loer', 'health', 'Burn out'],
    ['Vous êtes en arrêt maladie', 'sickLeave', 'arrêt maladie'],
    ['Hij heeft zich ziekgemeld', 'sickLeave', 'ziekgemeld'],
    ['Zij is ZWANGER', 'pregnancy', 'ZWANGER'],
    ['Elle est enceinte', 'pregnancy', 'enceinte'],
    ['slikt medicijnen', 'medication', 'medicijnen'],
    ['painkillers help', 'medication', 'painkillers'],
    ['lid van de vakbond', 'union', 'vakbond'],
    ['le délégué syndical', 'union', 'délégué'],
    ['bidt in de moskee', 'religion', 'moskee'],
    ['l’église du village', 'religion', 'église'],
    ['vanwege haar afkomst', 'origin', 'afkomst'],
    ['mijn man werkt ook', 'privateLife', 'mijn man'],
    ['my divorce', 'privateLife', 'divorce'],
    ['functioneert onvoldoende', 'rating', 'functioneert'],
    ['an appraisal is due', 'rating', 'appraisal'],
  ])('"%s" is seen as %s', (text, kind, word) => {
    const found = softWordsIn(text)
    expect(found.map(one => one.kind)).toContain(kind)
    expect(found.find(one => one.kind === kind)?.words).toContain(word)
  })

  test.each([
    'Ik geloof dat het werk me goed bevalt.',
    'I’ll call the customer, or HR will.',
    'Het gaat over de muziek in de wacht en over fabrieken.',
    'Un couple d’appels, sans pain ni race.',
    'Wij praten over werkdruk, opleiding en een andere rol.',
    'Training, workload and an idea for the chatbot.',
    'Formation, charge de travail et une idée.',
  ])('control: "%s" is let through', text => expect(softWordsIn(text)).toEqual([]))

  test('a word inside another word is not that word, and every kind is looked for', () => {
    expect(softWordsIn('muziek, unionisation')).toEqual([{ kind: 'union', words: ['unionisation'] }])
    expect(softKinds).toHaveLength(9)
  })
})

describe('what keeps a record from being saved', () => {
  const action = { owner: 'lead', text: 'Bel HR', dueOn: '', doneOn: '' } as const
  test('is said by field, with how much is too much', () => {
    const shared = { ...nothingWritten, text: 'x'.repeat(most.text + 3), actions: [{ ...action, text: ' ' }] }
    expect(problemsIn({ shared, followUpOn: '', own: 'x'.repeat(most.own + 1) })).toEqual({
      text: { because: 'tooLong', over: 3 },
      own: { because: 'tooLong', over: 1 },
      'actions.0.text': { because: 'required' },
    })
  })
  test('control: what just fits is saved', () => {
    const actions = Array.from({ length: most.actions }, () => ({ ...action, text: 'x'.repeat(most.action) }))
    expect(problemsIn({ shared: { ...nothingWritten, text: 'x'.repeat(most.text), actions }, followUpOn: '' })).toEqual(
      {},
    )
    const more = { ...nothingWritten, actions: [...actions, action] }
    expect(problemsIn({ shared: more, followUpOn: '' })).toEqual({ actions: { because: 'tooMany' } })
  })
})

test('what another program sealed is read as far as it fits', () => {
  expect(asShared('tekst')).toBeUndefined()
  expect(
    asShared({ topics: ['training', 'salary', 3], text: 7, actions: [null, { owner: 'x', dueOn: '2026-02-30' }] }),
  ).toEqual({
    topics: ['training'],
    text: '',
    actions: [{ owner: 'management', text: '', dueOn: '', doneOn: '' }],
  })
})

test('a day to come back to neither destroys a record by a slip of the pen nor keeps it too long', () => {
  for (const day of [null, '2026-03-02', '2027-03-02']) expect(followUp(day, '2026-03-02').ok).toBe(true)
  for (const day of ['2026-03-01', '2020-01-01', '2027-03-03']) expect(followUp(day, '2026-03-02').ok).toBe(false)
})

test('a share never outlives its record', () => {
  expect(shareUntil('2026-04-01', '2026-03-10', '2026-09-02').ok).toBe(true)
  for (const day of ['2026-03-09', '2026-09-03']) expect(shareUntil(day, '2026-03-10', '2026-09-02').ok).toBe(false)
  expect(usualShareEnd('2026-03-10', '2026-09-02')).toBe('2026-04-09')
  expect(usualShareEnd('2026-03-10', '2026-03-20')).toBe('2026-03-20')
})
