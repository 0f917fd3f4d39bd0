import { Form, Link, useNavigation } from '@remix-run/react'
import { useWords } from '~/language/words'
import { Button, ButtonLink, ButtonRow } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import { Notice } from '~/ui/notice'
import { Page, Section } from '~/ui/page'
import { Search } from './list-page'
import { type Choice, type Choices, mostInGroup } from './shown'

type NewProps = { choices: Choices; typed: string; isLead: boolean; needsKey: boolean; refused?: 'noSuchColleague' }

/** Where a lead invites somebody they lead, and everybody asks one of their own leads. */
export function NewOneToOnePage({ choices, typed, isLead, needsKey, refused }: NewProps) {
  const { t } = useWords()
  return (
    <Page
      kicker={<Link to="/app/one-to-ones">{t('talks.list.title')}</Link>}
      title={t('talks.new.title')}
      lead={t('talks.new.lead')}
    >
      {refused && <Notice kind="warning">{t(`talks.refused.${refused}`)}</Notice>}
      {isLead && (
        <Section title={t('talks.new.led')}>
          {needsKey ? <KeyFirst to="/app/one-to-ones/new" /> : <Led choices={choices} typed={typed} />}
        </Section>
      )}
      {(choices.leads.length > 0 || !isLead) && (
        <Section title={t('talks.new.leads')}>
          {choices.leads.length > 0 && <p>{t('talks.new.leadsText')}</p>}
          <Colleagues choices={choices.leads} way="ask" />
          {choices.leads.length === 0 && (
            <EmptyState title={t('talks.new.noLeads')}>{t('talks.new.noLeadsText')}</EmptyState>
          )}
        </Section>
      )}
    </Page>
  )
}

/** Sends a lead to make a key: without one they could not read what the two write down. */
export function KeyFirst({ to }: { to: string }) {
  const { t } = useWords()
  return (
    <Notice title={t('talks.new.keyTitle')}>
      <p>{t('talks.new.key')}</p>
      <ButtonLink to={`/app/conversation-key?${new URLSearchParams({ to })}`}>{t('talks.new.keyGo')}</ButtonLink>
    </Notice>
  )
}

function Led({ choices: { led, ledAll }, typed }: Pick<NewProps, 'choices' | 'typed'>) {
  const { t } = useWords()
  return (
    <>
      <p>{t('talks.new.ledText')}</p>
      {(ledAll > mostInGroup || typed !== '') && <Search typed={typed} />}
      {ledAll === 0 && <p role="status">{t(typed === '' ? 'talks.new.noneLed' : 'talks.new.noneFound')}</p>}
      <Colleagues choices={led} way="invite" />
      {ledAll > led.length && <p>{t('talks.new.more', { count: ledAll - led.length })}</p>}
    </>
  )
}

function Colleagues({ choices, way }: { choices: readonly Choice[]; way: 'invite' | 'ask' }) {
  return (
    <ul className="guide-list">
      {choices.map(choice => (
        <li key={choice.id}>
          <h3>{choice.name}</h3>
          <p>{choice.team}</p>
          <Inviting choice={choice} way={way} />
        </li>
      ))}
    </ul>
  )
}

/** One press invites; where something is open with this colleague already, it leads there. */
function Inviting({ choice: { id, name, openId }, way }: { choice: Choice; way: 'invite' | 'ask' }) {
  const { t } = useWords()
  const busy = useNavigation().state !== 'idle'
  if (openId)
    return (
      <ButtonRow>
        <ButtonLink kind="plain" to={`/app/one-to-ones/${openId}`} aria-label={t('talks.new.isOpen', { name })}>
          {t('talks.new.isOpenGo')}
        </ButtonLink>
      </ButtonRow>
    )
  return (
    <Form method="post">
      <ButtonRow>
        <Button kind="quiet" name="with" value={id} busy={busy} aria-label={t(`talks.new.${way}`, { name })}>
          {t(`talks.new.${way}Go`)}
        </Button>
      </ButtonRow>
    </Form>
  )
}
