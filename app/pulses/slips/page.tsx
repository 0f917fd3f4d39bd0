import { Link } from '@remix-run/react'
import { useWords } from '~/language/words'
import { ButtonLink, ButtonRow } from '~/ui/button'
import { Notice } from '~/ui/notice'
import { Page, Section } from '~/ui/page'
import { Table } from '~/ui/table'
import { KeyHolderNotice, SlipAdvice, SlipLimits } from './advice'
import type { CardRound } from './cards'
import { SlipMaker } from './maker'
import type { SlipUnit } from './rules'

type SlipsPageProps = {
  round: CardRound & { state: string; isCouncilHeld: boolean; units: SlipUnit[] }
  origin: string
}

/** The slips of one round: make them, print them, and how they stay anybody's. */
export function SlipsPage({ round, origin }: SlipsPageProps) {
  const { t } = useWords()
  return (
    <Page
      kicker={<Link to="/app/slips">{t('slips.title')}</Link>}
      title={t('slips.page.title', { number: round.number })}
      lead={t('slips.page.lead')}
    >
      {round.isCouncilHeld && <KeyHolderNotice />}
      <Section title={t('slips.make.title')}>
        {round.state === 'issuing' ? (
          <>
            <p>{t('slips.make.text')}</p>
            <noscript>
              <p className="note">{t('slips.make.noScript')}</p>
            </noscript>
            <SlipMaker round={round} origin={origin} />
          </>
        ) : (
          <Notice>{t(round.state === 'open' ? 'slips.refused.notIssuing' : 'slips.over')}</Notice>
        )}
      </Section>
      <Section title={t('slips.units.title')}>
        <UnitSlips units={round.units} />
        <ButtonRow>
          <ButtonLink to={`/app/rounds/${round.id}/slips/hand-out`} kind="quiet">
            {t('slips.handOut.go')}
          </ButtonLink>
        </ButtonRow>
      </Section>
      <SlipAdvice address={`${origin}/ballot/${round.id}/kiosk`} />
      <SlipLimits />
    </Page>
  )
}

function UnitSlips({ units }: { units: readonly SlipUnit[] }) {
  const { t } = useWords()
  return (
    <Table
      caption={t('slips.units.caption')}
      captionHidden
      rows={units}
      keyOf={({ id }) => id}
      columns={[
        { label: t('slips.units.unit'), cell: ({ label }) => label },
        { label: t('slips.units.people'), cell: ({ roster }) => roster, number: true },
        { label: t('slips.units.made'), cell: ({ made }) => made, number: true },
        { label: t('slips.units.handedOut'), cell: ({ handedOut }) => handedOut, number: true },
      ]}
    />
  )
}
