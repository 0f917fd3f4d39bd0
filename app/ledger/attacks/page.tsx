import { useWords } from '~/language/words'
import { ButtonLink, ButtonRow } from '~/ui/button'
import { DayText } from '~/ui/day'
import { useCarriedLanguage } from '~/ui/masthead'
import { Notice } from '~/ui/notice'
import { Page, Section } from '~/ui/page'
import { type AttackReport, allWithstood, enginesOf } from './rules'
import { OneAttack, useNumbers } from './told'

/** What the public attack suite tried on this release, and what came of it, for everybody. */
export function AttacksPage({ report }: { report: AttackReport }) {
  const { t } = useWords()
  const here = useCarriedLanguage()
  return (
    <Page title={t('attacks.title')} lead={t('attacks.lead')}>
      <Summary report={report} />
      {report.attacks.map(result => (
        <OneAttack key={result.id} result={result} />
      ))}
      <Section title={t('attacks.limits')}>
        <p>{t('attacks.limitsText')}</p>
      </Section>
      <Again first={report.attacks[0]?.id ?? ''} />
      <About report={report} />
      <ButtonRow>
        <ButtonLink to={here('/ledger')} kind="quiet">
          {t('attacks.toLedger')}
        </ButtonLink>
      </ButtonRow>
    </Page>
  )
}

function Summary({ report: { attacks } }: { report: AttackReport }) {
  const { t } = useWords()
  const number = useNumbers()
  const tried = number(attacks.reduce((sum, one) => sum + one.tried, 0))
  if (!allWithstood(attacks))
    return (
      <Notice kind="warning" title={t('attacks.some')}>
        {t('attacks.someText')}
      </Notice>
    )
  return (
    <Notice kind="done" title={t('attacks.none')}>
      <p>{t('attacks.noneText', { attacks: attacks.length, tried })}</p>
      {attacks.some(({ broken }) => broken > 0) && <p>{t('attacks.guess')}</p>}
    </Notice>
  )
}

function Again({ first }: { first: string }) {
  const { t } = useWords()
  return (
    <Section title={t('attacks.again')} id="again">
      <p>
        {t('attacks.againText')} <code>npm run attack</code>
      </p>
      <p>
        {t('attacks.oneText')} <code>npm run attack -- {first}</code>
      </p>
    </Section>
  )
}

function About({ report }: { report: AttackReport }) {
  const { t } = useWords()
  const facts = [
    { name: 'version', value: report.version },
    { name: 'ranOn', value: <DayText day={report.ranOn} /> },
    {
      name: 'engines',
      value: enginesOf(report)
        .map(engine => t(`attacks.${engine}`))
        .join(', '),
    },
    { name: 'sources', value: <code>{report.sources}</code>, more: t('attacks.sourcesText') },
  ] as const
  return (
    <Section title={t('attacks.about')}>
      <dl className="limits">
        {facts.map(({ name, value, ...fact }) => (
          <div key={name}>
            <dt>{t(`attacks.${name}`)}</dt>
            <dd>{value}</dd>
            {'more' in fact && <dd className="note">{fact.more}</dd>}
          </div>
        ))}
      </dl>
    </Section>
  )
}
