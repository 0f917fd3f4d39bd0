import { Form, Link } from '@remix-run/react'
import { useWords } from '~/language/words'
import { Button, ButtonLink, ButtonRow } from '~/ui/button'
import { RadioGroup } from '~/ui/choice'
import { EmptyState } from '~/ui/empty-state'
import { ErrorSummary } from '~/ui/error-summary'
import { SelectField, TextField } from '~/ui/field'
import type { FormFailure } from '~/ui/form-problems'
import { Notice } from '~/ui/notice'
import { Page } from '~/ui/page'
import { useZodForm } from '~/ui/use-zod-form'
import { gateKinds } from '../rules'
import { gateForm, longestName, shareNames, usualShares } from './form'

type UseCases = readonly { id: string; name: string }[]
export type NewGateRefusal = 'notYourMove' | 'noSuchUseCase' | 'phaseTooEarly'
type NewPageProps = { useCases: UseCases; chosen?: string; failed?: FormFailure; refused?: NewGateRefusal }

/** Where a gate is made before a use case, with the steps by which it will open. */
export function NewGatePage({ useCases, refused, ...rest }: NewPageProps) {
  const { t } = useWords()
  return (
    <Page title={t('gates.making.title')} lead={t('gates.making.lead')}>
      {refused && <Notice kind="warning">{t(`gates.refused.${refused}`)}</Notice>}
      {useCases.length > 0 ? (
        <Making useCases={useCases} {...rest} />
      ) : (
        <EmptyState title={t('gates.making.noUseCase')}>
          <p>
            <Link to="/app/use-cases">{t('gates.making.toUseCases')}</Link>
          </p>
        </EmptyState>
      )}
    </Page>
  )
}

function Making({ useCases, chosen, failed }: Omit<NewPageProps, 'refused'>) {
  const { t } = useWords()
  const defaults = { ...usualShares, useCaseId: chosen ?? useCases[0]!.id, kind: 'pilotStart' as const, name: '' }
  const { errors, formProps, field } = useZodForm(gateForm, { defaults, failed })
  const { defaultValue: kind, ...kindField } = field('kind')
  return (
    <Form {...formProps} className="flow">
      <ErrorSummary errors={errors} />
      <SelectField {...field('useCaseId')} label={t('gates.making.useCase')}>
        {useCases.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
      <RadioGroup
        {...kindField}
        chosen={kind ? [kind] : []}
        label={t('gates.making.kind')}
        choices={gateKinds.map(value => ({
          value,
          label: t(`gates.kind.${value}`),
          hint: t(`gates.kindHint.${value}`),
        }))}
      />
      <TextField
        {...field('name')}
        label={t('gates.making.name')}
        hint={t('gates.making.nameHint')}
        maxLength={longestName}
      />
      <p>{t('gates.making.shares')}</p>
      {shareNames.map((name, place) => (
        <TextField
          {...field(name)}
          key={name}
          label={t('gates.making.share', { number: place + 1 })}
          inputMode="numeric"
          width="short"
          optional={place > 0}
        />
      ))}
      <ButtonRow>
        <Button>{t('gates.making.submit')}</Button>
        <ButtonLink to="/app/gates" kind="quiet">
          {t('shell.cancel')}
        </ButtonLink>
      </ButtonRow>
    </Form>
  )
}
