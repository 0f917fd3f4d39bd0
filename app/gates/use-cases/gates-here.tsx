import { Link } from '@remix-run/react'
import { useWords } from '~/language/words'
import { Section } from '~/ui/page'
import type { Phase } from '../phases'

/** A gate as this page needs it: what it is called and which share of customers reaches the AI through it now. */
export type GateLine = { id: string; name: string; pct: number }

/** The gates of a use case; in the first phase there are none, and the page says why. */
export function GatesHere({ phase, gates }: { phase: Phase; gates: readonly GateLine[] }) {
  const { t } = useWords()
  return (
    <Section title={t('phases.gates.title')} id="gates">
      <p>{t(phase === 'listen' ? 'phases.gates.none' : 'phases.gates.keys')}</p>
      {gates.length > 0 && (
        <ul className="promise-list">
          {gates.map(({ id, name, pct }) => (
            <li key={id}>
              <Link to={`/app/gates/${id}`}>{name}</Link>
              <p className="note">{pct === 0 ? t('phases.gates.shut') : t('phases.gates.open', { pct })}</p>
            </li>
          ))}
        </ul>
      )}
      {phase !== 'listen' && gates.length === 0 && <p>{t('phases.gates.notYet')}</p>}
    </Section>
  )
}
