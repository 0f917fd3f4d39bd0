import { useWords } from '~/language/words'
import { Section } from '~/ui/page'

/** What the verifier reads, under the names it expects, and the verifier. */
const files = ['log.jsonl', 'checkpoint', 'openings.json', 'witnesses.json', 'verify.mjs']

/** How to check the ledger without believing this page: on one's own computer, with a program one keeps. */
export function Steps({ verifierSha256 }: { verifierSha256: string }) {
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
