import { useEffect, useState } from 'react'
import { useWords } from '~/language/words'
import { Button, ButtonRow } from '~/ui/button'
import { DayText } from '~/ui/day'
import { Notice } from '~/ui/notice'
import { PrintButton } from '~/ui/print-button'
import { PlanEditor } from './editor'
import { PlanText } from './plan-text'
import { openPlan } from './seal-plan.client'
import type { OwnPlan, PlanStored } from './shown'
import { emptyPlan, type PlanWords } from './words'

type DeskProps = { own: OwnPlan; opener: CryptoKey }

/** Behind the lock: the plan to read, and the way to write in it. */
export function PlanDesk({ own, opener }: DeskProps) {
  const { t } = useWords()
  const { plan, me } = own
  const [isWriting, setWriting] = useState(plan === null)
  const [isSaved, setSaved] = useState(false)
  const words = useOpened(plan, me.id, opener)
  if (plan && words === 'opening') return <p role="status">{t('plan.opening')}</p>
  if (plan && words === undefined) return <Unreadable isWrapped={plan.wrapped !== null} />
  const written = plan ? (words as PlanWords) : emptyPlan
  if (isWriting) {
    const begin = { words: written, sight: plan?.sight ?? 'onlyMe', reviewOn: plan?.reviewOn ?? '' } as const
    const done = (saved: boolean) => {
      setSaved(saved)
      setWriting(false)
    }
    return <PlanEditor {...{ own, opener, begin, done }} />
  }
  if (!plan) return null
  const write = () => {
    setSaved(false)
    setWriting(true)
  }
  return (
    <div className="flow">
      {isSaved && <Notice kind="done">{t('plan.save.done')}</Notice>}
      <h2>{t('plan.within')}</h2>
      <PlanText plan={written} reviewOn={plan.reviewOn} />
      <p>
        {t('plan.changedOn')} <DayText day={plan.changedOn} />
      </p>
      <ButtonRow>
        <Button type="button" onClick={write}>
          {t('plan.write')}
        </Button>
        <PrintButton>{t('plan.print')}</PrintButton>
      </ButtonRow>
    </div>
  )
}

/** Opens the plan anew whenever another revision arrives; the one before stays in sight meanwhile. */
function useOpened(plan: PlanStored | null, personId: string, opener: CryptoKey) {
  const [words, setWords] = useState<PlanWords | undefined | 'opening'>('opening')
  useEffect(() => {
    let isLate = false
    if (plan) void openPlan(opener, plan, personId).then(opened => isLate || setWords(opened))
    return () => {
      isLate = true
    }
  }, [plan, personId, opener])
  return words
}

function Unreadable({ isWrapped }: { isWrapped: boolean }) {
  const { t } = useWords()
  return <Notice kind="warning">{t(isWrapped ? 'plan.unreadable' : 'plan.noAccess')}</Notice>
}
