import { useWords } from '~/language/words'
import { DayText } from '~/ui/day'
import { Section } from '~/ui/page'
import { Table } from '~/ui/table'
import type { PromiseEvent, PromiseInFull } from './register'
import { PartText } from './small-print'
import { promiseParts } from './words'

type Of = { promise: PromiseInFull }

/** When management and the works council differ: what each said last, side by side and equally large. */
export function Readings({ promise: { status, events } }: Of) {
  const { t } = useWords()
  if (status !== 'disputed') return null
  const last = (side: PromiseEvent['side']) => events.filter(one => one.kind === 'moved' && one.side === side).at(-1)
  return (
    <Section title={t('promises.page.readings')}>
      <div className="columns">
        {(['management', 'worksCouncil'] as const).map(side => (
          <div key={side}>
            <h3 className="column-title">{t(`promises.side.${side}`)}</h3>
            <p className="register-text">{last(side)?.note}</p>
          </div>
        ))}
      </div>
    </Section>
  )
}

/** The first words, and beside them what stands now; below them each amendment with its reason. */
export function Amendments({ promise: { first, now, events } }: Of) {
  const { t } = useWords()
  const changed = promiseParts.filter(part => first[part] !== now[part])
  const parts = changed.map(part => ({ part }))
  const columns = [
    { label: t('promises.page.event'), cell: ({ part }: (typeof parts)[number]) => t(`promises.part.${part}`) },
    {
      label: t('promises.page.first'),
      cell: ({ part }: (typeof parts)[number]) => <PartText part={part} words={first} />,
    },
    {
      label: t('promises.page.now'),
      cell: ({ part }: (typeof parts)[number]) => (
        <ins>
          <PartText part={part} words={now} />
        </ins>
      ),
    },
  ]
  return (
    <Section title={t('promises.page.amendments')}>
      <Table
        caption={t('promises.page.amendments')}
        captionHidden
        columns={columns}
        rows={parts}
        keyOf={row => row.part}
      />
      {events.flatMap(({ kind, version, happenedOn, note }) =>
        kind === 'amended' ? (
          <p key={version}>
            <DayText day={happenedOn} />. {t('promises.part.reason')}: {note}
          </p>
        ) : (
          []
        ),
      )}
    </Section>
  )
}

/** Every step with its day and who took it. */
export function History({ promise: { events } }: Of) {
  const { t } = useWords()
  const what = ({ kind, status }: PromiseEvent) =>
    kind === 'moved' ? t(`promises.status.${status}`) : t(`promises.event.${kind}`)
  const columns = [
    { label: t('promises.page.date'), cell: ({ happenedOn }: PromiseEvent) => <DayText day={happenedOn} /> },
    { label: t('promises.page.event'), cell: what },
    { label: t('promises.page.by'), cell: ({ side }: PromiseEvent) => t(`promises.side.${side}`) },
    { label: t('promises.move.note'), cell: ({ note }: PromiseEvent) => note },
  ]
  return (
    <Section title={t('promises.page.history')}>
      <Table caption={t('promises.page.history')} captionHidden columns={columns} rows={events} keyOf={keyOf} />
    </Section>
  )
}

const keyOf = ({ version }: PromiseEvent) => `${version}`
