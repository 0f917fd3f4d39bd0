import { Link } from '@remix-run/react'
import { useWords } from '~/language/words'
import { ButtonLink, ButtonRow } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import { Page } from '~/ui/page'
import { Table } from '~/ui/table'
import { headlineOf } from './headline'
import type { GateShown } from './shown'
import { isStanding } from './vetoes'

/** Every gate there is, and how far each is open. */
export function GatesPage({ gates, mayMake }: { gates: readonly GateShown[]; mayMake: boolean }) {
  const { t } = useWords()
  return (
    <Page title={t('gates.index.title')} lead={t('gates.index.lead')}>
      {mayMake && (
        <ButtonRow>
          <ButtonLink to="/app/gates/new">{t('gates.index.make')}</ButtonLink>
        </ButtonRow>
      )}
      {gates.length > 0 ? (
        <GateTable gates={gates} />
      ) : (
        <EmptyState title={t('gates.index.none')}>{t('gates.index.noneText')}</EmptyState>
      )}
    </Page>
  )
}

function GateTable({ gates }: { gates: readonly GateShown[] }) {
  const { t, language } = useWords()
  const standing = ({ steps }: GateShown) => steps.flatMap(step => step.vetoes).filter(isStanding).length
  const columns = [
    {
      label: t('gates.index.gate'),
      cell: (gate: GateShown) => (
        <>
          <Link to={`/app/gates/${gate.id}`}>{gate.name}</Link> <span className="note">{gate.useCase}</span>
        </>
      ),
    },
    { label: t('gates.index.kind'), cell: (gate: GateShown) => t(`gates.kind.${gate.kind}`) },
    { label: t('gates.index.state'), cell: (gate: GateShown) => headlineOf(gate, t, language).join(' ') },
    { label: t('gates.index.vetoes'), cell: (gate: GateShown) => standing(gate), number: true },
  ]
  return <Table caption={t('gates.index.caption')} columns={columns} rows={gates} keyOf={({ id }) => id} />
}
