import { useWords } from '~/language/words'

/** One station on the way; `note` is for a date or a condition. */
export type Step = { id: string; label: string; note?: string }

/** Shows where a thing stands on its way. `label` says aloud what the way is. */
export function Steps({ steps, now, label }: { steps: readonly Step[]; now: string; label: string }) {
  const { t } = useWords()
  const present = steps.findIndex(({ id }) => id === now)
  return (
    <ol className="steps" aria-label={label}>
      {steps.map(({ id, label: name, note }, place) => {
        const state = place < present ? 'past' : place === present ? 'now' : 'ahead'
        return (
          <li key={id} data-state={state} aria-current={state === 'now' ? 'step' : undefined}>
            {name}
            <span className="only-read-aloud"> ({t(`shell.steps.${state}`)})</span>
            {note && <small>{note}</small>}
          </li>
        )
      })}
    </ol>
  )
}
