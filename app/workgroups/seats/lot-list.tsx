import { Link } from '@remix-run/react'
import { useWords } from '~/language/words'
import { DayText } from '~/ui/day'
import { Section } from '~/ui/page'
import { Table } from '~/ui/table'
import { RuleList, useTraitWords } from '../rule-text'
import type { DrawShown } from '../shown'
import type { Lot } from './draw'
import { seatTraits } from './rules'

/** The list that was announced, word for word: numbers and what the rules ask about, no names. */
export function LotList({ draw }: { draw: DrawShown }) {
  const { t } = useWords()
  const inWords = useTraitWords()
  const { list, announcedOn, announcedSeq, held } = draw
  const traits = seatTraits.filter(trait => list.rules.some(rule => rule.trait === trait))
  const isChosen = (lot: Lot) => held?.chosen.includes(lot.number)
  return (
    <Section title={t('groups.draw.list')}>
      <p>
        {t('groups.draw.announced')} <DayText day={announcedOn} />.{' '}
        <Link to="/ledger/entries">{t('groups.draw.entry', { seq: announcedSeq })}</Link>
      </p>
      <p>{t('groups.draw.seats', { count: list.seats, lots: list.lots.length })}</p>
      <RuleList rules={list.rules} />
      <p className="note">{t('groups.draw.onlyAsked')}</p>
      <Table
        caption={t('groups.draw.list')}
        captionHidden
        rows={list.lots}
        keyOf={lot => String(lot.number)}
        phone="scroll"
        columns={[
          { label: t('groups.draw.number'), cell: lot => lot.number },
          ...traits.map(trait => ({
            label: t(`groups.trait.${trait}`),
            cell: (lot: Lot) => (lot[trait] ? inWords({ trait, value: lot[trait] }) : '–'),
          })),
          ...(held
            ? [{ label: t('groups.draw.drawn'), cell: (lot: Lot) => (isChosen(lot) ? t('own.yes') : '–') }]
            : []),
        ]}
      />
      <dl className="small-print">
        <div>
          <dt>{t('groups.draw.sealedHalf')}</dt>
          <dd>
            <code className="verifier-lines">{list.sealedHalf}</code>
          </dd>
        </div>
      </dl>
    </Section>
  )
}
