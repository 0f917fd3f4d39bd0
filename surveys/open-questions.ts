import { z } from 'zod'
import { areAllDifferent, hasItsLabels, languages, topicLabels, topicName, versioned, words } from './instrument'

const question = z
  .strictObject({ id: z.string(), topic: topicName, text: words })
  .readonly()
  .refine(({ id, topic }) => new RegExp(`^${topic}\\.[1-9]$`).test(id), 'an id is the topic and a place in it')

const shape = z
  .strictObject({ ...versioned, topics: topicLabels, questions: z.array(question).min(1).readonly() })
  .readonly()

export type OpenQuestion = z.infer<typeof question>
export type OpenQuestions = z.infer<typeof shape>

const wholeList = shape
  .refine(({ questions }) => areAllDifferent(questions.map(({ id }) => id)), 'two questions share an id')
  .refine(
    ({ questions }) => languages.every(language => areAllDifferent(questions.map(({ text }) => text[language]))),
    'two questions share a sentence',
  )
  .refine(({ topics, questions }) => hasItsLabels(topics, questions), 'a topic has no label, or a label no topic')

/**
 * Returns a list of questions that people answer in their own words, checked and locked like an instrument. They have
 * no scale: nothing is counted, and an answer is whatever somebody wants to say.
 * @throws ZodError when it is no such list; a version file calls this on loading, so a broken one stops the start.
 */
export function checkedQuestions(draft: z.input<typeof shape>): OpenQuestions {
  return wholeList.parse(draft)
}

/** Returns the questions of a topic, in the order in which they are asked. */
export function questionsOfTopic({ questions }: OpenQuestions, topic: string): OpenQuestion[] {
  return questions.filter(one => one.topic === topic)
}
