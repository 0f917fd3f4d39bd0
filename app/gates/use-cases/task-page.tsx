import { Form, useNavigation } from '@remix-run/react'
import { useWords } from '~/language/words'
import { Button, ButtonLink, ButtonRow } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { TextField } from '~/ui/field'
import type { FormFailure } from '~/ui/form-problems'
import { Page, Section } from '~/ui/page'
import { longestTask } from './rules'
import { TaskText } from './tasks'
import type { Task } from './use-case'

type TaskPageProps = { useCase: { id: string; name: string }; task: Task; mayDo: boolean; failed?: FormFailure }

/** One task: say that it was done and how it went, or end it. */
export function TaskPage({ useCase: { id, name }, task, mayDo, failed }: TaskPageProps) {
  const { t } = useWords()
  return (
    <Page title={t('phases.tasks.one')} kicker={name}>
      <TaskText task={task} />
      {mayDo && <Done task={task} failed={failed} />}
      <Ending />
      <ButtonRow>
        <ButtonLink to={`/app/use-cases/${id}#tasks`} kind="plain">
          {t('phases.tasks.back')}
        </ButtonLink>
      </ButtonRow>
    </Page>
  )
}

function Done({ task, failed }: { task: Task; failed?: FormFailure }) {
  const { t } = useWords()
  const busy = useNavigation().state !== 'idle'
  const problem = failed?.problems.note && t(`forms.${failed.problems.note}`)
  return (
    <Form method="post" className="flow">
      <ErrorSummary errors={problem ? [{ name: 'note', message: problem }] : []} />
      <input type="hidden" name="dueOn" value={task.nextDueOn} />
      <TextField
        name="note"
        label={t('phases.tasks.note')}
        hint={t('phases.tasks.noteHint')}
        error={problem}
        defaultValue={failed?.values.note as string | undefined}
        maxLength={longestTask}
        optional
      />
      <ButtonRow>
        <Button name="deed" value="done" busy={busy}>
          {t('phases.tasks.done')}
        </Button>
      </ButtonRow>
    </Form>
  )
}

function Ending() {
  const { t } = useWords()
  const busy = useNavigation().state !== 'idle'
  return (
    <Section title={t('phases.tasks.endTitle')}>
      <p>{t('phases.tasks.endText')}</p>
      <Form method="post">
        <ButtonRow>
          <Button name="deed" value="end" kind="warning" busy={busy}>
            {t('phases.tasks.end')}
          </Button>
        </ButtonRow>
      </Form>
    </Section>
  )
}
