import { type ChangeEvent, useEffect, useState } from 'react'
import { type SelfCheckPart, selfCheckParts, type WriteRefusal, type Written } from './rules'

/** What became of one line that was sent: kept, or not written over because somebody else changed it meanwhile. */
export type LineAnswer = {
  item: string
  kept?: Written
  clash?: { stored: Written; by: string }
  mine?: Written
  refused?: WriteRefusal
}

/** Keeps what is chosen here apart from what others wrote: a part that was not touched follows them, another one does not. */
export function useDraft(stored: Written, answer: LineAnswer | undefined) {
  const { answer: storedAnswer, expectation: storedExpectation } = stored
  const [draft, setDraft] = useState<{ mine: Written; seen: Written }>({
    mine: {
      answer: answer?.mine?.answer ?? storedAnswer,
      expectation: answer?.mine?.expectation ?? storedExpectation,
    },
    seen: answer?.clash?.stored ?? stored,
  })
  useEffect(() => {
    const now: Written = { answer: storedAnswer, expectation: storedExpectation }
    setDraft(({ mine, seen }) => {
      const untouched = selfCheckParts.filter(part => mine[part] === seen[part])
      const fresh = Object.fromEntries(untouched.map(part => [part, now[part]]))
      return { mine: { ...mine, ...fresh }, seen: { ...seen, ...fresh } }
    })
  }, [storedAnswer, storedExpectation])
  useEffect(() => {
    if (answer?.kept) setDraft(({ mine }) => ({ mine: { ...mine, ...answer.kept }, seen: { ...answer.kept } }))
    if (answer?.clash) setDraft(({ mine }) => ({ mine, seen: { ...answer.clash?.stored } }))
  }, [answer])
  const choose = (part: SelfCheckPart) => (event: ChangeEvent<HTMLSelectElement>) => {
    const value = event.currentTarget.value === '' ? undefined : Number(event.currentTarget.value)
    setDraft(({ mine, seen }) => ({ mine: { ...mine, [part]: value }, seen }))
  }
  return { ...draft, choose }
}
