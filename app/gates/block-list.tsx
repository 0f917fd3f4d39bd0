import { Link } from '@remix-run/react'
import { useWords } from '~/language/words'
import { blocksOf, vetoesHolding } from './rules'
import type { GateShown, StepShown } from './shown'

/** Everything that holds a step, each with who can do something about it; a veto by its name, also one against a nearer step. */
export function BlockList({ gate, step }: { gate: GateShown; step: StepShown }) {
  const { t } = useWords()
  const blocks = blocksOf(step, gate)
  if (blocks.length === 0) return null
  return (
    <ul>
      {blocks.map(block => (
        <li key={block}>
          <strong>{t(`gates.refused.${block}`)}</strong> {t(`gates.block.${block}.who`)}
          {block === 'vetoStands' && <Holding gate={gate} step={step} />}
        </li>
      ))}
    </ul>
  )
}

function Holding({ gate: { steps }, step }: { gate: GateShown; step: StepShown }) {
  const { t } = useWords()
  const pctOf = (id: string) => steps.find(({ vetoes }) => vetoes.some(veto => veto.id === id))!.targetPct
  return (
    <ul>
      {vetoesHolding(step, steps).map(({ id }) => (
        <li key={id}>
          <Link to={`/app/vetoes/${id}`}>{t('gates.block.vetoStands.which', { id, pct: pctOf(id) })}</Link>
        </li>
      ))}
    </ul>
  )
}
