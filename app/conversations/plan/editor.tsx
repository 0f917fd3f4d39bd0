import { type FormEvent, useEffect, useState } from 'react'
import { useWords } from '~/language/words'
import { Button, ButtonRow } from '~/ui/button'
import { fieldId } from '~/ui/field'
import { Notice } from '~/ui/notice'
import { StayOrLeave } from '../record/unsaved'
import { type PlanDraft, PlanFields } from './plan-fields'
import { KeysChosen } from './plan-readers'
import { PlanText } from './plan-text'
import { type NewerPlan, usePlanSaving } from './saving'
import type { OwnPlan } from './shown'

type EditorProps = { own: OwnPlan; opener: CryptoKey; begin: PlanDraft; done: (isSaved: boolean) => void }

/** Where somebody writes their own plan; saving seals it for everybody it is open to. */
export function PlanEditor({ own, opener, begin, done }: EditorProps) {
  const { t } = useWords()
  const [draft, setDraft] = useState(begin)
  const [finish] = useState(() => () => done(true))
  const { save, busy, problems, newer, refused } = usePlanSaving(own, opener, finish)
  const firstProblem = Object.keys(problems)[0]
  useEffect(() => {
    if (firstProblem) document.getElementById(fieldId(`plan-${firstProblem}`))?.focus()
  }, [firstProblem])
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (!busy) void save(draft)
  }
  return (
    <form className="flow record-writing" onSubmit={send} noValidate>
      <StayOrLeave when={draft !== begin && !busy} />
      {newer ? (
        <MeantimePlan newer={newer} />
      ) : (
        refused && <Notice kind="warning">{t(`plan.refused.${refused}`)}</Notice>
      )}
      <PlanFields draft={draft} change={setDraft} problems={problems} />
      <KeysChosen circle={own.circle} sight={draft.sight} />
      <p>{t('plan.save.text')}</p>
      <ButtonRow>
        <Button busy={busy}>{t(busy ? 'plan.save.busy' : 'plan.save.submit')}</Button>
        {own.plan && (
          <Button type="button" kind="plain" onClick={() => done(false)}>
            {t('plan.save.cancel')}
          </Button>
        )}
      </ButtonRow>
    </form>
  )
}

function MeantimePlan({ newer: { words, stored } }: { newer: NewerPlan }) {
  const { t } = useWords()
  return (
    <>
      <Notice kind="warning" title={t('plan.newer.title')}>
        <p>{t('plan.newer.text')}</p>
      </Notice>
      <aside className="record-newer flow" aria-label={t('plan.newer.label')}>
        <h2>{t('plan.newer.label')}</h2>
        {words ? <PlanText plan={words} reviewOn={stored.reviewOn} /> : <p>{t('plan.unreadable')}</p>}
      </aside>
    </>
  )
}
