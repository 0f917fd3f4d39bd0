import { Link } from '@remix-run/react'
import { withLanguage } from '~/language/choice'
import { useWords } from '~/language/words'
import { ButtonLink, ButtonRow } from '~/ui/button'
import { Page, Section } from '~/ui/page'
import type { LedgerTask } from './keeping'

const ways = { witnesses: '/app/witnesses', erasures: '/app/erasures', key: '/app/ledger-key' } as const

type KeepingPageProps = {
  tasks: readonly LedgerTask[]
  /** Where only who is signed in reads promises, their words are fetched here. */
  isOpen: boolean
}

/** The ledger for who is signed in: the way to check it, and what this reader may do for it. */
export function KeepingPage({ tasks, isOpen }: KeepingPageProps) {
  const { t, language } = useWords()
  return (
    <Page title={t('ledger.page.title')} lead={t('ledger.keep.lead')}>
      <ButtonRow>
        <ButtonLink wholePage to={withLanguage('/ledger', language)}>
          {t('ledger.keep.check')}
        </ButtonLink>
      </ButtonRow>
      {!isOpen && (
        <Section title={t('ledger.keep.words')}>
          <p>{t('ledger.keep.wordsText')}</p>
          <p>
            <a href="/app/ledger/openings.json" download="openings.json">
              openings.json
            </a>
          </p>
        </Section>
      )}
      {tasks.length > 0 && <Tasks tasks={tasks} />}
    </Page>
  )
}

function Tasks({ tasks }: Pick<KeepingPageProps, 'tasks'>) {
  const { t } = useWords()
  return (
    <Section title={t('ledger.keep.title')}>
      <dl className="limits">
        {tasks.map(task => (
          <div key={task}>
            <dt>
              <Link to={ways[task]}>{t(`ledger.keep.task.${task}`)}</Link>
            </dt>
            <dd>{t(`ledger.keep.taskText.${task}`)}</dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}
