import type { OpenQuestion } from 'surveys/open-questions'
import { type ExamRole, examQuestions, examRoles, examTopics } from 'surveys/self-exam/v1'
import { allow, type Decision, refuse } from '~/decision'
import { hasRole, type Person, type Role } from '~/people/rules'

/** The fifteen questions that management answers together, and the three of each role. */
export const examParts = ['together', ...examRoles] as const
export type ExamPart = (typeof examParts)[number]

/** Characters in an answer. @source our own choice: two minutes of reading aloud, as for a published response */
export const longestAnswer = 2000

const writers: Record<ExamRole, Role> = {
  executive: 'executive',
  hr: 'hr',
  team_lead: 'teamLead',
  project_lead: 'projectLead',
  works_council: 'worksCouncil',
}

/** Who writes an answer: everybody with that role, one answer together. */
export const examWriters: readonly Role[] = Object.values(writers)

type By = Pick<Person, 'roles'>

/** Returns whose it is to answer the questions of a part. */
export function writerOf(part: ExamPart): Role {
  return part === 'together' ? writers.executive : writers[part]
}

/** Decides whether somebody belongs to the side that answers a part: only they see what is not published yet. */
export function writesFor(part: ExamPart, by: By): boolean {
  return hasRole(by, [writerOf(part)])
}

/** Returns the questions of a part, in the order in which they are asked. */
export function questionsOf(part: ExamPart): OpenQuestion[] {
  if (part !== 'together') return examQuestions(part)
  return examTopics.filter(topic => !examRoles.some(role => role === topic)).flatMap(examQuestions)
}

/** Where a question stands: in which part, the how-manieth of how many, and what comes before and after it. */
export type Placed = {
  question: OpenQuestion
  part: ExamPart
  number: number
  of: number
  previousId?: string
  nextId?: string
}

/** Returns where a question stands; nothing when nobody asks it. */
export function placeInExam(questionId: string): Placed | undefined {
  for (const part of examParts) {
    const questions = questionsOf(part)
    const at = questions.findIndex(({ id }) => id === questionId)
    const question = questions[at]
    if (question) {
      const around = { previousId: questions[at - 1]?.id, nextId: questions[at + 1]?.id }
      return { question, part, number: at + 1, of: questions.length, ...around }
    }
  }
  return undefined
}

/** What stands at a question: a draft with the mark of its words, or what is published for good. */
export type Standing = { mark: string; isPublished: boolean }

/** What somebody sends: their words, and the mark of the words that they began from. */
export type AnswerSent = { body: string; seen: string }

export type AnswerRefusal = 'notYourQuestion' | 'alreadyPublished' | 'changedMeanwhile' | 'nothingWritten'

/** Decides whether somebody may put words in the place of a draft: never over words that they have not seen. */
export function saveAnswer(
  part: ExamPart,
  standing: Standing,
  sent: AnswerSent,
  by: By,
): Decision<string, Exclude<AnswerRefusal, 'nothingWritten'>> {
  if (!writesFor(part, by)) return refuse('notYourQuestion')
  if (standing.isPublished) return refuse('alreadyPublished')
  return standing.mark === sent.seen ? allow(sent.body) : refuse('changedMeanwhile')
}

/** Decides whether an answer becomes public for good: words there must be. */
export function publishAnswer(
  part: ExamPart,
  standing: Standing,
  sent: AnswerSent,
  by: By,
): Decision<string, AnswerRefusal> {
  const decision = saveAnswer(part, standing, sent, by)
  return decision.ok && sent.body === '' ? refuse('nothingWritten') : decision
}
