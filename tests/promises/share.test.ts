import { describe, expect, test } from 'vitest'
import { keptShare } from '~/promises/share'
import { doubtsAbout } from '~/promises/vagueness'
import type { PromiseStatus } from '~/promises/words'

const today = '2026-07-01'
const all = (...statuses: PromiseStatus[]) =>
  statuses.map(status => ({ status, dueOn: '2026-06-30', withdrawalAgreed: false }))

describe('the kept share', () => {
  test('counts half for partly, and a withdrawal as not kept', () => {
    const share = keptShare(all('kept', 'kept', 'partly', 'broken', 'withdrawn'), today)
    expect(share).toMatchObject({
      kept: 2,
      partly: 1,
      broken: 1,
      withdrawn: 1,
      points: 2.5,
      ended: 5,
      sharePercent: 50,
    })
  })

  test('leaves out what was agreed, and what is only claimed', () => {
    const agreed = { status: 'withdrawn', dueOn: today, withdrawalAgreed: true } as const
    const share = keptShare([agreed, ...all('kept', 'claimedKept', 'superseded', 'disputed', 'made')], today)
    expect(share).toMatchObject({ ended: 1, sharePercent: 100, open: 3, overdue: 3 })
  })

  test('is not there as long as nothing has ended', () => {
    expect(keptShare(all('made', 'claimedKept'), today)).not.toHaveProperty('sharePercent')
    expect(keptShare([], today).ended).toBe(0)
  })
})

const kindsIn = (text: string, measure = '0 ontslagen', dueOn = '2026-06-30') =>
  doubtsAbout({ text, measure, dueOn }).map(doubt => ('word' in doubt ? doubt.word : doubt.kind))

describe('the questions back', () => {
  test.each([
    ['Wij streven naar minder werkdruk.', ['streven']],
    ['Iedereen krijgt zo snel mogelijk training.', ['zo snel mogelijk']],
    ['We will look into it, where possible.', ['where possible', 'look into']],
    ['Nous ferons de notre mieux, dès que possible.', ['dès que possible', 'de notre mieux']],
    ['Une formation appropriée pour tous.', ['appropriée']],
    ['Iedereen krijgt 8 uur training in werktijd.', []],
    ['Personne ne perd son emploi avant 2027.', []],
    ['Het verderop gelegen kantoor blijft open.', []],
  ])('%s', (text, found) => expect(kindsIn(text)).toEqual(found))

  test('ask for a day and for something to see', () => {
    expect(kindsIn('Iedereen krijgt training.', '', '')).toEqual(['noDate', 'noMeasure'])
    expect(kindsIn('Iedereen krijgt training.', 'Het gaat beter.')).toEqual(['nothingToCount'])
    expect(kindsIn('Iedereen krijgt training.', 'Alle teams staan op de lijst.')).toEqual([])
  })
})
