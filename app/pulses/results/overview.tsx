import { useMemo } from 'react'
import { useWords } from '~/language/words'
import { ResultChart } from '~/ui/chart'
import { Section } from '~/ui/page'
import { type Column, Table } from '~/ui/table'
import type { PublishedFigure } from '../disclosure/rules'
import { useSaid } from './figure-words'
import type { Headline, ItemResult, RoundResults } from './rules'

/** What a round says in three sentences: what stands out, and how far it may be trusted. */
export function InShort({ results }: { results: RoundResults }) {
  const { t } = useWords()
  return (
    <Section title={t('results.headline.title')}>
      <HeadlineText headline={results.headline} items={results.items} />
      <TurnoutText turnout={results.turnout} />
    </Section>
  )
}

function HeadlineText({ headline, items }: { headline: Headline; items: readonly ItemResult[] }) {
  const { t, language } = useWords()
  const said = useSaid()
  if (headline.kind !== 'ranked') return <p className="headline">{t(`results.headline.${headline.kind}`)}</p>
  const { most, least } = headline
  const about = (id: string) => {
    const item = items.find(one => one.id === id)
    return { text: item?.text[language] ?? '', said: item?.figure ? said(item.figure.favourable, item.figure.n) : '' }
  }
  return (
    <>
      <p className="headline">{t(`results.headline.${most.isCertain ? 'most' : 'mostLikely'}`, about(most.id))}</p>
      <p className="headline">{t(`results.headline.${least.isCertain ? 'least' : 'leastLikely'}`, about(least.id))}</p>
    </>
  )
}

function TurnoutText({ turnout }: Pick<RoundResults, 'turnout'>) {
  const { t } = useWords()
  if (!turnout) return <p>{t('results.turnout.none')}</p>
  const { atLeast, certainty } = turnout
  const band = atLeast > 0 ? t('results.turnout.band', { atLeast }) : t('results.turnout.lowest')
  return <p>{`${band} ${t(`results.turnout.${certainty}`)}`}</p>
}

type Row = { place: number; text: string; figure: PublishedFigure }

/** All questions of a round side by side for the whole organisation, as a picture and as the same table. */
export function Overview({ items }: { items: readonly ItemResult[] }) {
  const { t, language } = useWords()
  const picture = usePicture(items)
  const columns = useColumns()
  const rows = items.flatMap(({ text, figure }, place) =>
    figure ? [{ place: place + 1, text: text[language], figure }] : [],
  )
  if (rows.length === 0) return null
  const table = (
    <Table
      caption={t('results.overview.caption')}
      captionHidden
      columns={columns}
      rows={rows}
      keyOf={row => row.text}
    />
  )
  return (
    <ResultChart
      {...picture}
      title={t('results.overview.title')}
      reading={`${t('results.overview.reading')} ${t('results.whyBounds')}`}
      table={table}
    />
  )
}

function useColumns(): Column<Row>[] {
  const { t } = useWords()
  const said = useSaid()
  return [
    { label: t('results.overview.question'), cell: ({ place, text }) => `${place}. ${text}` },
    { label: t('results.overview.favourable'), cell: ({ figure }) => said(figure.favourable, figure.n) },
    { label: t('results.overview.unfavourable'), cell: ({ figure }) => said(figure.unfavourable, figure.n) },
  ]
}

function usePicture(items: readonly ItemResult[]) {
  const { t } = useWords()
  return useMemo(() => {
    const series = (which: 'favourable' | 'unfavourable') => ({
      label: t(`results.overview.${which}`),
      values: items.map(({ figure }) => figure?.[which][0] ?? null),
      intervals: items.map(({ figure }) => figure?.[which] ?? null),
    })
    return {
      kind: 'bar' as const,
      labels: items.map((_, place) => `${place + 1}`),
      series: [series('favourable'), series('unfavourable')],
      most: roundTop(Math.max(...items.map(({ figure }) => figure?.n ?? 0))),
    }
  }, [items, t])
}

/** Ends the scale of the picture at a round number of people. */
const roundTop = (people: number) => (people > 50 ? 50 * Math.ceil(people / 50) : 10 * Math.ceil(people / 10))
