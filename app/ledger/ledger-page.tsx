import { useWords } from '~/language/words'
import { ButtonLink, ButtonRow } from '~/ui/button'
import { DayText } from '~/ui/day'
import { useCarriedLanguage } from '~/ui/masthead'
import { Notice } from '~/ui/notice'
import { Page, Section } from '~/ui/page'
import { Table } from '~/ui/table'
import { AttacksLink } from './attacks/link'
import { EntryList } from './entries-page'
import type { EntryRow } from './entry-words'
import { CheckNow } from './ledger-page-check'
import { type Released, ReleasedClient } from './ledger-page-release'
import { Steps } from './ledger-page-steps'

/** How the ledger stands; the store makes exactly this. */
export type LedgerFacts = { name: string; size: number; root: string; key: string; witnesses: readonly string[] }

/** A witness that signs along, and what it signed last. */
export type WitnessSeen = { name: string; size?: number; signedOn?: string }

type LedgerPageProps = {
  facts: LedgerFacts | null
  verifierSha256: string
  witnesses: readonly WitnessSeen[]
  latest: readonly EntryRow[]
  release: Released | null
  /** Whether the words of promises are public too. */
  isOpen: boolean
}

/** What the ledger is, how it stands, and how to check it without believing this page. */
export function LedgerPage({ facts, verifierSha256, witnesses, latest, release, isOpen }: LedgerPageProps) {
  const { t } = useWords()
  return (
    <Page title={t('ledger.page.title')} lead={t('ledger.page.lead')}>
      <Section title={t('ledger.page.what')}>
        <p>{t('ledger.page.whatText')}</p>
      </Section>
      <Standing facts={facts} witnesses={witnesses} />
      {facts && <CheckNow />}
      {facts && <Latest entries={latest} />}
      <Steps verifierSha256={verifierSha256} isOpen={isOpen} />
      {release && <ReleasedClient release={release} />}
      <AttacksLink />
    </Page>
  )
}

function Standing({ facts, witnesses }: Pick<LedgerPageProps, 'facts' | 'witnesses'>) {
  const { t } = useWords()
  const here = useCarriedLanguage()
  if (!facts) return <p>{t('ledger.page.empty')}</p>
  return (
    <Section title={t('ledger.page.now')}>
      <dl className="limits">
        {(['name', 'size', 'root', 'key'] as const).map(fact => (
          <div key={fact}>
            <dt>{t(`ledger.page.${fact}`)}</dt>
            <dd>
              <code>{facts[fact]}</code>
            </dd>
          </div>
        ))}
      </dl>
      <Witnesses witnesses={witnesses} />
      <ButtonRow>
        <ButtonLink to={here('/ledger/poster')} kind="quiet">
          {t('ledger.page.poster')}
        </ButtonLink>
      </ButtonRow>
    </Section>
  )
}

function Witnesses({ witnesses }: Pick<LedgerPageProps, 'witnesses'>) {
  const { t } = useWords()
  if (witnesses.length === 0)
    return (
      <Notice kind="warning" title={t('ledger.page.noWitness')}>
        {t('ledger.page.noWitnessText')}
      </Notice>
    )
  const columns = [
    { label: t('ledger.page.witness'), cell: ({ name }: WitnessSeen) => name },
    {
      label: t('ledger.page.lastSigned'),
      cell: ({ signedOn }: WitnessSeen) => (signedOn ? <DayText day={signedOn} /> : t('ledger.page.neverSigned')),
    },
    { label: t('ledger.page.upTo'), cell: ({ size }: WitnessSeen) => (size ? size - 1 : '') },
  ]
  return <Table caption={t('ledger.page.witnesses')} columns={columns} rows={witnesses} keyOf={({ name }) => name} />
}

function Latest({ entries }: { entries: readonly EntryRow[] }) {
  const { t } = useWords()
  const here = useCarriedLanguage()
  return (
    <Section title={t('ledger.entries.latest')}>
      <p>{t('ledger.entries.lead')}</p>
      <EntryList entries={entries} />
      <ButtonRow>
        <ButtonLink to={here('/ledger/entries')} kind="quiet">
          {t('ledger.entries.all')}
        </ButtonLink>
      </ButtonRow>
    </Section>
  )
}
