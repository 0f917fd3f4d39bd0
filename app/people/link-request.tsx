import { useWords } from '~/language/words'
import { Button, ButtonRow } from '~/ui/button'
import { TextField } from '~/ui/field'
import { Notice } from '~/ui/notice'

type LinkRequestProps = { canMail: boolean; error?: string; email?: string }

/** Asks for a one-time link by mail, or says plainly that this installation cannot mail. */
export function LinkRequest({ canMail, error, email }: LinkRequestProps) {
  const { t } = useWords()
  if (!canMail) return <Notice>{t('people.signIn.noMail')}</Notice>
  return (
    <form method="post" action="/app/sign-in/ask-link" className="flow" noValidate>
      <p>{t('people.signIn.linkLead')}</p>
      <LinkAddress error={error} email={email} />
      <ButtonRow>
        <Button kind="quiet">{t('people.signIn.linkSubmit')}</Button>
      </ButtonRow>
    </form>
  )
}

/** Not called `email`: the sign-in form on the same page has a field of that name, and ids must differ. */
function LinkAddress({ error, email }: Pick<LinkRequestProps, 'error' | 'email'>) {
  const { t } = useWords()
  return (
    <TextField
      name="linkEmail"
      type="email"
      autoComplete="email"
      label={t('people.signIn.email')}
      error={error}
      defaultValue={email}
    />
  )
}
