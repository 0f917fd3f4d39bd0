import type { Direction } from '../criteria'

/** A criterion as the group writes it. */
export type CriterionSaid = {
  measure: string
  unit: string
  direction: Direction
  /** In thousandths of the unit. */
  thresholdMilli: number
  source: string
  minimumVolume: number
}
/** A criterion with its number in its step. */
export type CriterionWords = CriterionSaid & { number: number }

/** Criteria of one step. @source our own choice: a group still discusses each of them */
export const mostCriteria = 15

/** Returns how a criterion reads, so that whoever changes it can say which words they saw. */
export const readingOf = ({ measure, unit, direction, thresholdMilli, source, minimumVolume }: CriterionSaid): string =>
  JSON.stringify([measure, unit, direction, thresholdMilli, source, minimumVolume])

/** Why criteria are not written, taken away or put to the vote. */
export type CriteriaRefusal =
  | 'notAMember'
  | 'noSuchStep'
  | 'noSuchGroup'
  | 'alreadyFrozen'
  | 'votePending'
  | 'changedMeanwhile'
  | 'tooManyCriteria'
  | 'noCriteria'
  | 'lastCriterion'
  | 'measuringStarted'
