import { useWords } from '~/language/words'
import { Gone } from '~/ledger/erasures/erased-words'
import type { WordsPart } from '~/ledger/erasures/place'
import { DayText } from '~/ui/day'
import { Section } from '~/ui/page'
import type { PartDifference, Piece } from './difference'
import type { PromiseInFull } from './register'
import { PartText } from './small-print'
import { type PromiseWords, promiseParts } from './words'

type AmendmentsProps = { promise: PromiseInFull; differences: readonly PartDifference[] }

/** The first words, beside them what stands now, and word by word what differs; below them each reason. */
export function Amendments({ promise: { first, now, events }, differences }: AmendmentsProps) {
  const { t } = useWords()
  return (
    <Section title={t('promises.page.amendments')}>
      {differences.map(difference => (
        <PartChanged key={difference.part} difference={difference} first={first} now={now} />
      ))}
      <ol className="amendment-reasons">
        {events.flatMap(({ kind, version, happenedOn, note, changed = {} }) =>
          kind === 'amended' ? (
            <li key={version}>
              <DayText day={happenedOn} />
              {' · '}
              {promiseParts
                .filter(part => part in changed)
                .map(part => t(`promises.part.${part}`))
                .join(', ')}
              . {t('promises.part.reason')}: {note || <Gone part="note" version={version} />}
            </li>
          ) : (
            []
          ),
        )}
      </ol>
    </Section>
  )
}

type PartChangedProps = { difference: PartDifference; first: PromiseWords; now: PromiseWords }

function PartChanged({ difference: { part, pieces }, first, now }: PartChangedProps) {
  const { t } = useWords()
  const versions = { first, now }
  return (
    <div className="register-entry">
      <h3>{t(`promises.part.${part}`)}</h3>
      <div className="columns amendment">
        {(['first', 'now'] as const).map(version => (
          <div key={version}>
            <h4 className="column-title">{t(`promises.page.${version}`)}</h4>
            <p className="register-text">
              {versions[version][part] ? (
                <PartText part={part} words={versions[version]} />
              ) : (
                <Gone part={part as WordsPart} otherwise={t('promises.page.nothingSaid')} />
              )}
            </p>
          </div>
        ))}
      </div>
      {pieces && (
        <>
          <h4 className="column-title">{t('promises.page.difference')}</h4>
          <p className="difference">
            {pieces.map((piece, nth) => (
              <PieceText key={piece.startsAt} piece={piece} isReplacing={pieces[nth - 1]?.kind === 'removed'} />
            ))}
          </p>
        </>
      )}
    </div>
  )
}

/** A piece says what it is to who hears it, and shows it by more than its colour to who sees it. */
function PieceText({ piece: { kind, text }, isReplacing }: { piece: Piece; isReplacing: boolean }) {
  const { t } = useWords()
  if (kind === 'same') return <>{text}</>
  const Mark = kind === 'added' ? 'ins' : 'del'
  return (
    <Mark data-replaces={isReplacing || undefined}>
      <span className="only-read-aloud"> {t(`promises.page.${kind}`)} </span>
      {text}
    </Mark>
  )
}
