import { useFetcher } from '@remix-run/react'
import { useEffect, useRef, useState } from 'react'
import type { PlanDraft } from './plan-fields'
import { openingTo, type PlanRefused } from './rules'
import { makePlanId, openPlan, sealPlan } from './seal-plan.client'
import type { OwnPlan, PlanStored } from './shown'
import { type PlanProblem, type PlanWords, problemsIn } from './words'

/** What the door of the plan answers. */
export type PlanAnswer = { saved: number } | { refused: PlanRefused; newer: PlanStored | null }

/** A plan that was saved elsewhere meanwhile, open. */
export type NewerPlan = { words?: PlanWords; stored: PlanStored }

/** Seals and sends a plan. What was typed stays whatever happens; the next save starts from what was saved elsewhere. */
export function usePlanSaving(own: OwnPlan, opener: CryptoKey, done: () => void) {
  const fetcher = useFetcher<PlanAnswer>()
  const [base, setBase] = useState(own.plan)
  const [newer, setNewer] = useState<NewerPlan>()
  const [problems, setProblems] = useState<Record<string, PlanProblem>>({})
  const [isSealing, setSealing] = useState(false)
  const [newId] = useState(makePlanId)
  const heard = useRef<PlanAnswer>()
  const answer = fetcher.data
  useEffect(() => {
    if (!answer || heard.current === answer) return
    heard.current = answer
    if ('saved' in answer) return done()
    const stored = answer.newer
    if (!stored) return
    setBase(stored)
    void openPlan(opener, stored, own.me.id).then(words => setNewer({ words, stored }))
  }, [answer, done, opener, own.me.id])
  const save = async (draft: PlanDraft) => {
    const found = problemsIn(draft.words)
    setProblems(found)
    if (Object.keys(found).length > 0) return
    setSealing(true)
    const sent = await sealedDraft(own, draft, { id: base?.id ?? newId, revision: base?.revision ?? 0 })
    setSealing(false)
    fetcher.submit(sent, { method: 'post', action: '/app/plan?index' })
  }
  const busy = isSealing || fetcher.state !== 'idle'
  return { save, busy, problems, newer, refused: answer && 'refused' in answer ? answer.refused : undefined }
}

async function sealedDraft({ me, circle }: OwnPlan, draft: PlanDraft, base: { id: string; revision: number }) {
  const { id: planId, revision } = base
  const readers = openingTo(circle, draft.sight).map(({ id, publicKey }) => ({ personId: id, publicKey }))
  const self = { personId: me.id, publicKey: me.stored!.publicKey }
  const { sealed, wraps } = await sealPlan(draft.words, { planId, revision: revision + 1 }, [self, ...readers])
  const { sight, reviewOn } = draft
  return { planId, revision: String(revision), sealed, sight, reviewOn, wraps: JSON.stringify(wraps) }
}
