import { Form, Link } from '@remix-run/react'
import { useWords } from '~/language/words'
import { Button, ButtonRow } from '~/ui/button'
import { DateField } from '~/ui/field'
import { Notice } from '~/ui/notice'
import { Section } from '~/ui/page'
import { useZodForm } from '~/ui/use-zod-form'
import type { StepShown } from '../shown'
import type { WritingAnswer } from './criterion-writing'
import { voteForm } from './form'

type AskingProps = {
  step: StepShown
  proposal?: { id: string; isVoting: boolean }
  earliest: string
  answer: WritingAnswer
}

/** Where the criteria are put before the group: from which day they count, and what its vote fixes. */
export function VoteAsking({ step, proposal, earliest, answer }: AskingProps) {
  const { t } = useWords()
  if (proposal)
    return (
      <Section title={t('gates.writing.voteTitle')} id="vote">
        <Notice title={t('gates.writing.discussed')}>
          <p>
            <Link to={`/app/proposals/${proposal.id}`}>{t('gates.writing.toVote')}</Link>
          </p>
        </Notice>
      </Section>
    )
  if (step.criteria.length === 0) return null
  return <Asking step={step} earliest={earliest} answer={answer} />
}

function Asking({ step, earliest, answer }: Omit<AskingProps, 'proposal'>) {
  const { t } = useWords()
  const defaults = { measuringFrom: '', version: `${step.version}` }
  const { formProps, field } = useZodForm(voteForm, { defaults, failed: answer.vote })
  return (
    <Section title={t('gates.writing.voteTitle')} id="vote">
      <p>{t('gates.writing.voteText')}</p>
      <Form {...formProps} action={`?step=${step.version}`} className="flow">
        <input type="hidden" name="version" value={step.version} />
        <DateField
          {...field('measuringFrom')}
          label={t('gates.writing.measuringFrom')}
          hint={t('gates.writing.measuringFromHint')}
          min={earliest}
        />
        <ButtonRow>
          <Button name="deed" value="vote">
            {t('gates.writing.propose')}
          </Button>
        </ButtonRow>
      </Form>
    </Section>
  )
}
