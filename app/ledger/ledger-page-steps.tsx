import { useWords } from '~/language/words'
import { useCarriedLanguage } from '~/ui/masthead'
import { Section } from '~/ui/page'

/** What the verifier reads, under the names it expects, and the verifier. */
const files = ['log.jsonl', 'checkpoint', 'openings.json', 'witnesses.json', 'leaves.txt', 'verify.mjs']

/** How to check the ledger without believing this page: on one's own computer, with a program one keeps. */
export function Steps({ verifierSha256, isOpen }: { verifierSha256: string; isOpen: boolean }) {
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
                {name === 'openings.json' && !isOpen ? <FetchedInside name={name} /> : <File name={name} />}
              </li>
            ))}
          </ul>
        </li>
        <li>
          {t('ledger.page.stepRun')} <code>node verify.mjs .</code>
        </li>
        <li>{t('ledger.page.stepCompare')}</li>
      </ol>
      <p>
        {t('ledger.page.forWitness')} <File name="witness.mjs" />
      </p>
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

const File = ({ name }: { name: string }) => (
  <a href={`/ledger/${name}`} download={name}>
    {name}
  </a>
)

/** A file that only who is signed in can fetch. */
function FetchedInside({ name }: { name: string }) {
  const { t } = useWords()
  const here = useCarriedLanguage()
  return (
    <>
      {name}: <a href={here('/app/ledger')}>{t('ledger.page.signInFor')}</a>
    </>
  )
}
