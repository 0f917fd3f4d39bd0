import type { LedgerEvent } from '~/ledger/entries'

/** Says that a question of the self-exam was answered; the words stand outside the log, tied to it by their hash. */
export const examAnswered = (question: string, answer: string): LedgerEvent => ({
  type: 'exam.answered',
  data: { question },
  words: { answer },
})
