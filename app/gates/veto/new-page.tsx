import { Form, useNavigation } from '@remix-run/react'
import { useWords } from '~/language/words'
import { Button, ButtonLink, ButtonRow } from '~/ui/button'
import { RadioGroup } from '~/ui/choice'
import { EmptyState } from '~/ui/empty-state'
import { ErrorSummary } from '~/ui/error-summary'
import type { FormFailure } from '~/ui/form-problems'
import { Notice } from '~/ui/notice'
import { Page } from '~/ui/page'
import { TextArea } from '~/ui/text-area'
import { useZodForm } from '~/ui/use-zod-form'
import { longestReason, vetoForm } from './form'
import type { VetoInFull } from './shown'
import { useCriterionInWords } from './words'

/** A criterion of a step that is fixed, with what was measured of it. */
export type Against = Pick<VetoInFull, 'criterion' | 'finding' | 'version' | 'targetPct'>

type NewVetoProps = {
  gate: { id: string; name: string }
  against: readonly Against[]
  failed?: FormFailure
  refused?: 'noSuchCriterion' | 'notFrozen' | 'noSuchGroup' | 'notAMember'
}

/** Where a member proposes a veto: which criterion, what was seen, and what would change the group's mind. */
export function NewVetoPage({ gate, against, failed, refused }: NewVetoProps) {
  const { t } = useWords()
  return (
    <Page kicker={gate.name} title={t('vetoes.new.title')} lead={t('vetoes.new.lead')}>
      {refused && <Notice kind="warning">{t(`vetoes.refused.${refused}`)}</Notice>}
      {against.length === 0 ? (
        <EmptyState title={t('vetoes.new.noneTitle')}>
          <p>{t('vetoes.new.noneText')}</p>
          <ButtonLink to={`/app/gates/${gate.id}`} kind="quiet">
            {t('vetoes.page.toGate')}
          </ButtonLink>
        </EmptyState>
      ) : (
        <Writing gateId={gate.id} against={against} failed={failed} />
      )}
    </Page>
  )
}

/** What each field asks: where several lack the same, each is named. */
const labels = {
  against: 'vetoes.new.against',
  evidence: 'vetoes.new.evidence',
  persuade: 'vetoes.new.persuade',
} as const

/** Returns the criteria to choose from, each with what was measured. */
function useChoices(against: readonly Against[]) {
  const { t } = useWords()
  const { bar, found } = useCriterionInWords()
  return against.map(each => ({
    value: `${each.version}.${each.criterion.number}`,
    label: bar(each.criterion),
    hint: t('vetoes.new.choice', { pct: each.targetPct, found: found(each) }),
  }))
}

type WritingProps = { gateId: string; against: readonly Against[]; failed?: FormFailure }

function Writing({ gateId, against, failed }: WritingProps) {
  const { t } = useWords()
  const busy = useNavigation().state !== 'idle'
  const choices = useChoices(against)
  const { errors, formProps, field } = useZodForm(vetoForm, { failed })
  const { defaultValue, ...one } = field('against')
  const size = { maxLength: longestReason, rows: 5, required: true }
  return (
    <>
      <ErrorSummary errors={errors.map(one => ({ ...one, label: t(labels[one.name as keyof typeof labels]) }))} />
      <Form {...formProps} className="flow">
        <RadioGroup
          {...one}
          label={t('vetoes.new.against')}
          choices={choices}
          chosen={defaultValue ? [defaultValue] : []}
        />
        <TextArea
          {...field('evidence')}
          label={t('vetoes.new.evidence')}
          hint={t('vetoes.new.evidenceHint')}
          {...size}
        />
        <TextArea
          {...field('persuade')}
          label={t('vetoes.new.persuade')}
          hint={t('vetoes.new.persuadeHint')}
          {...size}
        />
        <p>{t('vetoes.new.next')}</p>
        <ButtonRow>
          <Button busy={busy}>{t('vetoes.new.submit')}</Button>
          <ButtonLink to={`/app/gates/${gateId}`} kind="quiet">
            {t('shell.cancel')}
          </ButtonLink>
        </ButtonRow>
      </Form>
    </>
  )
}
