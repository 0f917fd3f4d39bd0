import { Link } from '@remix-run/react'
import { useWords } from '~/language/words'
import { ButtonLink, ButtonRow } from '~/ui/button'
import { Notice } from '~/ui/notice'
import { Page, Section } from '~/ui/page'
import { PrintButton } from '~/ui/print-button'
import { isStanding, type VetoMove } from '../vetoes'
import { VetoFacts, VetoHistory } from './facts'
import type { VetoInFull, VetoPromise } from './shown'
import { ClockNotice, NoVetoPromise, StateWord } from './words'

type VetoPageProps = {
  veto: VetoInFull
  /** What this reader can do now. */
  moves: readonly VetoMove[]
  promise?: VetoPromise
  /** Whether a director finds no promise that setting it aside would break. */
  lacksPromise: boolean
}

/** One veto for good: what the group wants and why, where management's clock stands, and everything that happened. */
export function VetoPage({ veto, moves, promise, lacksPromise }: VetoPageProps) {
  const { t } = useWords()
  const { id, gate, targetPct, state } = veto
  return (
    <Page
      kicker={
        <>
          <Link to="/app/vetoes">{t('vetoes.title')}</Link> · {t('vetoes.name', { id })}
        </>
      }
      title={t('vetoes.page.title', { pct: targetPct })}
      lead={isStanding(veto) ? t('vetoes.page.lead', { group: gate.workgroup }) : undefined}
    >
      <p>
        <StateWord state={state} />
      </p>
      <ClockNotice clock={veto.clock} />
      <Standing veto={veto} promise={promise} />
      {moves.length > 0 && <WaysOn id={id} moves={moves} />}
      {lacksPromise && <NoVetoPromise veto={veto} />}
      <Section title={t('vetoes.page.about')}>
        <VetoFacts veto={veto} />
      </Section>
      <VetoHistory veto={veto} />
      <Notice title={t('vetoes.page.besideTitle')}>{t('vetoes.page.beside')}</Notice>
      <Section title={t('vetoes.page.verify')}>
        <p>{t('vetoes.page.verifyText', { id })}</p>
        <p>
          <a href="/ledger">{t('vetoes.page.toLedger')}</a>
        </p>
        <div className="no-print">
          <PrintButton kind="quiet">{t('vetoes.page.print')}</PrintButton>
        </div>
      </Section>
    </Page>
  )
}

/** What follows from how the veto stands. */
function Standing({ veto, promise }: Pick<VetoPageProps, 'veto' | 'promise'>) {
  const { t } = useWords()
  if (veto.state === 'accepted') return <p>{t('vetoes.page.never')}</p>
  if (veto.state !== 'overridden') return isStanding(veto) ? <p>{t('vetoes.page.held')}</p> : null
  if (!promise) return null
  return (
    <Notice kind="warning" title={t('vetoes.page.broken', { id: promise.id })}>
      <p>{promise.text}</p>
      <p>
        <Link to={`/app/promises/${promise.id}`}>{t('vetoes.page.toPromise')}</Link>
      </p>
    </Notice>
  )
}

const ofGroup: readonly VetoMove[] = ['persuaded', 'escalate']

/** The way to everything that this reader can do; setting a veto aside never comes first. */
function WaysOn({ id, moves }: { id: string; moves: readonly VetoMove[] }) {
  const { t } = useWords()
  return (
    <Section title={t('vetoes.page.now')}>
      <ButtonRow>
        {moves.map((move, place) => (
          <ButtonLink
            key={move}
            kind={move === 'override' ? 'plain' : place === 0 ? 'main' : 'quiet'}
            to={`/app/vetoes/${id}/${ofGroup.includes(move) ? 'propose' : 'answer'}?move=${move}`}
          >
            {t(`vetoes.act.${move}.title`)}
          </ButtonLink>
        ))}
      </ButtonRow>
    </Section>
  )
}
