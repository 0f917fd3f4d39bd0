import { useWords } from '~/language/words'
import { Button, ButtonRow } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { TextField } from '~/ui/field'
import type { FormProblem } from '~/ui/form-problems'
import { Page, Section } from '~/ui/page'
import { LinkRequest } from './link-request'
import type { Role } from './rules'
import { TryAgainLater } from './try-again'

/** What the server says of a try that did not get in. */
type Answer = {
  problems?: Record<string, FormProblem>
  values?: Record<string, string | string[]>
  isWrong?: boolean
  waitSeconds?: number
}

type SignInPageProps = {
  to: string
  demoRoles: Role[]
  demoPassphrase: string
  canMail: boolean
  answer: Answer | undefined
}

/** The ways in: as an invented person in a demo, with a password, or with a link by mail. */
export function SignInPage({ to, demoRoles, demoPassphrase, canMail, answer }: SignInPageProps) {
  const { t } = useWords()
  return (
    <Page title={t('people.signIn.title')} lead={t('people.signIn.lead')}>
      {demoRoles.length > 0 && <DemoDoors roles={demoRoles} passphrase={demoPassphrase} to={to} />}
      {answer?.waitSeconds && <TryAgainLater waitSeconds={answer.waitSeconds} />}
      <PasswordDoor answer={answer} />
      <Section title={t('people.signIn.linkTitle')}>
        <LinkRequest canMail={canMail} />
      </Section>
    </Page>
  )
}

// Plain forms: the page loads anew after signing in, because the person may read another language.

function PasswordDoor({ answer }: { answer: Answer | undefined }) {
  const { t } = useWords()
  const sentence = (name: string) => answer?.problems?.[name] && t(`forms.${answer.problems[name]}`)
  const errors = Object.keys(answer?.problems ?? {}).map(name => ({ name, message: sentence(name) ?? '' }))
  const all = answer?.isWrong ? [{ name: 'email', message: t('people.signIn.wrong') }] : errors
  return (
    <form method="post" className="flow" noValidate>
      <ErrorSummary errors={all} />
      <TextField
        name="email"
        type="email"
        autoComplete="username"
        label={t('people.signIn.email')}
        error={sentence('email')}
        defaultValue={answer?.values?.email}
      />
      <TextField
        name="password"
        type="password"
        autoComplete="current-password"
        label={t('people.signIn.password')}
        error={sentence('password')}
      />
      <ButtonRow>
        <Button>{t('people.signIn.submit')}</Button>
      </ButtonRow>
    </form>
  )
}

function DemoDoors({ roles, passphrase, to }: { roles: Role[]; passphrase: string; to: string }) {
  const { t } = useWords()
  return (
    <Section title={t('people.signIn.demoTitle')}>
      <p>{t('people.signIn.demoLead')}</p>
      <form method="post" action={`/app/sign-in/demo?${new URLSearchParams({ to })}`}>
        <ButtonRow>
          {roles.map(role => (
            <Button key={role} kind="quiet" name="role" value={role}>
              {t('people.signIn.demoAs', { role: t(`people.role.${role}`) })}
            </Button>
          ))}
        </ButtonRow>
      </form>
      <p>{t('people.signIn.demoPassphrase', { passphrase })}</p>
    </Section>
  )
}
