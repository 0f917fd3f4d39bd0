import type { ReactNode } from 'react'
import { useWords } from '~/language/words'
import { useJoined, useShare } from '~/pulses/results/figure-words'
import type { CountedGroup, NoGroup } from '~/pulses/results/group/rules'
import { HeadlineText } from '~/pulses/results/headline-text'
import { useChange } from '~/pulses/results/over-time/change-words'
import type { ItemResult } from '~/pulses/results/rules'
import { isOfBarrier, toldBy, toldOf } from '~/pulses/results/telling'
import { useDayInWords } from '~/ui/day'
import type { RoundSaid } from './sheet'

type SaidProps = { said: RoundSaid; children?: ReactNode }

/** What a round says of the group that holds the team: who that is, what stands out, what changed; figures go in between. */
export function SaidPart({ said, children }: SaidProps) {
  const { t } = useWords()
  const inWords = useDayInWords()
  const { round, items, headline, response, leftOut } = said
  const day = inWords(round.closesOn, 'short')
  return (
    <>
      <p className="note">
        {t('preparation.round', { number: round.number, date: day })} <About about={said.about} />
      </p>
      <HeadlineText headline={headline} items={items} />
      {response && <p>{t(`results.turnout.group.${response}`)}</p>}
      {children}
      <Changed said={said} />
      {leftOut > 0 && <p className="note">{t('preparation.leftOut', { count: leftOut })}</p>}
    </>
  )
}

/** Whom the figures are about, and why that is more than the team. */
function About({ about }: { about: CountedGroup | NoGroup }) {
  const { t } = useWords()
  const joined = useJoined()
  if (typeof about === 'string') return <>{t(`preparation.about.${about}`)}</>
  if (about.others.length > 0) return <>{t('preparation.about.together', { others: joined(about.others) })}</>
  return <>{t('preparation.about.own')}</>
}

/** Each figure in words. Of a check only its barriers: what staff find of management has its own page. */
export function FiguresPart({ items }: { items: readonly ItemResult[] }) {
  const { t, language } = useWords()
  const share = useShare()
  const shown = items.some(isOfBarrier) ? items.filter(isOfBarrier) : items
  // A group has one figure, of now or of then; everybody together may have some of both.
  const older = (count: number, n: number) =>
    count === n ? t('preparation.older') : t('results.item.older', { count, n })
  return (
    <ul className="prepared-figures">
      {shown.flatMap(({ id, kind, text, figure, olderAnswers }) => {
        if (!figure) return []
        const word = t(`results.class.${kind}.${toldBy(kind)}`)
        return [
          <li key={id}>
            {t('preparation.figure', { text: text[language], word, ...share(toldOf(kind, figure)) })}
            {olderAnswers !== undefined && ` ${older(olderAnswers, figure.n)}`}
          </li>,
        ]
      })}
    </ul>
  )
}

/** What differs from earlier as far as the statistics allow it; where nothing does, that is said too. */
function Changed({ said: { items, changed, isCompared } }: SaidProps) {
  const { t, language } = useWords()
  const change = useChange()
  const barriersOnly = items.some(isOfBarrier)
  const told = changed.flatMap(one => {
    const item = items.find(({ id }) => id === one.id)
    return item && (!barriersOnly || isOfBarrier(item)) ? [{ ...one, item }] : []
  })
  if (told.length === 0) return <p>{t(isCompared ? 'preparation.changed.none' : 'preparation.changed.first')}</p>
  return (
    <>
      <p>{t('preparation.changed.some')}</p>
      <ul>
        {told.map(({ id, item: { kind, text }, change: how }) => (
          <li key={id}>
            {t('preparation.changed.line', {
              text: text[language],
              word: t(`results.class.${kind}.${toldBy(kind)}`),
              change: change(how),
            })}
          </li>
        ))}
      </ul>
    </>
  )
}
