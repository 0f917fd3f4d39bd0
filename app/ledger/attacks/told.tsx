import { useWords } from '~/language/words'
import { Section } from '~/ui/page'
import { Table } from '~/ui/table'
import { type AttackResult, endingOf, type Tried } from './rules'

/** Returns a writer of numbers as they are written in the language of the page. */
export function useNumbers(): (value: number) => string {
  const { language } = useWords()
  const format = new Intl.NumberFormat(language === 'en' ? 'en-GB' : language)
  return value => format.format(value)
}

/** One attack: who attacks and with what, what they try, what came of it, and every number. */
export function OneAttack({ result }: { result: AttackResult }) {
  const { t } = useWords()
  const number = useNumbers()
  const told = `attacks.attack.${result.id}` as const
  const control = Object.values(result.controls)[0]
  const numbers = {
    tried: number(result.tried),
    broken: number(result.broken),
    controlTried: number(control?.tried ?? 0),
    controlBroken: number(control?.broken ?? 0),
  }
  return (
    <Section title={t(`${told}.title`)} id={result.id}>
      <p>
        <strong>{t(`attacks.ending.${endingOf(result)}`)}</strong>
      </p>
      <p>
        {t(`${told}.who`)} {t(`${told}.tries`)} {t(`${told}.found`, numbers)}
      </p>
      <Numbers result={result} />
      <p className="note">
        {result.engines.length > 0
          ? t('attacks.on', { engines: result.engines.map(engine => t(`attacks.${engine}`)).join(', ') })
          : t('attacks.onNone')}
      </p>
    </Section>
  )
}

type Row = Tried & { label: string }

function Numbers({ result }: { result: AttackResult }) {
  const { t } = useWords()
  const number = useNumbers()
  const controls = Object.entries(result.controls).map(([name, found]): Row => {
    const what = t(`attacks.control.${result.id}.${name}` as 'attacks.control.subtraction.eachFromFive')
    return { ...found, label: t('attacks.controlRow', { what }) }
  })
  const columns = [
    { label: t('attacks.row'), cell: (row: Row) => row.label },
    { label: t('attacks.tried'), cell: (row: Row) => number(row.tried), number: true },
    { label: t('attacks.broken'), cell: (row: Row) => number(row.broken), number: true },
  ]
  const rows = [{ ...result, label: t('attacks.product') }, ...controls]
  return (
    <Table
      caption={t('attacks.table')}
      captionHidden
      phone="scroll"
      columns={columns}
      rows={rows}
      keyOf={row => row.label}
    />
  )
}
