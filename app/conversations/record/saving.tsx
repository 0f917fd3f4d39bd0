import { useState } from 'react'
import type { Day } from '~/calendar'
import { useWords } from '~/language/words'
import type { FormError } from '~/ui/error-summary'
import { type Base, type RecordKey, saveBody } from './bodies.client'
import { openNewer } from './opening.client'
import { cleaned, cleanedLine } from './pasted'
import { isTooLong, type SendTrouble, send } from './sending.client'
import type { SharedWords, Typed, TypedProblems } from './words'
import { problemsIn } from './words'

/** The text that another saved meanwhile, open. */
export type NewerOpen = { shared?: SharedWords; own: string; followUpOn: Day | null; isAgreed: boolean; nth: string }

type SavingProps = { of: RecordKey; base: Base; done: () => void }

/**
 * Saves what was typed. Where another saved meanwhile, what was typed stays and the newer text is put beside it; the
 * next save starts from that.
 */
export function useSaving({ of, base: begun, done }: SavingProps) {
  const { t } = useWords()
  const errorsIn = useErrors()
  const [base, setBase] = useState(begun)
  const [busy, setBusy] = useState(false)
  const [newer, setNewer] = useState<NewerOpen>()
  const [trouble, setTrouble] = useState<string>()
  const [errors, setErrors] = useState<FormError[]>([])
  const take = async ({ newer: found, message, code }: SendTrouble) => {
    setTrouble(found ? undefined : message)
    if (code === 'gone') return done()
    if (!found) return
    const { isAgreed, version, revision, followUpOn } = found
    setNewer({ ...(await openNewer(of, found)), isAgreed, followUpOn, nth: `${version}.${revision}` })
    setBase(isAgreed ? { from: version } : { version, revision })
  }
  const save = async (typed: Typed) => {
    const tidy = tidied(typed)
    setBusy(true)
    const body = await saveBody(of, base, tidy)
    if (isTooLong(body)) setTrouble(t('record.problem.notFitting'))
    const sent = isTooLong(body) ? undefined : await send(of.conversationId, body, t('record.refused.unreachable'))
    if (sent?.ok) return done()
    if (sent) await take(sent.trouble)
    setBusy(false)
  }
  const check = (typed: Typed) => {
    const found = errorsIn(tidied(typed))
    setErrors(found)
    return found.length === 0
  }
  return { base, busy, newer, trouble, errors, check, save }
}

/** Returns a finder of what is wrong, field by field in words. */
function useErrors() {
  const { t } = useWords()
  const labelOf = (name: string) => {
    const row = /^actions\.(\d+)/.exec(name)?.[1]
    if (row) return t('record.actions.row', { number: Number(row) + 1 })
    return t(name === 'own' ? 'record.own.label' : name === 'text' ? 'record.text.title' : 'record.actions.title')
  }
  const say = (problem: TypedProblems[string]) =>
    problem.because === 'tooLong'
      ? t('record.problem.tooLong', { count: problem.over })
      : t(`record.problem.${problem.because}`)
  return (typed: Typed): FormError[] =>
    Object.entries(problemsIn(typed)).map(([name, problem]) => ({
      ...{ name: `record-${name}`, label: labelOf(name), message: say(problem) },
    }))
}

const tidied = ({ shared, own, followUpOn }: Typed): Typed => ({
  shared: {
    topics: shared.topics,
    text: cleaned(shared.text).trim(),
    actions: shared.actions.map(action => ({ ...action, text: cleanedLine(action.text).trim() })),
  },
  ...(own === undefined ? {} : { own: cleaned(own).trim() }),
  followUpOn,
})
