import type { Tried } from '~/ledger/attacks/rules'
import { type Attack, together } from './attack'
import { alwaysShow, attackOverTime, oneByOne, type Rule, type Story, sameUnitsOnly } from './attackers/over-time'
import { stories } from './stage/stories'

/** Lays the results of several rounds beside each other: is it certain what those who came or left answered? */
const attack = (told: readonly Story[], rule?: Rule): Tried =>
  together(
    told.map(story => {
      const { observations, leaks } = attackOverTime(story, rule)
      return { tried: observations, broken: leaks }
    }),
  )

const told = (names: readonly string[]) => names.flatMap(name => stories[name] ?? [])
const comingAndLeaving = ['a few come and leave', 'eight leave at once', 'somebody leaves and comes back']
const others = Object.keys(stories).filter(name => !comingAndLeaving.includes(name))

export const overTime: Attack = {
  id: 'overTime',
  run: () => attack(told(comingAndLeaving)),
  controls: { alwaysShow: () => attack(told(comingAndLeaving), alwaysShow) },
}

export const regrouping: Attack = {
  id: 'regrouping',
  run: () => attack(told(others)),
  controls: {
    alwaysShow: () => attack(told(others), alwaysShow),
    sameUnitsOnly: () => attack(told(['two cells become one', 'units are cut anew']), sameUnitsOnly),
    oneByOne: () => attack(told(['a cell falls apart']), oneByOne),
  },
}
