import { useWords } from '~/language/words'
import { useDayInWords } from '~/ui/day'
import { useCarriedLanguage } from '~/ui/masthead'
import { Section } from '~/ui/page'
import { PromiseLink, type RegisterRow } from './register-table'
import { StatusWord } from './status-word'
import type { RegisterHome } from './visibility'

type Sight = { due: RegisterRow[]; ended: RegisterRow[] }

/** For the front page: what must be kept in the coming weeks or should have been, and what became of the last ones. */
export function PromisesInSight({ due, ended }: Sight) {
  const { t } = useWords()
  const here = useCarriedLanguage()
  return (
    <Section title={t('promises.front.title')}>
      <div className="columns">
        {due.length > 0 && (
          <div>
            <h3 className="column-title">{t('promises.front.due')}</h3>
            <PromiseList promises={due} home="/promises" dated />
          </div>
        )}
        {ended.length > 0 && (
          <div>
            <h3 className="column-title">{t('promises.front.ended')}</h3>
            <PromiseList promises={ended} home="/promises" />
          </div>
        )}
      </div>
      <p>
        <a href={here('/promises')}>{t('promises.front.link')}</a>
      </p>
    </Section>
  )
}

type PromiseListProps = { promises: readonly RegisterRow[]; home: RegisterHome; dated?: boolean }

/** A few promises, each with how it stands. */
export function PromiseList({ promises, home, dated = false }: PromiseListProps) {
  const { t } = useWords()
  const inWords = useDayInWords()
  return (
    <ul className="promise-list">
      {promises.map(promise => (
        <li key={promise.id}>
          <PromiseLink promise={promise} home={home} />
          <span className="note">
            {dated && t('promises.home.due', { date: inWords(promise.dueOn, 'short') })} <StatusWord {...promise} />
          </span>
        </li>
      ))}
    </ul>
  )
}

type CameOfItProps = { promises: readonly RegisterRow[]; home: RegisterHome; headings: 'h3' | 'h4' }

/** Under an answer of management: the promises that came of it, or that none did yet. */
export function CameOfIt({ promises, home, headings: Heading }: CameOfItProps) {
  const { t } = useWords()
  return (
    <div>
      <Heading className="column-title">{t('promises.front.cameOfIt')}</Heading>
      {promises.length > 0 ? (
        <PromiseList promises={promises} home={home} />
      ) : (
        <p className="note">{t('promises.front.noneCame')}</p>
      )}
    </div>
  )
}
