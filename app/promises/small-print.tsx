import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useWords } from '~/language/words'
import { Gone } from '~/ledger/erasures/erased-words'
import { DayText } from '~/ui/day'
import type { PromisePart, PromiseSaid, PromiseWords } from './words'

/** One part of a promise as it is read: a role and a day in words, the rest as it was written. */
export function PartText({ part, words }: { part: PromisePart; words: Partial<PromiseWords> }) {
  const { t } = useWords()
  if (part === 'ownerRole') return <>{words.ownerRole && t(`promises.owner.${words.ownerRole}`)}</>
  if (part === 'dueOn') return <>{words.dueOn && <DayText day={words.dueOn} />}</>
  return words[part] ? <>{words[part]}</> : <Gone part={part} />
}

const below = ['exclusions', 'dueOn', 'measure', 'ownerRole', 'scope', 'why'] as const

type SmallPrintProps = {
  words: PromiseWords
  rest: Pick<PromiseSaid, 'madeOn'> & { place?: string | null; barrier?: PromiseSaid['barrier'] | null }
  round?: { number: number } | null
  /** The page of that round, for who may open it. */
  roundTo?: string
}

/** All that belongs to a promise: what it does not cover comes first and as large as the rest. */
export function SmallPrint({ words, rest, round, roundTo }: SmallPrintProps) {
  const { t } = useWords()
  return (
    <dl className="small-print">
      {below.map(part => (
        <Entry key={part} label={t(`promises.part.${part}`)}>
          {part === 'ownerRole' ? <Owner {...words} /> : <PartText part={part} words={words} />}
        </Entry>
      ))}
      <Entry label={t('promises.part.madeOn')}>
        <DayText day={rest.madeOn} />
      </Entry>
      {rest.place !== null && rest.place !== undefined && (
        <Entry label={t('promises.part.place')}>{rest.place || <Gone part="place" />}</Entry>
      )}
      {rest.barrier && <Entry label={t('promises.part.barrier')}>{t(`promises.barrier.${rest.barrier}`)}</Entry>}
      {round && (
        <Entry label={t('promises.part.round')}>
          <RoundName number={round.number} to={roundTo} />
        </Entry>
      )}
    </dl>
  )
}

/** The role that answers for it, with the name of whoever agreed to be named. */
function Owner({ ownerRole, ownerName }: PromiseWords) {
  const { t } = useWords()
  const role = t(`promises.owner.${ownerRole}`)
  return <>{ownerName ? t('promises.owner.named', { role, name: ownerName }) : role}</>
}

function RoundName({ number, to }: { number: number; to?: string }) {
  const { t } = useWords()
  const name = t('promises.part.roundName', { number })
  return to ? <Link to={to}>{name}</Link> : <>{name}</>
}

const Entry = ({ label, children }: { label: string; children: ReactNode }) => (
  <div>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </div>
)
