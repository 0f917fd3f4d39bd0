import { type BarrierClass, barrierClassOf } from 'surveys/barrier-scoring'
import type { ItemKey } from 'surveys/instrument'
import { type AnswerClass, answerClass, type ItemKind, isAnswer } from 'surveys/scoring'
import type { Manifest } from '~/ballot-box/manifest'

/** A question as a count sees it. Those of one barrier are counted together; `key` says which way agreeing points. */
export interface Question {
  id: string
  kind: ItemKind
  barrier?: string
  key?: ItemKey
}

/** What a figure is about: the answers to one question, or how high one barrier is for each person. */
export type FigureKind = ItemKind | 'barrier'

/** One figure of a round, and the questions whose answers go into it: each question into exactly one figure. */
export interface Figure {
  id: string
  kind: FigureKind
  questions: readonly Question[]
}

/**
 * Returns what a round counts, in the order in which it is first asked: each question by itself, and each barrier as one,
 * so that no answer to a question of the check is ever counted separately.
 * @source instruments.md, section 3a: only the classes of a barrier are counted and published
 */
export function figuresOf(questions: readonly Question[]): Figure[] {
  const barriers = new Map<string, Figure & { questions: Question[] }>()
  return questions.flatMap((question): Figure[] => {
    const { id, kind, barrier } = question
    if (barrier === undefined) return [{ id, kind, questions: [question] }]
    const known = barriers.get(barrier)
    known?.questions.push(question)
    if (known) return []
    const figure = { id: barrier, kind: 'barrier' as const, questions: [question] }
    barriers.set(barrier, figure)
    return [figure]
  })
}

/** Returns the questions of a manifest as a count sees them. */
export const questionsIn = ({ questions }: Pick<Manifest, 'questions'>): Question[] =>
  questions.map(({ id, kind, barrier, key }) => ({
    id,
    kind: kind as ItemKind,
    ...(barrier === undefined ? {} : { barrier, key }),
  }))

/** A low barrier is the better outcome, so it stands where a favourable answer stands. */
const asAnswer: Record<BarrierClass, AnswerClass> = { low: 'favourable', noticeable: 'middle', high: 'unfavourable' }

/**
 * Returns the class in which a person's answers count in this figure; nothing when too little was answered.
 * @param answers may hold anything a hostile client can make up; what is no step of a scale is as good as left out
 */
export function classIn(
  { kind, questions }: Figure,
  answers: Readonly<Record<string, unknown>>,
): AnswerClass | undefined {
  if (kind === 'barrier') {
    const found = barrierClassOf(questions, answers)
    return found && asAnswer[found]
  }
  const { id } = questions[0]!
  const value = Object.hasOwn(answers, id) ? answers[id] : undefined
  return isAnswer(kind, value) ? answerClass(kind, value) : undefined
}
