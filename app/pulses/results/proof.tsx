import { withLanguage } from '~/language/choice'
import { useWords } from '~/language/words'
import { useDayInWords } from '~/ui/day'
import { Section } from '~/ui/page'
import { CountsExplained } from '../checks/counts'

/** What ties a result to the ledger: the code, who cosigned it and when, and the sum of the figures. */
export type RoundProven = {
  manifestCode: string
  figuresSha256: string
  witness: { name: string; on: string } | null
  /** When the works council confirmed the lists; null when it never did. */
  listsConfirmedOn: string | null
  /** Whether the works council held the key, so that it counted and signed by itself. */
  isCouncilCounted: boolean
}

type ResultsProofProps = { roundId: string; proof: RoundProven }

/** What a reader can check without trusting this page. */
export function ResultsProof({ roundId, proof }: ResultsProofProps) {
  const { t, language } = useWords()
  const address = `/app/results/${roundId}`
  return (
    <Section title={t('results.check.title')} id="check">
      <dl className="limits">
        <div>
          <dt>{t('results.check.code')}</dt>
          <dd>
            <code>{proof.manifestCode}</code>
          </dd>
          <dd>{t('results.check.codeText')}</dd>
        </div>
        <div>
          <dt>{t('results.check.witness')}</dt>
          <Cosigned witness={proof.witness} />
        </div>
        <CountsExplained listsConfirmedOn={proof.listsConfirmedOn} />
        {proof.isCouncilCounted && <CountedByCouncil />}
        <div>
          <dt>{t('results.check.receipts')}</dt>
          <dd>
            <a href={withLanguage(`/ballot/${roundId}`, language)}>{t('results.check.receiptsLink')}</a>
          </dd>
        </div>
        <FiguresAsFiles address={address} sum={proof.figuresSha256} />
      </dl>
    </Section>
  )
}

function Cosigned({ witness }: Pick<RoundProven, 'witness'>) {
  const { t } = useWords()
  const inWords = useDayInWords()
  if (!witness) return <dd>{t('results.check.noWitness')}</dd>
  return <dd>{t('results.check.witnessed', { name: witness.name, date: inWords(witness.on, 'short') })}</dd>
}

/** Says that nobody but the works council could count, and where the ledger says so. */
function CountedByCouncil() {
  const { t, language } = useWords()
  return (
    <div>
      <dt>{t('results.check.counting')}</dt>
      <dd>
        {t('results.check.countedByCouncil')}{' '}
        <a href={withLanguage('/ledger/entries', language)}>{t('results.check.countingLink')}</a>
      </dd>
    </div>
  )
}

/** The same figures three times: for people with a spreadsheet, for programs, and as the bytes that were announced. */
function FiguresAsFiles({ address, sum }: { address: string; sum: string }) {
  const { t } = useWords()
  return (
    <div>
      <dt>{t('results.check.figures')}</dt>
      {(['xlsx', 'csv', 'json'] as const).map(ending => (
        <dd key={ending}>
          <a href={`${address}.${ending}`}>{t(`results.check.${ending}`)}</a>
        </dd>
      ))}
      <dd className="note">
        {t('results.check.sum')}: <code>{sum}</code>
      </dd>
    </div>
  )
}
