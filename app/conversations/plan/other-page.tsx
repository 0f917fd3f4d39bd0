import { Link, useNavigation, useSubmit } from '@remix-run/react'
import { useEffect, useState } from 'react'
import { useWords } from '~/language/words'
import { Button, ButtonRow } from '~/ui/button'
import { DayText } from '~/ui/day'
import { Notice } from '~/ui/notice'
import { Page, Section } from '~/ui/page'
import { PrintButton } from '~/ui/print-button'
import { KeyDigits } from '../record/digits'
import { WithOwnKey } from '../sealing/own-key'
import { PlanText } from './plan-text'
import { openPlan, wrapForOwner } from './seal-plan.client'
import type { PlanOfOther } from './shown'
import type { PlanWords } from './words'

/** A plan of somebody else, to read and nothing more. */
export function OtherPlanPage({ shown }: { shown: PlanOfOther }) {
  const { t } = useWords()
  const { me, of } = shown
  return (
    <Page
      kicker={<Link to="/app/plan">{t('plan.shared.title')}</Link>}
      title={t('plan.shared.of', { name: of.name })}
      lead={t('plan.shared.lead', { name: of.name })}
    >
      <div className="enclosed">
        <p className="enclosed-whose">{t('plan.shared.whose', { name: of.name })}</p>
        <WithOwnKey stored={me.stored} personId={me.id}>
          {opener => <Opened shown={shown} opener={opener} />}
        </WithOwnKey>
      </div>
    </Page>
  )
}

type OpenedProps = { shown: PlanOfOther; opener: CryptoKey }

function Opened({ shown, opener }: OpenedProps) {
  const { t } = useWords()
  const { plan, me, giveBackTo } = shown
  const [words, setWords] = useState<PlanWords | null>()
  useEffect(() => void openPlan(opener, plan, me.id).then(opened => setWords(opened ?? null)), [opener, plan, me.id])
  if (words === undefined) return <p role="status">{t('plan.opening')}</p>
  if (words === null) return <Notice kind="warning">{t('plan.unreadable')}</Notice>
  return (
    <div className="flow">
      {giveBackTo && <GiveBack shown={shown} opener={opener} publicKey={giveBackTo} />}
      <h2>{t('plan.within')}</h2>
      <PlanText plan={words} reviewOn={plan.reviewOn} />
      <p>
        {t('plan.changedOn')} <DayText day={plan.changedOn} />
      </p>
      <ButtonRow>
        <PrintButton>{t('plan.print')}</PrintButton>
      </ButtonRow>
    </div>
  )
}

/** Lets whoever a plan belongs to open it again with the new key they made. */
function GiveBack({ shown: { plan, me, of }, opener, publicKey }: OpenedProps & { publicKey: string }) {
  const { t } = useWords()
  const submit = useSubmit()
  const busy = useNavigation().state !== 'idle'
  const give = async () => {
    const wrap = await wrapForOwner(opener, plan, { readerId: me.id, owner: { personId: of.id, publicKey } })
    if (wrap) submit({ wrapped: wrap.wrapped, forKey: wrap.forKey }, { method: 'post' })
  }
  return (
    <Section title={t('plan.giveBack.title', { name: of.name })}>
      <p>{t('plan.giveBack.text', { name: of.name })}</p>
      <KeyDigits publicKey={publicKey} name={of.name} />
      <ButtonRow>
        <Button type="button" kind="quiet" busy={busy} onClick={give}>
          {t('plan.giveBack.submit')}
        </Button>
      </ButtonRow>
    </Section>
  )
}
