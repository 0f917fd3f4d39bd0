import { barriers } from 'surveys/five-barriers/v1'

/**
 * What a one-to-one can have been about: a closed list, so that no word of anybody ever comes into a figure.
 * @source conversations.md, "May be recorded"
 */
export const talkTopics = [...barriers, 'training', 'roleWish', 'workload', 'idea', 'other'] as const
export type TalkTopic = (typeof talkTopics)[number]

/** Tells whether a word is one of the topics. */
export const isTopic = (word: string): word is TalkTopic => talkTopics.some(topic => topic === word)
