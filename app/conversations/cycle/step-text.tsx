import { useWords } from '~/language/words'
import { useDayInWords } from '~/ui/day'
import type { AgreementCounts, StepShown } from './rules'

/** How a step stands, in words; what is late says since which day. */
export function StepText({ step }: { step: StepShown }) {
  const { t } = useWords()
  const inWords = useDayInWords()
  const short = (day: string) => inWords(day, 'short')
  if (!('dueOn' in step)) return t(`cycle.step.${step.kind}`)
  const { dueOn } = step
  const done = step.on && t(step.kind === 'done' ? 'cycle.step.done' : 'cycle.step.planned', { date: short(step.on) })
  if (step.kind === 'done') return `${done}${step.wasLate ? ` ${t('cycle.step.wasLate', { date: short(dueOn) })}` : ''}`
  if (step.kind === 'late')
    return (
      <div>
        <strong>{t('cycle.step.late', { date: short(dueOn) })}</strong> {done}
      </div>
    )
  return done || t('cycle.step.waiting', { date: short(dueOn) })
}

type CountsProps = { counts: AgreementCounts; before: AgreementCounts }

/** What became of the agreements of a team, and what is still open from before, in numbers. */
export function AgreementsText({ counts, before }: CountsProps) {
  const { t } = useWords()
  const { open, done, dropped } = counts
  const said = [
    done > 0 && t('cycle.count.done', { count: done }),
    dropped > 0 && t('cycle.count.dropped', { count: dropped }),
    open > 0 && t('cycle.count.open', { count: open }),
  ].filter(part => part !== false)
  return (
    <div>
      <p>
        {said.length > 0 ? `${said.join(', ')}. ` : t('cycle.count.none')} <LateText counts={counts} />
      </p>
      {before.open > 0 && (
        <p>
          {t('cycle.count.before', { count: before.open })} <LateText counts={before} />
        </p>
      )}
    </div>
  )
}

/** What is late says since which day. */
function LateText({ counts: { late, lateSince } }: { counts: AgreementCounts }) {
  const { t } = useWords()
  const inWords = useDayInWords()
  if (!lateSince) return null
  return <strong>{t('cycle.count.late', { count: late, date: inWords(lateSince, 'short') })}</strong>
}
