import { useWords } from '~/language/words'
import { Gone } from '~/ledger/erasures/erased-words'
import { DayText } from '~/ui/day'
import { Section } from '~/ui/page'
import { Table } from '~/ui/table'
import type { PromiseEvent, PromiseInFull } from './register'

type Of = { promise: PromiseInFull }

/** When management and the works council differ, or staff have decided: what each said last, side by side and equally large. */
export function Readings({ promise: { status, events } }: Of) {
  const { t } = useWords()
  if (status !== 'disputed' && !events.some(one => one.side === 'staff')) return null
  const last = (side: PromiseEvent['side']) => events.filter(one => one.kind === 'moved' && one.side === side).at(-1)
  return (
    <Section title={t('promises.page.readings')}>
      <div className="columns">
        {(['management', 'worksCouncil'] as const).map(side => (
          <div key={side}>
            <h3 className="column-title">{t(`promises.side.${side}`)}</h3>
            <p className="register-text">
              {last(side)?.note || (
                <Gone part="note" version={last(side)?.version} otherwise={t('promises.page.silent')} />
              )}
            </p>
          </div>
        ))}
      </div>
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
    {
      label: t('promises.move.note'),
      cell: ({ note, version }: PromiseEvent) => note || <Gone part="note" version={version} />,
    },
  ]
  return (
    <Section title={t('promises.page.history')}>
      <Table caption={t('promises.page.history')} captionHidden columns={columns} rows={events} keyOf={keyOf} />
    </Section>
  )
}

const keyOf = ({ version }: PromiseEvent) => `${version}`
