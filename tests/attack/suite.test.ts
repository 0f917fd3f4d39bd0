import { afterAll, describe, expect, test } from 'vitest'
import { catalogues } from '~/language/catalogues.server'
import { attackReport } from '~/ledger/attacks/report.server'
import { type AttackResult, allWithstood, attackIds, endingOf } from '~/ledger/attacks/rules'
import { languages } from '~/people/rules'
import { type Attack, carryOut } from '../../scripts/attack/attack'
import { stopEngines } from '../../scripts/attack/stage/engines'
import { suite } from '../../scripts/attack/suite'

/** Those that take seconds; `npm run attack` carries out all of them, on real databases too. */
const quick = ['insiders', 'subtraction', 'timing', 'rewrittenLedger', 'doubleVote']

/** Those that need what the house stores. */
const touchStored = ['stolenFiles', 'stolenBackups', 'curiousAdministrator', 'doubleVote', 'councilKey']

/** Milliseconds. Some start real processes, twice. */
const patience = 120_000

describe('the public attack suite', () => {
  afterAll(stopEngines)

  test.each(suite.filter(({ id }) => quick.includes(id)))(
    '$id fails, and its controls succeed',
    async attack => {
      expect(endingOf(await carryOut(attack))).toBe('withstood')
    },
    patience,
  )

  test('holds every attack once, in the order of the report', () => {
    expect(suite.map(({ id }) => id)).toEqual([...attackIds])
  })
})

describe('the report of this release', () => {
  test('is of the very attacks and controls of the suite: publish it again when this fails', () => {
    const named = (attacks: readonly Pick<Attack | AttackResult, 'id' | 'controls'>[]) =>
      attacks.map(({ id, controls }) => [id, Object.keys(controls)])
    expect(named(attackReport.attacks)).toEqual(named(suite))
  })

  test('says that every attack failed and every control succeeded', () => {
    expect(allWithstood(attackReport.attacks)).toBe(true)
  })

  test('was made on both databases, for every attack on stored data', () => {
    const onStored = attackReport.attacks.filter(({ engines }) => engines.length > 0)
    expect(onStored.map(({ id }) => id)).toEqual(touchStored)
    for (const { engines } of onStored) expect(engines).toEqual(['sqlite', 'postgres'])
  })

  test.each(languages)('has words for every attack and every control in %s', language => {
    const { attack, control } = catalogues[language].attacks
    expect(Object.keys(attack).sort()).toEqual([...attackIds].sort())
    for (const { id, controls } of suite) {
      expect(Object.keys(control[id]).length, id).toBeGreaterThan(0)
      expect(Object.keys(control[id])).toEqual(Object.keys(controls))
    }
    for (const id of attackIds) expect(Object.values(attack[id]).every(Boolean), id).toBe(true)
  })
})

describe('how an attack ended', () => {
  const sound: Attack = {
    id: 'insiders',
    run: () => ({ tried: 100, broken: 0 }),
    controls: { naive: () => ({ tried: 100, broken: 5 }) },
  }
  const endingWith = async (change: Partial<Attack>) => endingOf(await carryOut({ ...sound, ...change }))

  test('is withstood when it failed and each control succeeded', async () => {
    expect(await endingWith({})).toBe('withstood')
    expect(await endingWith({ tolerated: 0.02, run: () => ({ tried: 100, broken: 2 }) })).toBe('withstood')
  })

  test('is broken when it succeeded once, or more often than guessing may', async () => {
    expect(await endingWith({ run: () => ({ tried: 100, broken: 1 }) })).toBe('broken')
    expect(await endingWith({ tolerated: 0.02, run: () => ({ tried: 100, broken: 3 }) })).toBe('broken')
  })

  test('cannot be told when a control fails, when there is none, or when nothing was tried', async () => {
    const asleep = () => ({ tried: 100, broken: 0 })
    expect(await endingWith({ controls: { ...sound.controls, asleep } })).toBe('cannotTell')
    expect(await endingWith({ controls: {} })).toBe('cannotTell')
    expect(await endingWith({ run: () => ({ tried: 0, broken: 0 }) })).toBe('cannotTell')
    expect(await endingWith({ tolerated: 0.05, controls: sound.controls })).toBe('cannotTell')
  })

  test('decides for the whole suite', async () => {
    const [good, bad] = [await carryOut(sound), await carryOut({ ...sound, controls: {} })]
    expect([allWithstood([good]), allWithstood([good, bad]), allWithstood([])]).toEqual([true, false, false])
  })
})
