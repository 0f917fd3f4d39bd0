import type { Day } from '~/calendar'
import { allow, type Decision, refuse } from '~/decision'
import type { Translate } from '~/language'
import type { Judgement } from '~/workgroups/votes/rules'
import { type Criterion, findingOf, isGoodEnough, type Measurement } from '../criteria'

/** Characters in a note beside one criterion. @source our own choice: a few sentences */
export const longestNote = 300
/** Characters in what is said beside all criteria. @source our own choice: half a page */
export const longestWords = 1000

type Step = { frozenOn: Day | null; measuringFrom: Day | null }

/** Decides whether a step may be judged: by criteria that are fixed, once measuring has begun. */
export function judgeStep(
  { frozenOn, measuringFrom }: Step,
  today: Day,
): Decision<'may', 'notFrozen' | 'measuringNotBegun'> {
  if (frozenOn === null || measuringFrom === null) return refuse('notFrozen')
  return measuringFrom > today ? refuse('measuringNotBegun') : allow('may')
}

/** Returns what measurements suggest of a criterion: good, not good, or nothing while too little was measured. */
export function suggested(criterion: Criterion, measurements: readonly Measurement[]): boolean | undefined {
  const { says } = findingOf(criterion, measurements)
  return says === 'tooLittle' ? undefined : says === 'met'
}

/** Characters in the title of a proposal. @source our own choice: two lines on a phone, as in every other proposal */
const longestTitle = 120

/** Writes what a proposal with a verdict is called; a very long name of a gate is cut. */
export const titleOf = (gate: string, { version, targetPct }: { version: number; targetPct: number }, t: Translate) =>
  t('gates.verdict.proposalTitle', { version, pct: targetPct, gate }).slice(0, longestTitle)

type Named = { number: number; measure: string }

/** Writes a verdict as the text of a proposal, one criterion to a line: what the group votes on is what stands here. */
export function verdictInWords(
  criteria: readonly Named[],
  said: { judgements: readonly Judgement[]; words: string },
  t: Translate,
): string {
  const lines = said.judgements.map(({ criterion, isGood, note }) => {
    const measure = criteria.find(({ number }) => number === criterion)?.measure ?? ''
    const found = t(isGood ? 'gates.verdict.good' : 'gates.verdict.notGood')
    return t('gates.verdict.proposalLine', {
      number: criterion,
      measure,
      found,
      note: note.replace(/\s+/g, ' '),
    }).trim()
  })
  return [...lines, ...(said.words ? ['', said.words] : [])].join('\n')
}

type Voted = {
  id: string
  subject: string
  state: string
  about?: object
  detail: { judgements?: Judgement[] }
  closedOn: Day | null
  appliedOn: Day | null
}
/** A verdict of the group, or one that is still discussed or voted on. */
export type VerdictShown = {
  proposalId: string
  state: 'underWay' | 'adopted'
  closedOn: Day | null
  isDone: boolean
  isGood: boolean
  judgements: Judgement[]
}

/** Returns the verdicts on a step, the last first: those that are under way, and those the group adopted. */
export function verdictsOn(
  place: { gateId: string; version: number },
  criteria: readonly Named[],
  proposals: readonly Voted[],
): VerdictShown[] {
  const isOwn = (about: object | undefined) =>
    about !== undefined &&
    'gateId' in about &&
    'version' in about &&
    about.gateId === place.gateId &&
    about.version === place.version
  const states: Record<string, VerdictShown['state']> = {
    discussion: 'underWay',
    voting: 'underWay',
    adopted: 'adopted',
  }
  const own = proposals.filter(one => one.subject === 'verdict' && isOwn(one.about) && states[one.state])
  const shown = own.map(({ id, state, closedOn, appliedOn, detail: { judgements = [] } }) => ({
    ...{ proposalId: id, state: states[state]!, closedOn, isDone: appliedOn !== null },
    ...{ isGood: isGoodEnough(criteria, judgements), judgements },
  }))
  return shown.sort((one, other) => ((one.closedOn ?? '9') < (other.closedOn ?? '9') ? 1 : -1))
}
