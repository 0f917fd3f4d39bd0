import { Form } from '@remix-run/react'
import { useWords } from '~/language/words'
import { Button, ButtonLink, ButtonRow } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { SelectField } from '~/ui/field'
import { Notice } from '~/ui/notice'
import { Page } from '~/ui/page'
import { useZodForm } from '~/ui/use-zod-form'
import { planForm } from './form'
import { PlanFields, type ResultToChoose, type TalkAnswer, useProblems } from './plan-fields'

type NewTalkProps = {
  teams: readonly { id: string; name: string }[]
  results: readonly ResultToChoose[]
  started: { teamId?: string; guideSlug?: string; roundId?: string; plannedOn?: string; time?: string }
  answer?: TalkAnswer
}

/** Where a lead plans a talk, or writes down one that was held already. */
export function NewTalkPage({ teams, results, started, answer }: NewTalkProps) {
  const { t } = useWords()
  const empty = { plannedOn: '', time: '', guideSlug: '', roundId: '' }
  const defaults = { ...empty, ...started, teamId: started.teamId ?? teams[0]?.id ?? '' } as never
  const { errors, formProps, field } = useZodForm(planForm, { defaults, failed: answer?.failed })
  const { listed, errorAt, elsewhere } = useProblems(errors, ['plannedOn', 'time', 'roundId'], answer?.refused)
  const [only] = teams.length === 1 ? teams : []
  return (
    <Page kicker={only?.name} title={t('teamTalks.new.title')} lead={t('teamTalks.new.lead')}>
      <ErrorSummary errors={listed} />
      {elsewhere && <Notice kind="warning">{elsewhere}</Notice>}
      <Form {...formProps}>
        {only ? (
          <input type="hidden" name="teamId" value={only.id} />
        ) : (
          <SelectField {...field('teamId')} label={t('teamTalks.field.teamId')} required>
            {teams.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </SelectField>
        )}
        <PlanFields field={field} results={results} errorAt={errorAt} />
        <ButtonRow>
          <Button>{t('teamTalks.new.submit')}</Button>
          <ButtonLink to="/app/team-talks" kind="quiet">
            {t('shell.cancel')}
          </ButtonLink>
        </ButtonRow>
      </Form>
    </Page>
  )
}
