import { Form } from '@remix-run/react'
import { useWords } from '~/language/words'
import { SmallPrint } from '~/promises/small-print'
import type { PromiseSaid } from '~/promises/words'
import { Button, ButtonRow } from '~/ui/button'
import { SelectField } from '~/ui/field'
import { Preview } from '~/ui/preview'

export type PromiseChoice = { id: string; text: string }

type PromiseSectionProps = { choices: readonly PromiseChoice[]; promise: PromiseSaid; seen: number }

/** Where a director binds a promise to a group that was founded without one: a new one, or one that stands already. */
export function PromiseSection({ choices, promise, seen }: PromiseSectionProps) {
  const { t } = useWords()
  return (
    <>
      <p>{t('groups.promise.bindText')}</p>
      <Preview irrevocable={[t('groups.new.promised')]}>
        <h3>{promise.text}</h3>
        <SmallPrint words={promise} rest={{ madeOn: promise.madeOn }} />
      </Preview>
      <Form method="post">
        <input type="hidden" name="seen" value={seen} />
        <ButtonRow>
          <Button name="deed" value="make" kind="warning">
            {t('groups.promise.make')}
          </Button>
        </ButtonRow>
      </Form>
      {choices.length > 0 && (
        <Form method="post">
          <input type="hidden" name="seen" value={seen} />
          <SelectField name="promiseId" label={t('groups.promise.choose')}>
            {choices.map(({ id, text }) => (
              <option key={id} value={id}>
                {`${id}: ${text}`}
              </option>
            ))}
          </SelectField>
          <ButtonRow>
            <Button name="deed" value="bind" kind="quiet">
              {t('groups.promise.bind')}
            </Button>
          </ButtonRow>
        </Form>
      )}
    </>
  )
}
