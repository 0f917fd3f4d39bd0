import { domainLabels } from 'surveys/self-check/v1'
import { useWords } from '~/language/words'
import { Notice } from '~/ui/notice'
import { Section } from '~/ui/page'
import { Picture } from '~/ui/picture'
import { Dumbbell } from './dumbbell'
import { blindSpotsIn, gapsIn, type MirrorRow, type MirrorShown, type OwnRow } from './rules'
import { Sealed } from './sealed'
import { BarrierTable, MirrorTable } from './tables'

/** What management said beforehand beside what staff say: statement by statement, with no more than the figures carry. */
export function MirrorSection({ mirror }: { mirror: MirrorShown }) {
  const { t } = useWords()
  const { rows, handedIn, barriers, own, turnout } = mirror
  return (
    <>
      {rows.length > 0 && <Mirror {...mirror} isHandedIn={handedIn !== undefined} />}
      <Section title={t('readiness.mirror.expected')} id="expected">
        {rows.length === 0 && <p>{t(`results.turnout.${turnout ?? 'none'}`)}</p>}
        {rows.length === 0 && <p>{t('readiness.mirror.noMirror')}</p>}
        {!handedIn && rows.length === 0 && <p>{t('readiness.mirror.noExpectation')}</p>}
        {barriers.length > 0 && <BarrierTable caption={t('readiness.mirror.expectedCaption')} rows={barriers} />}
        {handedIn && <Sealed {...handedIn} />}
      </Section>
      {own && <Own rows={own} />}
    </>
  )
}

type MirrorProps = Pick<MirrorShown, 'rows' | 'turnout'> & { isHandedIn: boolean }

function Mirror({ rows, turnout, roundId, isHandedIn }: MirrorProps & { roundId: string }) {
  const { t } = useWords()
  const older = rows.filter(({ staff }) => staff?.olderAnswers).length
  return (
    <Section title={t('readiness.mirror.title')} id="mirror">
      <p>{t('readiness.mirror.what')}</p>
      <p>{t(`results.turnout.${turnout ?? 'none'}`)}</p>
      {!isHandedIn && <Notice kind="warning">{t('readiness.mirror.notHandedIn')}</Notice>}
      <Picture
        name={`mirror-${roundId.toLowerCase()}`}
        title={t('readiness.mirror.picture')}
        reading={<Reading rows={rows} turnout={turnout} isHandedIn={isHandedIn} />}
        table={<MirrorTable rows={rows} />}
      >
        <Dumbbell rows={rows} />
      </Picture>
      <p className="note">{t('readiness.mirror.key')}</p>
      {older > 0 && <p className="note">{t('readiness.mirror.partlyOlder', { count: older })}</p>}
      {isHandedIn && <Domains rows={rows} />}
    </Section>
  )
}

/** One sentence that says what the picture shows, and how sure it is. */
function Reading({ rows, turnout = 'tooFew', isHandedIn }: MirrorProps) {
  const { t } = useWords()
  if (!isHandedIn) return t('readiness.mirror.reading.staffOnly')
  if (turnout === 'tooFew') return t('readiness.mirror.reading.tooFew')
  const { compared, blindSpot, betterThanThought } = gapsIn(rows)
  if (compared === 0) return t('readiness.mirror.reading.nothing')
  if (blindSpot + betterThanThought === 0) return t('readiness.mirror.reading.none', { count: compared })
  const sentences = [
    blindSpot > 0 && t('readiness.mirror.reading.blindSpot', { count: blindSpot, of: compared }),
    betterThanThought > 0 &&
      t('readiness.mirror.reading.betterThanThought', { count: betterThanThought, of: compared }),
    t('readiness.mirror.reading.rest'),
  ]
  return sentences.filter(Boolean).join(' ')
}

/** How many blind spots each domain has; a number of statements, never a mark. */
function Domains({ rows }: { rows: MirrorRow[] }) {
  const { t, language } = useWords()
  const counts = blindSpotsIn(rows)
  if (counts.length === 0) return null
  return (
    <>
      <h3>{t('readiness.mirror.domains')}</h3>
      <ul>
        {counts.map(({ domain, blindSpots, compared }) => (
          <li key={domain}>
            {t('readiness.mirror.domain', { domain: domainLabels[domain][language], count: blindSpots, of: compared })}
          </li>
        ))}
      </ul>
    </>
  )
}

/** What this reader expected, for this reader only. */
function Own({ rows }: { rows: readonly OwnRow[] }) {
  const { t } = useWords()
  const response = (['tooFew', 'careful'] as const).find(band => rows.some(row => row.response === band))
  return (
    <Section title={t('readiness.mirror.own')} id="own">
      <p>{t('readiness.mirror.onlyYou')}</p>
      {rows.every(({ staff }) => !staff) && <p>{t('readiness.mirror.noOwnFigure')}</p>}
      {response && <p>{t(`results.turnout.group.${response}`)}</p>}
      <BarrierTable caption={t('readiness.mirror.ownCaption')} rows={rows} />
    </Section>
  )
}
