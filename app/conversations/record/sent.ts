import type { Day } from '~/calendar'
import type { Wrap } from '../sealing/sealed'
import type { Seen } from './rules'

/** Characters of one sealed part: all that fits in a record, padded, in base64url. @source decision 15: 24 kB */
export const longestSealed = 24 * 1024

type Written = { sealedShared: string; sealedOwn?: string; followUpOn: Day | null }

/** What the page of a record sends: sealed words, and what the server must know of them. */
export type RecordBody =
  | (Written & { intent: 'begin'; wraps: Wrap[] })
  | (Written & Seen & { intent: 'save' })
  | (Seen & { intent: 'agree'; topicSlip?: { month: string; sealed: string } })
  | (Written & { intent: 'newVersion'; from: number })
  | (Seen & { intent: 'dropVersion' })
  | { intent: 'object'; sealedObjection: string | null }
  | (Wrap & { intent: 'share'; endsOn: Day })
  | (Wrap & { intent: 'rewrap' })

/** What is sent with one intent. */
export type BodyOf<Intent extends RecordBody['intent']> = Extract<RecordBody, { intent: Intent }>
