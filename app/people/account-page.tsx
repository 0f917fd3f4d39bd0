import { useWords } from '~/language/words'
import { Button, ButtonLink, ButtonRow } from '~/ui/button'
import { RadioGroup } from '~/ui/choice'
import { Notice } from '~/ui/notice'
import { Page, Section } from '~/ui/page'
import type { Language, Role } from './rules'

type Self = { name: string; email: string; roles: Role[]; language: Language | null }
type AccountPageProps = { self: Self; saved: string | null; hasPassword: boolean }

/** Everything the house knows of the reader, and what they may change about it. */
export function AccountPage({ self, saved, hasPassword }: AccountPageProps) {
  const { t } = useWords()
  const { name, email, roles } = self
  return (
    <Page title={t('people.account.title')} lead={t('people.account.who', { name })}>
      <p>{email}</p>
      {saved === 'language' && <Notice kind="done">{t('people.account.languageSaved')}</Notice>}
      {saved === 'password' && <Notice kind="done">{t('people.account.passwordSaved')}</Notice>}
      <Section title={t('people.account.roles')}>
        <ul>
          {roles.map(role => (
            <li key={role}>{t(`people.role.${role}`)}</li>
          ))}
        </ul>
      </Section>
      <LanguageChoice chosen={self.language} />
      <Section title={t('people.account.passwordTitle')}>
        <p>{t(hasPassword ? 'people.account.hasPassword' : 'people.account.noPassword')}</p>
        <ButtonRow>
          <ButtonLink kind="quiet" to="/app/account/password">
            {t(hasPassword ? 'people.account.changePassword' : 'people.account.choosePassword')}
          </ButtonLink>
        </ButtonRow>
      </Section>
      <Section title={t('people.account.ownTitle')}>
        <p>{t('people.account.ownText')}</p>
        <ButtonRow>
          <ButtonLink kind="quiet" to="/app/own">
            {t('people.account.own')}
          </ButtonLink>
          <ButtonLink kind="quiet" to="/app/conversation-key">
            {t('people.account.key')}
          </ButtonLink>
        </ButtonRow>
      </Section>
      <Leaving />
    </Page>
  )
}

/** Each language by its own name, so that whoever needs it can read it. */
const ownNames = [
  { value: 'nl', label: <span lang="nl">Nederlands</span> },
  { value: 'en', label: <span lang="en">English</span> },
  { value: 'fr', label: <span lang="fr">Français</span> },
]

// A plain form: the page loads anew, because its words are in another file.
function LanguageChoice({ chosen }: { chosen: Language | null }) {
  const { t } = useWords()
  const choices = [{ value: '', label: t('people.account.followBrowser') }, ...ownNames]
  return (
    <Section title={t('people.account.languageTitle')}>
      <form method="post" action="/app/account/language" className="flow">
        <RadioGroup
          name="language"
          label={t('people.account.languageLabel')}
          choices={choices}
          chosen={[chosen ?? '']}
        />
        <ButtonRow>
          <Button kind="quiet">{t('shell.save')}</Button>
        </ButtonRow>
      </form>
    </Section>
  )
}

function Leaving() {
  const { t } = useWords()
  return (
    <Section title={t('people.account.signOutTitle')}>
      <p>{t('people.account.signOutText')}</p>
      <form method="post" action="/app/sign-out">
        <ButtonRow>
          <Button kind="quiet">{t('people.account.signOutHere')}</Button>
          <Button kind="quiet" formAction="/app/sign-out/everywhere">
            {t('people.account.signOutEverywhere')}
          </Button>
        </ButtonRow>
      </form>
    </Section>
  )
}
