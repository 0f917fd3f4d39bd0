import { useWords } from '~/language/words'
import { type Fact, facts, type Holding, type Told } from '~/people/own/holdings'
import { Section } from '~/ui/page'
import { Table } from '~/ui/table'
import { FactValue } from './fact-value'

/** Shows everything that stands readable in the database, kind by kind; `timeZone` is that of the installation: instants read as clocks here show them. */
export function HoldingList({ holdings, timeZone }: { holdings: Holding[]; timeZone: string }) {
  const { t } = useWords()
  return (
    <>
      <Section title={t('own.holdings.title')}>
        <p>{t('own.holdings.text')}</p>
      </Section>
      {holdings.map(({ about, rows }) => (
        <section className="flow" key={about}>
          <h3>{t(`own.about.${about}.title`)}</h3>
          <p>{t(`own.about.${about}.why`)}</p>
          <Rows caption={t(`own.about.${about}.title`)} rows={rows} timeZone={timeZone} />
        </section>
      ))}
    </>
  )
}

function Rows({ caption, rows, timeZone }: { caption: string; rows: Told[]; timeZone: string }) {
  const { t } = useWords()
  const told = facts.filter(fact => rows.some(row => isTold(row[fact])))
  const numbered = rows.map((row, place) => ({ row, key: String(place) }))
  return (
    <Table
      caption={caption}
      captionHidden
      rows={numbered}
      keyOf={({ key }) => key}
      phone="sheets"
      columns={told.map((fact: Fact) => ({
        label: t(`own.fact.${fact}`),
        cell: ({ row }: { row: Told }) =>
          isTold(row[fact]) ? <FactValue fact={fact} value={row[fact]} timeZone={timeZone} /> : '–',
      }))}
    />
  )
}

const isTold = (value: Told[Fact]) => value !== null && value !== undefined && value !== ''
