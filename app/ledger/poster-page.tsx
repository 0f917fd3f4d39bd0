import { useWords } from '~/language/words'
import { DayText } from '~/ui/day'
import type { PosterFacts } from './poster'

/** One sheet for the wall: what the ledger was on this day, and how anybody checks that it still begins so. */
export function PosterPage({ facts }: { facts: PosterFacts | null }) {
  const { t } = useWords()
  if (!facts) return <p>{t('ledger.page.empty')}</p>
  return (
    <article className="poster">
      <p className="no-print note">{t('ledger.poster.printHint')}</p>
      <p className="kicker">{facts.organisationName}</p>
      <h1>{t('ledger.poster.title')}</h1>
      <p className="lead">{t('ledger.poster.lead')}</p>
      <Standing facts={facts} />
      <HowToCheck facts={facts} />
      <h2 className="poster-small">{t('ledger.poster.verifier')}</h2>
      <Grouped text={facts.verifierSha256} />
    </article>
  )
}

function Standing({ facts }: { facts: PosterFacts }) {
  const { t } = useWords()
  return (
    <section className="poster-standing">
      <h2>
        <StandingTitle day={facts.day} />
      </h2>
      <dl>
        <dt>{t('ledger.page.size')}</dt>
        <dd className="poster-size">{facts.size}</dd>
        <dt>{t('ledger.page.root')}</dt>
        <dd>
          <Grouped text={facts.root} large />
        </dd>
        <dt>{t('ledger.page.name')}</dt>
        <dd>{facts.name}</dd>
        <dt>{t('ledger.page.witnesses')}</dt>
        <dd>{facts.witnesses.length > 0 ? facts.witnesses.join(', ') : t('ledger.poster.unsigned')}</dd>
      </dl>
    </section>
  )
}

function StandingTitle({ day }: { day: string }) {
  const { t } = useWords()
  const [before, after] = t('ledger.poster.standing', { date: '\n' }).split('\n')
  return (
    <>
      {before}
      <DayText day={day} />
      {after}
    </>
  )
}

function HowToCheck({ facts: { address, code } }: { facts: PosterFacts }) {
  const { t } = useWords()
  return (
    <section className="poster-check">
      <div>
        <h2>{t('ledger.poster.steps')}</h2>
        <ol>
          <li>{t('ledger.poster.step1', { address })}</li>
          <li>{t('ledger.poster.step2')}</li>
          <li>{t('ledger.poster.step3')}</li>
        </ol>
      </div>
      <svg className="poster-code" viewBox={`-4 -4 ${code.size + 8} ${code.size + 8}`} role="img">
        <title>{t('ledger.poster.qr', { address })}</title>
        <path d={code.path} />
      </svg>
    </section>
  )
}

/** Sets letters and digits in groups of four, so that eyes can keep their place. */
function Grouped({ text, large }: { text: string; large?: true }) {
  const groups = (text.match(/.{1,4}/g) ?? []).map((group, place) => ({ group, key: `${place}${group}` }))
  return (
    <code className="poster-groups" data-large={large}>
      {groups.map(({ group, key }) => (
        <span key={key}>{group} </span>
      ))}
    </code>
  )
}
