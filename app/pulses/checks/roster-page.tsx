import { Form, Link } from '@remix-run/react'
import { useWords } from '~/language/words'
import { Button, ButtonLink, ButtonRow } from '~/ui/button'
import { useDayInWords } from '~/ui/day'
import { Notice } from '~/ui/notice'
import { Page, Section } from '~/ui/page'
import type { RosterLists, RosterRefusal, RosterUnit } from './roster'
import { canBeLookedUp } from './rules'

type RosterPageProps = { lists: RosterLists; refused?: RosterRefusal }

/** Who is on the lists of a round, for the works council: to compare with the people they know, and confirm. */
export function RosterPage({ lists: { round, units, confirmedOn }, refused }: RosterPageProps) {
  const { t } = useWords()
  const inWords = useDayInWords()
  const mayConfirm = confirmedOn === null && canBeLookedUp(round.state)
  return (
    <Page
      kicker={<Link to="/app/checks">{t('checks.title')}</Link>}
      title={t('checks.roster.title', { number: round.number })}
      lead={t('checks.roster.lead')}
    >
      {refused && <Notice kind="warning">{t(`checks.refused.${refused}`)}</Notice>}
      {confirmedOn && <Notice kind="done">{t('checks.roster.confirmed', { date: inWords(confirmedOn) })}</Notice>}
      <p>{t('checks.roster.look')}</p>
      {units.map(unit => (
        <ListOfUnit key={unit.id} unit={unit} />
      ))}
      {mayConfirm && (
        <Section title={t('checks.roster.confirmTitle')}>
          <p>{t('checks.roster.effect')}</p>
          <p>{t('checks.roster.wrong')}</p>
          <Form method="post">
            <ButtonRow>
              <Button>{t('checks.roster.confirm')}</Button>
              <ButtonLink kind="quiet" to="/app/checks">
                {t('shell.back')}
              </ButtonLink>
            </ButtonRow>
          </Form>
        </Section>
      )}
    </Page>
  )
}

/** One list. Nothing here says who drew a token: the works council may not know that either. */
function ListOfUnit({ unit: { label, roster, root, names } }: { unit: RosterUnit }) {
  const { t } = useWords()
  return (
    <Section title={label}>
      <p>
        <strong>{t('checks.roster.people', { count: roster })}</strong>
      </p>
      {names.length > 0 ? (
        <details>
          <summary>{t('checks.roster.names')}</summary>
          <ul>
            {names.map(name => (
              <li key={name}>{name}</li>
            ))}
          </ul>
        </details>
      ) : (
        <p>{t('checks.roster.forgotten')}</p>
      )}
      <p className="note">
        {t('checks.roster.root')} <code>{root}</code>
      </p>
    </Section>
  )
}
