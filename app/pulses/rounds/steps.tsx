import { useWords } from '~/language/words'
import { useDayInWords } from '~/ui/day'
import { Notice } from '~/ui/notice'
import { Steps } from '~/ui/steps'
import type { RoundShown } from '../planning'
import { type ClosingStep, closingSteps } from '../rules'

/** Shows where a round stands, with the days on which it moves; a void one says why it ended. */
export function RoundSteps({ round }: { round: RoundShown }) {
  const { t } = useWords()
  const inWords = useDayInWords()
  const reason = round.voidReason ?? 'mistake'
  if (round.state === 'void') return <Notice kind="warning">{t(`pulses.rounds.void.${reason}`)}</Notice>
  const notes = {
    draft: undefined,
    issuing: t('pulses.rounds.from', { date: inWords(round.issuingFrom) }),
    open:
      round.state === 'open'
        ? t('pulses.rounds.until', { date: inWords(round.closesOn) })
        : t('pulses.rounds.from', { date: inWords(round.opensOn) }),
    closed: undefined,
    published: undefined,
  }
  const steps = (['draft', 'issuing', 'open', 'closed', 'published'] as const).map(id => ({
    id,
    label: t(`pulses.rounds.state.${id}`),
    note: notes[id],
  }))
  return <Steps label={t('pulses.rounds.steps')} now={round.state} steps={steps} />
}

/** Shows how far the counting is; nothing in it tells what was answered, or by how many. */
export function ClosingSteps({ done }: { done: string | null }) {
  const { t } = useWords()
  const next = closingSteps[closingSteps.indexOf(done as ClosingStep) + 1] ?? 'keysDestroyed'
  const steps = closingSteps.map(id => ({ id, label: t(`pulses.rounds.closing.${id}`) }))
  return <Steps label={t('pulses.rounds.closing.steps')} now={next} steps={steps} />
}
