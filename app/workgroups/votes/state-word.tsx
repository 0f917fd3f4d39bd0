import { useWords } from '~/language/words'
import type { ProposalState } from './rules'

/** A sign for who cannot see colours; the word beside it says the same. */
const signs: Record<ProposalState, string> = { discussion: '○', voting: '→', adopted: '✓', rejected: '×', lapsed: '–' }

/** How a proposal stands, in a word with its sign. */
export function ProposalStateWord({ state }: { state: ProposalState }) {
  const { t } = useWords()
  return (
    <span className="status-word" data-status={state}>
      <span className="status-sign" aria-hidden="true">
        {signs[state]}
      </span>
      {t(`votes.state.${state}`)}
    </span>
  )
}
