import { Form, useNavigation } from '@remix-run/react'
import { useWords } from '~/language/words'
import { Button, ButtonLink, ButtonRow } from '~/ui/button'
import { RadioGroup } from '~/ui/choice'
import { ErrorSummary } from '~/ui/error-summary'
import { DateField } from '~/ui/field'
import type { FormFailure } from '~/ui/form-problems'
import { TextArea } from '~/ui/text-area'
import { useZodForm } from '~/ui/use-zod-form'
import { lineForm } from './form'
import { boardParts, type LineWords, longestBecause, longestLine } from './rules'

export type LineWritingProps = { said?: LineWords; seen: number; failed?: FormFailure }

/** Where a line is written: in which part it stands, and for two of them why not more and until when. */
export function LineWriting({ said, seen, failed }: LineWritingProps) {
  const { t } = useWords()
  const { errors, formProps, field } = useZodForm(lineForm, { defaults: said, failed })
  const choices = boardParts.map(value => ({
    value,
    label: t(`board.part.${value}`),
    hint: t(`board.explained.${value}`),
  }))
  const part = field('part')
  return (
    <>
      <ErrorSummary errors={useNamed(errors)} />
      <Form {...formProps}>
        <input type="hidden" name="seen" value={seen} />
        <RadioGroup
          {...part}
          label={t('board.form.part')}
          choices={choices}
          chosen={part.defaultValue ? [part.defaultValue] : []}
        />
        <TextArea {...field('line')} label={t('board.form.line')} hint={t('board.form.lineHint')} {...size.line} />
        <TextArea
          {...field('because')}
          label={t('board.form.because')}
          hint={t('board.form.becauseHint')}
          {...size.because}
        />
        <DateField
          {...field('untilOn')}
          label={t('board.form.untilOn')}
          hint={t('board.form.untilOnHint')}
          width="short"
        />
        <WaysOn />
      </Form>
    </>
  )
}

function WaysOn() {
  const { t } = useWords()
  const busy = useNavigation().state !== 'idle'
  return (
    <ButtonRow>
      <Button name="step" value="preview" busy={busy}>
        {t('board.form.preview')}
      </Button>
      <ButtonLink to="/app/board" kind="quiet">
        {t('shell.cancel')}
      </ButtonLink>
    </ButtonRow>
  )
}

const size = { line: { maxLength: longestLine, rows: 3 }, because: { maxLength: longestBecause, rows: 2 } }

/** What is wrong, each with the name of its field: several say the same. */
function useNamed(errors: readonly { name: string; message: string }[]) {
  const { t } = useWords()
  const labels: Record<string, string> = {
    part: t('board.form.part'),
    line: t('board.form.line'),
    because: t('board.form.because'),
    untilOn: t('board.form.untilOn'),
  }
  return errors.map(error => ({ ...error, label: labels[error.name] }))
}
