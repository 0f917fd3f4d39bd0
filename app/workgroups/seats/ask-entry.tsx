import { useWords } from '~/language/words'
import { ButtonLink } from '~/ui/button'
import type { SeatAsk } from './asks'

/** Tells somebody that they sit in a group now, or that one looks for members, and leads there. */
export function SeatAskEntry({ ask: { kind, group }, first }: { ask: SeatAsk; first: boolean }) {
  const { t } = useWords()
  const to = kind === 'seatNew' ? `/app/groups/${group.id}` : `/app/groups/${group.id}/volunteer`
  return (
    <>
      <h2>{t(`groups.home.${kind}.title`, { name: group.name })}</h2>
      <p>{t(`groups.home.${kind}.text`)}</p>
      <ButtonLink kind={first ? 'main' : 'quiet'} to={to}>
        {t(`groups.home.${kind}.go`)}
      </ButtonLink>
    </>
  )
}
