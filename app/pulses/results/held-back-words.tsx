import { useWords } from '~/language/words'
import { HeldBack } from '~/ui/held-back'
import type { HeldBackUnit } from '../groups'
import { useJoined } from './figure-words'

/** Says why there is no figure at all: too few answered, or a new figure could tell about who came, left or moved. */
export function Nothing({ unit }: { unit?: HeldBackUnit }) {
  const { t } = useWords()
  const kind = !unit || unit.reason.kind === 'countedWith' ? 'tooFewAnswers' : unit.reason.kind
  return <HeldBack reason={t(`results.heldBack.${kind}`)} />
}

/** Says why a unit has no figure of its own. */
export function Reason({ unit }: { unit: HeldBackUnit }) {
  const { t } = useWords()
  const joined = useJoined()
  if (unit.reason.kind !== 'countedWith') return <Nothing unit={unit} />
  return <HeldBack reason={t('results.heldBack.countedWith', { others: joined(unit.reason.labels) })} />
}
