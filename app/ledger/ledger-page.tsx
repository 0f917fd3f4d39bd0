import { useWords } from '~/language/words'
import { Notice } from '~/ui/notice'
import { Page, Section } from '~/ui/page'

/** How the ledger stands; the store makes exactly this. */
export type LedgerFacts = { name: string; size: number; root: string; key: string; witnesses: readonly string[] }

/** What the verifier reads, under the names it expects. */
const files = ['log.jsonl', 'checkpoint', 'openings.json', 'witnesses.json', 'verify.mjs']

/** What the ledger is, how it stands, and how to check it without believing this page. */
export function LedgerPage({ facts, verifierSha256 }: { facts: LedgerFacts | null; verifierSha256: string }) {
  const { t } = useWords()
  return (
    <Page title={t('ledger.page.title')} lead={t('ledger.page.lead')}>
      <Section title={t('ledger.page.what')}>
        <p>{t('ledger.page.whatText')}</p>
      </Section>
      <Standing facts={facts} />
      <Steps verifierSha256={verifierSha256} />
    </Page>
  )
}

function Standing({ facts }: { facts: LedgerFacts | null }) {
  const { t } = useWords()
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
        {facts.witnesses.length > 0 && (
          <div>
            <dt>{t('ledger.page.witnesses')}</dt>
            <dd>{facts.witnesses.join(', ')}</dd>
          </div>
        )}
      </dl>
      {facts.witnesses.length === 0 && (
        <Notice kind="warning" title={t('ledger.page.noWitness')}>
          {t('ledger.page.noWitnessText')}
        </Notice>
      )}
    </Section>
  )
}

function Steps({ verifierSha256 }: { verifierSha256: string }) {
  const { t } = useWords()
  return (
    <Section title={t('ledger.page.check')}>
      <p>{t('ledger.page.checkLead')}</p>
      <ol>
        <li>
          {t('ledger.page.stepFiles')}
          <ul>
            {files.map(name => (
              <li key={name}>
                <a href={`/ledger/${name}`} download={name}>
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </li>
        <li>
          {t('ledger.page.stepRun')} <code>node verify.mjs .</code>
        </li>
        <li>{t('ledger.page.stepCompare')}</li>
      </ol>
      <dl className="limits">
        <div>
          <dt>{t('ledger.page.verifier')}</dt>
          <dd>
            <code>{verifierSha256}</code>
          </dd>
          <dd>{t('ledger.page.verifierText')}</dd>
        </div>
      </dl>
    </Section>
  )
}
