import { Form } from '@remix-run/react'
import { useWords } from '~/language/words'
import { Button, ButtonRow } from '~/ui/button'
import { DayText } from '~/ui/day'
import { ErrorSummary } from '~/ui/error-summary'
import { TextField } from '~/ui/field'
import { Page, Section } from '~/ui/page'
import type { AppointRefusal } from './holds'

type Confidant = { id: string; name: string; since: string; mayRead: boolean }
type ConfidantsPageProps = {
  confidants: readonly Confidant[]
  likely: readonly { email: string; name: string }[]
  typed?: string
  refused?: AppointRefusal | 'required'
}

/** Where the works council names who reads comments first, and ends that task. */
export function ConfidantsPage({ confidants, likely, typed, refused }: ConfidantsPageProps) {
  const { t } = useWords()
  return (
    <Page title={t('comments.confidants.title')} lead={t('comments.confidants.lead')}>
      <Section title={t('comments.confidants.now')}>
        {confidants.length === 0 && <p>{t('comments.confidants.none')}</p>}
        {confidants.map(confidant => (
          <ConfidantEntry key={confidant.id} confidant={confidant} />
        ))}
      </Section>
      <Section title={t('comments.confidants.appoint')}>
        <p>{t('comments.confidants.may')}</p>
        <p>{t('comments.confidants.mayNot')}</p>
        <Appoint likely={likely} typed={typed} refused={refused} />
      </Section>
    </Page>
  )
}

function ConfidantEntry({ confidant: { id, name, since, mayRead } }: { confidant: Confidant }) {
  const { t } = useWords()
  return (
    <div className="register-entry">
      <p>
        <strong>{name}</strong> · {t('comments.confidants.since')} <DayText day={since} />
      </p>
      {!mayRead && <p className="note">{t('comments.confidants.otherRole')}</p>}
      <Form method="post">
        <input type="hidden" name="personId" value={id} />
        <ButtonRow>
          <Button kind="quiet" name="deed" value="end">
            {t('comments.confidants.end', { name })}
          </Button>
        </ButtonRow>
      </Form>
    </div>
  )
}

/** An address to type; the browser offers the members of the works council while somebody types. */
function Appoint({ likely, typed, refused }: Pick<ConfidantsPageProps, 'likely' | 'typed' | 'refused'>) {
  const { t } = useWords()
  const error = refused && (refused === 'required' ? t('forms.required') : t(`comments.refused.${refused}`))
  return (
    <>
      <ErrorSummary errors={error ? [{ name: 'email', message: error }] : []} />
      <Form method="post">
        <TextField
          name="email"
          label={t('comments.confidants.email')}
          hint={t('comments.confidants.emailHint')}
          error={error}
          defaultValue={typed}
          list="likely"
          autoComplete="off"
          required
        />
        <datalist id="likely">
          {likely.map(({ email, name }) => (
            <option key={email} value={email}>
              {name}
            </option>
          ))}
        </datalist>
        <ButtonRow>
          <Button name="deed" value="appoint">
            {t('comments.confidants.submit')}
          </Button>
        </ButtonRow>
      </Form>
    </>
  )
}
